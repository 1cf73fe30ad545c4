import { describe, expect, it } from 'vitest';
import { OPERATOR_UNKNOWN, type OperatorInfo } from '../../src/domain/model/operator-info.ts';
import { readLinks } from '../support/form-walker.ts';
import { request } from '../support/request.ts';
import { createTestApp } from '../support/test-app.ts';
import { NOW } from '../support/test-site.ts';

const OPERATOR: OperatorInfo = {
  organisatie: 'Gemeente Voorbeeldstad',
  securityContact: 'mailto:veilig@voorbeeldstad.example',
  privacyContact: 'mailto:fg@voorbeeldstad.example',
  logboekDagen: 14,
  toegankelijkheid: {
    status: 'gedeeltelijk',
    datum: '2026-11-01',
    contact: 'https://voorbeeldstad.example/toegankelijk',
  },
};
const read = async (path: string, operator?: OperatorInfo, baseUrl?: string) => {
  const app = createTestApp({ ...(operator ? { operator: operator } : {}), ...(baseUrl ? { baseUrl } : {}) });
  const { text, status } = await request(app).get(path);
  expect(status).toBe(200);
  return text;
};

describe('security.txt', () => {
  it.each([
    ['op een echt adres', OPERATOR_UNKNOWN, 'https://rdm.example/weg', 'https://rdm.example/weg/klopt-niet'],
    ['met een contact', OPERATOR, 'https://rdm.example', 'mailto:veilig@voorbeeldstad.example'],
  ])('volgt RFC 9116: %s', async (_what, operator, baseUrl, contact) => {
    const velden = new Map(
      (await read('/.well-known/security.txt', operator, baseUrl))
        .trim()
        .split('\n')
        .map((regel) => [regel.slice(0, regel.indexOf(':')), regel.slice(regel.indexOf(':') + 2)]),
    );
    expect(velden.get('Contact')).toBe(contact);
    expect(velden.get('Contact')).toMatch(/^(mailto|https):/);
    expect(velden.get('Canonical')).toMatch(/^https:.*\/\.well-known\/security\.txt$/);
    expect(velden.get('Preferred-Languages')).toBe('nl, en');
    const days = (Date.parse(velden.get('Expires') ?? '') - NOW.getTime()) / (24 * 60 * 60 * 1000);
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThan(365);
  });

  it('noemt zonder TLS geen adres dat er niet is', async () => {
    const text = await read('/.well-known/security.txt', OPERATOR_UNKNOWN, 'http://localhost:3000');
    expect(text).toContain('Contact: http://localhost:3000/klopt-niet\n');
    expect(text).not.toContain('https:');
    expect(text).toContain('Expires: ');
    const known = await read('/.well-known/security.txt', OPERATOR, 'http://localhost:3000');
    expect(known).toContain('Contact: mailto:veilig@voorbeeldstad.example\n');
  });
});

describe('/privacy', () => {
  it('zegt wat er gebeurt, waarom, hoelang en door wie', async () => {
    const text = await read('/privacy', OPERATOR);
    expect(text).toContain('Gemeente Voorbeeldstad beheert deze site');
    expect(text).toContain('14 dagen bewaard');
    expect(readLinks(text)).toContain('mailto:fg@voorbeeldstad.example');
    for (const woord of ['12 uur', 'logboek', 'cookie', 'Autoriteit Persoonsgegevens'])
      expect(text).toContain(woord);
  });

  it('zegt een cliënt wie weet wat een tafel met de gegevens doet', async () => {
    const text = await read('/privacy');
    expect(text).toContain(
      'Wat een tafel met een aanmelding doet, weet deze site niet. Vraag het aan de tafel.',
    );
    expect(text).toMatch(/Dan kan een <a [^>]*href="\/clientondersteuning">cliëntondersteuner</);
  });

  it('verzint niets als de beheerder niets heeft ingevuld', async () => {
    const text = await read('/privacy');
    expect(text).toContain('heeft zijn naam hier nog niet ingevuld');
    expect(text).toContain('bepaalt hoelang het logboek wordt bewaard');
    expect(readLinks(text)).toContain('/klopt-niet?pagina=/privacy');
    expect(text).not.toMatch(/null|undefined/);
  });
});

describe('/toegankelijkheid', () => {
  it.each([
    ['volledig', 'voldoet volledig'],
    ['gedeeltelijk', 'voldoet gedeeltelijk'],
    ['maatregelen', 'eerste maatregelen genomen'],
    ['nietVoldaan', 'De site voldoet niet'],
    ['geenOnderzoek', 'nog geen onderzoek'],
  ] as const)('zegt de status %s in woorden, en geen andere', async (status, tekst) => {
    const text = await read('/toegankelijkheid', {
      ...OPERATOR,
      toegankelijkheid: { ...OPERATOR.toegankelijkheid, status },
    });
    const alle = [
      'voldoet volledig',
      'voldoet gedeeltelijk',
      'eerste maatregelen',
      'site voldoet niet',
      'nog geen onderzoek',
    ];
    expect(text).toContain(tekst);
    expect(alle.filter((other) => text.includes(other))).toHaveLength(1);
  });

  it('noemt datum, wat ontbreekt en een contact', async () => {
    const text = await read('/toegankelijkheid', OPERATOR);
    expect(text).toContain('vastgesteld op 1 november 2026 door Gemeente Voorbeeldstad');
    expect(text).toContain('Wat we weten dat ontbreekt');
    expect(readLinks(text)).toContain('https://voorbeeldstad.example/toegankelijk');
    const bare = await read('/toegankelijkheid');
    expect(bare).not.toContain('vastgesteld op');
    expect(readLinks(bare)).toContain('/klopt-niet?pagina=/toegankelijkheid');
  });
});
