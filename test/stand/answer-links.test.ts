import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StorageFailure } from '../../src/domain/storage-failure.ts';
import { DELEN, listWaarom, type TafelAntwoord } from '../../src/domain/table-answers/choices.ts';
import { createTestLinks, toToken } from '../support/answer-links.ts';
import { content } from '../support/real-content.ts';
import { NOW } from '../support/test-site.ts';

const PAKKET = { tafel: 'topx', casuscode: 'TW-2026-001', tekst: 'De tekst van het pakket.' };
const KNOWN = {
  tafel: PAKKET.tafel,
  casuscode: PAKKET.casuscode,
  inhoud: createHash('sha256').update(PAKKET.tekst).digest('hex'),
};
const later = (days: number) => () => new Date(NOW.getTime() + days * 86_400_000);

function openPackage(links = createTestLinks(), pakket = PAKKET) {
  const opened = links.open(toToken(links.make(pakket)));
  if (opened.soort !== 'pakket') throw new Error(opened.soort);
  return opened;
}

/** Every answer that a table can give. */
const ALL: readonly TafelAntwoord[] = content.tafels.flatMap((tafel): TafelAntwoord[] => [
  { keuze: 'ontvangen' },
  { keuze: 'opgepakt' },
  { keuze: 'opAgenda', datum: '2026-12-14' },
  { keuze: 'opAgenda', datum: '2028-11-21' },
  ...listWaarom(tafel).map((waarom): TafelAntwoord => ({ keuze: 'nietOpgepakt', waarom })),
  ...content.tafels.map(({ id }): TafelAntwoord => ({ keuze: 'doorverwezen', naar: id })),
  ...DELEN.map((deel): TafelAntwoord => ({ keuze: 'meerNodig', delen: [deel] })),
  { keuze: 'meerNodig', delen: [...DELEN] },
]);

describe('the link in a package', () => {
  it('is short enough for a QR code of 25 mm, for every table', () => {
    for (const { id } of content.tafels) {
      const address = createTestLinks().make({ ...PAKKET, tafel: id });
      expect(address).toMatch(/^https:\/\/[\w.-]+\/terugmelden\/[\w-]{60}$/);
      expect(address?.length).toBeLessThanOrEqual(120);
    }
  });

  it('is the same for the same package, and another one for another text, code or table', () => {
    const { make } = createTestLinks();
    expect(make(PAKKET)).toBe(createTestLinks().make(PAKKET));
    const links = [
      PAKKET,
      { ...PAKKET, tekst: 'x' },
      { ...PAKKET, casuscode: 'B-2' },
      { ...PAKKET, tafel: 'mobiel-p10-team' },
    ];
    expect(new Set(links.map(make)).size).toBe(4);
  });

  it('says the table, the day and the version, and nothing of the case', () => {
    const { link, isChanged } = openPackage();
    expect(link).toEqual({
      tafel: 'topx',
      gemaakt: '2026-11-21',
      versie: expect.stringMatching(/^[0-9a-f]{6}$/),
      sleutel: expect.stringMatching(/^[\w-]{22}$/),
    });
    expect(isChanged).toBe(false);
  });

  it('keeps its key when it is made again on another day', () => {
    expect(openPackage(createTestLinks({ now: later(3) })).link).toEqual({
      ...openPackage().link,
      gemaakt: '2026-11-24',
    });
  });

  it('ends after 30 days', () => {
    const token = toToken(createTestLinks().make(PAKKET));
    expect(createTestLinks({ now: later(30) }).open(token).soort).toBe('pakket');
    expect(createTestLinks({ now: later(31) }).open(token).soort).toBe('verlopen');
  });

  it('is made again from a case file, as of the same day, version and key, for 30 days or more', () => {
    const { datum, versie } = { datum: '2026-11-21', versie: 'a1b2c3' };
    for (const [days, tot] of [
      [0, '2026-12-21'],
      [1, '2027-01-20'],
      [30, '2027-01-20'],
      [31, '2027-02-19'],
      [360, '2027-12-16'],
    ] as const) {
      const links = createTestLinks({ now: later(days) });
      const renewed = links.renew({ ...KNOWN, datum, versie });
      expect(renewed?.tot).toBe(tot);
      expect(links.open(toToken(renewed?.adres ?? ''))).toMatchObject({
        link: { ...openPackage().link, gemaakt: datum, versie },
        isChanged: true,
      });
      const until = (moment: string) => createTestLinks({ now: () => new Date(moment) });
      expect(until(`${tot}T12:00:00Z`).open(toToken(renewed?.adres ?? '')).soort).toBe('pakket');
      expect(until(`${tot}T23:30:00Z`).open(toToken(renewed?.adres ?? '')).soort).toBe('verlopen');
    }
    expect(createTestLinks({ now: later(361) }).renew({ ...KNOWN, datum, versie })).toBeNull();
    expect(
      createTestLinks().renew({ ...KNOWN, datum, versie: createTestLinks().toVersie('topx') })?.adres,
    ).toBe(createTestLinks().make(PAKKET));
  });

  it('says of a link made again without a version that nobody knows it, and not that the rules changed', () => {
    const links = createTestLinks({ now: later(3) });
    const renewed = links.renew({ ...KNOWN, datum: '2026-11-21', versie: undefined });
    expect(links.open(toToken(renewed?.adres ?? ''))).toMatchObject({
      link: { versie: '000000' },
      isChanged: false,
    });
    // The clock of who made the package was ahead.
    expect(links.renew({ ...KNOWN, datum: '2099-01-01', versie: undefined })?.tot).toBe('2026-12-24');
  });

  it('opens with an older secret, and not with another one', () => {
    const token = toToken(createTestLinks().make(PAKKET));
    const list = [
      'een-nieuw-geheim-van-minstens-32-tekens-lang',
      'een-geheim-voor-de-tests-van-minstens-32-tekens',
    ];
    expect(createTestLinks({ secrets: () => list }).open(token)).toMatchObject({
      soort: 'pakket',
      link: openPackage().link,
    });
    expect(createTestLinks({ secrets: () => list.slice(0, 1) }).open(token)).toEqual({ soort: 'ongeldig' });
  });

  it('opens as it was made before, with the version as its first byte', () => {
    const links = createTestLinks();
    const token = toToken(links.make(PAKKET));
    const before = Buffer.concat([Buffer.of(1), Buffer.from(token, 'base64url')]).toString('base64url');
    expect(before).toHaveLength(62);
    expect(links.open(before)).toMatchObject({ soort: 'pakket', link: openPackage().link });
    const other = Buffer.concat([Buffer.of(2), Buffer.from(token, 'base64url')]).toString('base64url');
    expect(links.open(other)).toEqual({ soort: 'ongeldig' });
  });

  it('is refused after any change of a letter', () => {
    const links = createTestLinks();
    const token = toToken(links.make(PAKKET));
    for (let place = 0; place < token.length; place += 1) {
      const other = token[place] === 'A' ? 'B' : 'A';
      const forged = links.open(token.slice(0, place) + other + token.slice(place + 1));
      expect(forged, `letter ${place}`).toEqual({ soort: 'ongeldig' });
    }
  });

  it('is refused whatever it is', () => {
    const links = createTestLinks();
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (token) => {
        expect(links.open(token)).toEqual({ soort: 'ongeldig' });
      }),
    );
  });

  it('is not there without a lasting secret, without storage, or where the address would be too long', () => {
    const secrets = () => {
      throw new StorageFailure('geen geheim');
    };
    expect(createTestLinks({ secrets }).make(PAKKET)).toBeNull();
    expect(createTestLinks({ canUse: () => false }).make(PAKKET)).toBeNull();
    // The longest host has 39 letters: with it the address is as long as a QR code of 25 mm can hold.
    const host = `${'lang.'.repeat(7)}voor`;
    expect(host).toHaveLength(39);
    expect(createTestLinks({ baseUrl: `https://${host}` }).make(PAKKET)).toHaveLength(120);
    expect(createTestLinks({ baseUrl: `https://x${host}` }).make(PAKKET)).toBeNull();
    expect(createTestLinks({ baseUrl: 'https://wegwijzer.twenterand.nl' }).make(PAKKET)).toHaveLength(104);
  });

  it('of a table is of that table for a year, and never one of a package', () => {
    const token = toToken(createTestLinks().makeForTable('topx'));
    expect(createTestLinks().open(token)).toEqual({ soort: 'tafel', tafel: 'topx', tot: '2027-11-21' });
    expect(createTestLinks({ now: later(366) }).open(token)).toEqual({ soort: 'verlopen' });
  });
});

describe('the code of an answer', () => {
  it('brings every answer of every table to the case file', () => {
    for (const { id } of content.tafels) {
      const links = createTestLinks();
      const { toCode } = openPackage(links, { ...PAKKET, tafel: id });
      for (const antwoord of ALL) {
        const isOther =
          antwoord.keuze === 'nietOpgepakt' && !listWaarom(findTafel(id)).includes(antwoord.waarom);
        const code = toCode(antwoord);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(links.readCode(code, { ...KNOWN, tafel: id })).toEqual(isOther ? null : antwoord);
      }
    }
  });

  it('may be typed in small letters, with spaces, and with o and l for 0 and 1', () => {
    const code = openPackage().toCode({ keuze: 'opgepakt' });
    const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect(createTestLinks().readCode(typed, KNOWN)).toEqual({ keuze: 'opgepakt' });
  });

  it('is refused with one letter mistyped, two exchanged, and for another package', () => {
    const { readCode } = createTestLinks();
    const code = openPackage().toCode({ keuze: 'opAgenda', datum: '2026-12-14' });
    const chars = [...code];
    for (const [place, char] of chars.entries()) {
      if (char === '-') continue;
      for (const other of 'ABCDEFGHJKMNPQRSTVWXYZ0123456789') {
        if (other === char) continue;
        expect(readCode(chars.with(place, other).join(''), KNOWN)).toBeNull();
      }
    }
    const exchanged = chars
      .with(0, chars[1] ?? '')
      .with(1, chars[0] ?? '')
      .join('');
    if (exchanged !== code) expect(readCode(exchanged, KNOWN)).toBeNull();
    expect(readCode(code, { ...KNOWN, casuscode: 'TW-2026-002' })).toBeNull();
    expect(readCode(code, { ...KNOWN, inhoud: 'a'.repeat(64) })).toBeNull();
    expect(readCode('', KNOWN)).toBeNull();
    expect(readCode('geen code', KNOWN)).toBeNull();
  });
});

function findTafel(id: string) {
  const tafel = content.tafels.find((one) => one.id === id);
  if (!tafel) throw new Error(id);
  return tafel;
}
