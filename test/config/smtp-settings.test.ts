import { describe, expect, it } from 'vitest';
import { ConfigFault, readConfig } from '../../src/config.ts';

const GOED = {
  BASE_URL: 'https://wegwijzer.example',
  SMTP_HOST: 'relay.example',
  SMTP_USER: 'wegwijzer',
  SMTP_PASSWORD: 'Geheim van de relay',
  SMTP_FROM: 'wegwijzer@relay.example',
  SMTP_NTA7516: 'ja',
  SMTP_SENDER_DOMAINS: 'gemeente.example',
};
const read = (env: Record<string, string | undefined>) => readConfig('/srv/wegwijzer', env);

/** The lines of the fault that these settings give. */
function readFaults(env: Record<string, string | undefined>): string[] {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigFault) return error.message.split('\n').slice(1);
    throw error;
  }
  throw new Error(`Er was geen fout bij ${JSON.stringify(env)}.`);
}

describe('de instellingen om te versturen', () => {
  it('zijn er niet, tenzij ze er alle zijn', () => {
    expect(read({}).smtp).toBeNull();
    expect(read(GOED).smtp).toEqual({
      host: 'relay.example',
      port: 587,
      tls: 'starttls',
      login: { user: 'wegwijzer', pass: 'Geheim van de relay' },
      caFile: null,
      from: 'wegwijzer@relay.example',
      senderDomains: ['gemeente.example'],
      maxPerHour: 10,
      maxTotalPerHour: 100,
    });
  });

  it.each<[naam: string, waarde: string, parsed: object]>([
    ['SMTP_PORT', '2525', { port: 2525 }],
    ['SMTP_TLS', 'direct', { tls: 'direct', port: 465 }],
    ['SMTP_TLS', 'starttls', { tls: 'starttls', port: 587 }],
    ['SMTP_CA_FILE', 'ca.pem', { caFile: '/srv/wegwijzer/ca.pem' }],
    ['SMTP_CA_FILE', '/etc/ssl/ca.pem', { caFile: '/etc/ssl/ca.pem' }],
    [
      'SMTP_SENDER_DOMAINS',
      'Gemeente.example , zorg.example',
      { senderDomains: ['gemeente.example', 'zorg.example'] },
    ],
    ['SMTP_MAX_PER_HOUR', '3', { maxPerHour: 3 }],
    ['SMTP_MAX_TOTAL_PER_HOUR', '40', { maxTotalPerHour: 40 }],
    ['SMTP_PASSWORD', ' met spaties ', { login: { user: 'wegwijzer', pass: ' met spaties ' } }],
    ['BASE_URL', 'http://localhost:3000', {}],
    ['BASE_URL', 'http://127.0.0.1:3000', {}],
  ])('%s=%s gaat goed', (naam, waarde, parsed) => {
    expect(read({ ...GOED, [naam]: waarde }).smtp).toEqual({ ...read(GOED).smtp, ...parsed });
  });

  it.each(['SMTP_HOST', 'SMTP_USER', 'SMTP_PASSWORD', 'SMTP_FROM', 'SMTP_NTA7516', 'SMTP_SENDER_DOMAINS'])(
    'stoppen de start zonder %s, met die naam',
    (naam) => {
      const faults = readFaults({ ...GOED, [naam]: undefined });
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatch(new RegExp(`^- ${naam} ontbreekt\\.`));
    },
  );

  it('hoeven niet om een wachtwoord te vragen, waar de mailserver deze server aan zijn adres kent', () => {
    expect(read({ ...GOED, SMTP_USER: undefined, SMTP_PASSWORD: undefined }).smtp?.login).toBeNull();
  });

  it('zeggen alles wat ontbreekt tegelijk, ook als er maar één staat', () => {
    const faults = readFaults({ SMTP_MAX_PER_HOUR: '5' });
    expect(faults.map((fault) => fault.split(' ')[1])).toEqual([
      'SMTP_HOST',
      'SMTP_FROM',
      'SMTP_NTA7516',
      'SMTP_SENDER_DOMAINS',
      'BASE_URL',
    ]);
    expect(faults.join()).toContain('NTA 7516');
  });

  it.each<[naam: string, waarde: string]>([
    ['SMTP_HOST', ''],
    ['SMTP_HOST', 'relay example'],
    ['SMTP_HOST', 'smtps://relay.example'],
    ['SMTP_PORT', '0'],
    ['SMTP_PORT', '65536'],
    ['SMTP_PORT', 'smtp'],
    ['SMTP_TLS', 'geen'],
    ['SMTP_TLS', 'STARTTLS'],
    ['SMTP_TLS', ''],
    ['SMTP_USER', ' '],
    ['SMTP_PASSWORD', ''],
    ['SMTP_CA_FILE', ''],
    ['SMTP_FROM', 'relay.example'],
    ['SMTP_FROM', 'Wegwijzer <wegwijzer@relay.example>'],
    ['SMTP_FROM', 'a@relay.example,b@relay.example'],
    ['SMTP_NTA7516', 'nee'],
    ['SMTP_NTA7516', 'true'],
    ['SMTP_NTA7516', ''],
    ['SMTP_SENDER_DOMAINS', ''],
    ['SMTP_SENDER_DOMAINS', '*'],
    ['SMTP_SENDER_DOMAINS', '*.gemeente.example'],
    ['SMTP_SENDER_DOMAINS', '@gemeente.example'],
    ['SMTP_SENDER_DOMAINS', 'example'],
    ['SMTP_SENDER_DOMAINS', 'gemeente.example,'],
    ['SMTP_MAX_PER_HOUR', '0'],
    ['SMTP_MAX_PER_HOUR', 'veel'],
    ['SMTP_MAX_TOTAL_PER_HOUR', '1.5'],
    ['BASE_URL', 'http://wegwijzer.example'],
  ])('die niet kloppen stoppen de start: %s=%j', (naam, waarde) => {
    const faults = readFaults({ ...GOED, [naam]: waarde });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^- ${naam} (moet|mag niet) .*\\.$`));
  });

  it('vragen om een adres van de site: de link in de e-mail moet ergens heen', () => {
    expect(readFaults({ ...GOED, BASE_URL: undefined })).toEqual([expect.stringMatching(/^- BASE_URL moet/)]);
  });

  it.each([
    ['SMTP_SENDER_DOMAIN', 'Bedoelt u SMTP_SENDER_DOMAINS?'],
    ['SMTP_PASS', 'De instellingen zijn: PORT,'],
    ['SMTP_SECURE', 'De instellingen zijn: PORT,'],
  ])('die er niet zijn stoppen de start: %s', (naam, uitleg) => {
    expect(readFaults({ [naam]: 'x' })[0]).toContain(`- ${naam} is geen instelling. ${uitleg}`);
  });

  it('noemen het wachtwoord nooit', () => {
    const faults = readFaults({
      ...GOED,
      SMTP_NTA7516: 'nee',
      SMTP_PASS: 'Geheim van de relay',
      SMTP_PORT: 'x',
    });
    expect(faults).toHaveLength(3);
    expect(faults.join()).not.toContain('Geheim');
  });
});
