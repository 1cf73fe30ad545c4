import { describe, expect, it } from 'vitest';
import {
  applyCommand,
  type Correction,
  commandSchema,
  newCorrectionSchema,
} from '../../../src/domain/model/correction.ts';
import { NIEUWE_MELDING } from '../../support/open-test-store.ts';

const melding: Correction = {
  ...NIEUWE_MELDING,
  id: '1',
  gemaakt: '2026-11-21T09:00:00.000Z',
  status: 'open',
};

describe('nieuweMeldingSchema', () => {
  it('takes a report, with or without an address', () => {
    const { email: _, ...zonder } = NIEUWE_MELDING;
    expect(newCorrectionSchema.parse(NIEUWE_MELDING)).toEqual(NIEUWE_MELDING);
    expect(newCorrectionSchema.parse(zonder)).toEqual(zonder);
  });

  it('keeps lines, and takes out signs that cannot be seen', () => {
    const { watMoetHetZijn } = newCorrectionSchema.parse({
      ...NIEUWE_MELDING,
      watMoetHetZijn: ' een\r\ntwee\u001b[31m \u202edrie\u0000\ud800 ',
    });
    expect(watMoetHetZijn).toBe('een\ntwee [31m drie');
  });

  it.each([
    ['pagina', ''],
    ['pagina', 'https://example.nl/'],
    ['pagina', '//example.nl'],
    ['pagina', '/advies?a=geheim'],
    ['pagina', `/${'x'.repeat(200)}`],
    ['veld', ' '],
    ['veld', 'x'.repeat(201)],
    ['watMoetHetZijn', '\u200b'],
    ['watMoetHetZijn', 'x'.repeat(2_001)],
    ['email', 'geen adres'],
    ['email', `${'x'.repeat(250)}@example.nl`],
    ['anders', 'x'],
  ])('refuses %s %j, with words', (veld, waarde) => {
    const resultaat = newCorrectionSchema.safeParse({ ...NIEUWE_MELDING, [veld]: waarde });
    expect(resultaat.error?.issues.length).toBeGreaterThan(0);
  });
});

describe('applyOpdracht', () => {
  it('answers a report', () => {
    expect(applyCommand([melding], { soort: 'antwoord', id: '1', antwoord: 'Dank u.' })).toEqual([
      { ...melding, status: 'beantwoord', antwoord: 'Dank u.' },
    ]);
  });

  it('closes a report and wipes the address', () => {
    const { email: _, ...rest } = melding;
    expect(applyCommand([melding], { soort: 'sluit', id: '1' })).toEqual([{ ...rest, status: 'gesloten' }]);
  });

  it('does not open a closed one again', () => {
    const [gesloten] = applyCommand([melding], { soort: 'sluit', id: '1' });
    const [na] = applyCommand(gesloten ? [gesloten] : [], {
      soort: 'antwoord',
      id: '1',
      antwoord: 'Toch nog.',
    });
    expect(na).toMatchObject({ status: 'gesloten', antwoord: 'Toch nog.' });
  });

  it.each([
    { soort: 'antwoord', id: '1', antwoord: 'Dank u.' },
    { soort: 'sluit', id: '1' },
  ] as const)('gives the same when it is done twice: %j', (opdracht) => {
    const eens = applyCommand([melding], opdracht);
    expect(applyCommand(eens, opdracht)).toEqual(eens);
  });

  it('gives the same list when there is no such report', () => {
    const lijst = [melding];
    expect(applyCommand(lijst, { soort: 'sluit', id: '2' })).toBe(lijst);
  });

  it('refuses an empty or long answer', () => {
    for (const antwoord of ['', 'x'.repeat(2_001)]) {
      expect(commandSchema.safeParse({ soort: 'antwoord', id: '1', antwoord }).success).toBe(false);
    }
  });
});
