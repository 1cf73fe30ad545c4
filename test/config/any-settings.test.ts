import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listSettings } from '../../src/config/any-settings.ts';

const shape = {
  PORT: z.string().transform(Number).default(3000),
  BASE_URL: z.string().optional(),
  STAND_SECRETS: z.string().optional(),
  MAIL_PASSWORD: z.string().optional(),
  SMTP_URL: z.string().optional(),
};

describe('listSettings', () => {
  it('gives defaults, and what an absent setting comes to', () => {
    expect(listSettings(shape, {}, { BASE_URL: 'http://localhost:3000' })).toEqual([
      { naam: 'PORT', waarde: '3000', isConfigured: false },
      { naam: 'BASE_URL', waarde: 'http://localhost:3000', isConfigured: false },
      ...['STAND_SECRETS', 'MAIL_PASSWORD', 'SMTP_URL'].map((naam) => ({
        naam,
        waarde: 'geen',
        isConfigured: false,
      })),
    ]);
  });

  it('shows what is set, also when it is wrong, but no secret and no password in an address', () => {
    const values = listSettings(
      shape,
      {
        PORT: 'x',
        STAND_SECRETS: 'verborgen',
        MAIL_PASSWORD: 'verborgen',
        SMTP_URL: 'smtp://post:verbor@gen@mail.example:587',
      },
      {},
    ).map(({ waarde }) => waarde);
    expect(values).toEqual([
      'x',
      'geen',
      '(niet getoond)',
      '(niet getoond)',
      'smtp://post:(niet getoond)@mail.example:587',
    ]);
  });
});
