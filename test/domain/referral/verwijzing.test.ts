import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCasuscode } from '../../../src/domain/referral/casuscode.ts';
import { listVelden } from '../../../src/domain/referral/veld.ts';
import { parseVerwijzing as parse } from '../../../src/domain/referral/verwijzing.ts';
import { content, model } from '../../support/real-content.ts';
import { say } from '../../support/texts.ts';

const topx = model.tafelOf.get('topx');
if (!topx) throw new Error('topx');
const parseVerwijzing = (given: Record<string, unknown>, confirmed: string[] = []) =>
  parse(say, listVelden(say, content, topx, undefined), given, confirmed, '2026-11-21');

describe('de casuscode', () => {
  it.each(['TW-2026-001', 'ENS.0423', 'a1', 'Casus-12', 'Z/2026/7', 'C_99', 'HGL-20260014'])(
    'mag zijn: %s',
    (code) => {
      expect(checkCasuscode(code)).toBeNull();
    },
  );

  it.each([
    ['leeg', ''],
    ['een naam', 'Jansen'],
    ['een naam met jaar', 'Jansen-1985'],
    ['voor- en achternaam', 'Piet Jansen'],
    ['alleen letters', 'pjansen'],
    ['een BSN', '111222333'],
    ['een BSN met punten', '1112.22.333'],
    ['een BSN met letters ervoor', 'TW-111222333'],
    ['een geboortedatum', '12-03-1985'],
    ['een datum andersom', '1985-03-12'],
    ['een regeleinde', 'TW-1\nBcc: x@y.nl'],
    ['een adres', 'x@y.nl'],
    ['te lang', `T${'1'.repeat(30)}`],
  ])('mag niet zijn: %s', (_name, code) => {
    expect(checkCasuscode(code)).toEqual(expect.any(String));
  });
});

describe('de velden van een verwijzing', () => {
  it('worden bijgesneden, met gewone regeleinden', () => {
    const result = parseVerwijzing({ casuscode: ' TW-1 ', hulpvraag: ' een\r\ntwee\r ' });
    expect('waarde' in result && [...result.waarde]).toEqual([
      ['casuscode', 'TW-1'],
      ['hulpvraag', 'een\ntwee'],
    ]);
  });

  it('hebben geen witruimte aan het eind van een regel: "-- " zou de rest tot ondertekening maken', () => {
    const tekst = fc.array(fc.constantFrom('-- ', '--', ' ', '\t', '\u00a0', '\n', '\r\n', 'é'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(tekst, (parts) => {
        const result = parseVerwijzing({ casuscode: 'TW-1', hulpvraag: `a ${parts.join('')} z` });
        const waarde = 'waarde' in result ? (result.waarde.get('hulpvraag') ?? '') : '';
        expect(waarde).not.toMatch(/[^\S\n](\n|$)/);
        expect(waarde.replaceAll(/\s/g, '')).toBe(`a${parts.join('')}z`.replaceAll(/\s/g, ''));
      }),
    );
  });

  it('geven alle fouten tegelijk, elk bij het eigen veld', () => {
    const result = parseVerwijzing({
      casuscode: '',
      hulpvraag: 'x'.repeat(20_001),
      functie: 'a\nb',
      organisatie: 'a\u0000b',
      cc: 'x@y.nl',
    });
    expect('fouten' in result && result.fouten.map(({ veld }) => veld).sort()).toEqual([
      'casuscode',
      'cc',
      'functie',
      'hulpvraag',
      'organisatie',
    ]);
  });

  it('weigeren een BSN, zonder het te herhalen', () => {
    const result = parseVerwijzing({ casuscode: 'TW-1', eerderGedaan: 'BSN 111222333' });
    expect(result).toMatchObject({
      fouten: [{ veld: 'eerderGedaan', melding: expect.stringContaining('BSN') }],
    });
    expect(JSON.stringify(result)).not.toContain('111222333');
  });

  it('waarschuwen voor een naam met aanspreekvorm, geboortedatum, e-mailadres en telefoonnummer', () => {
    const hulpvraag = 'Dhr. Jansen, geboren 12-03-1985, jan@example.nl, 06-12345678';
    const result = parseVerwijzing({ casuscode: 'TW-1', hulpvraag });
    expect('waarschuwingen' in result && result.waarschuwingen).toHaveLength(4);
    const ids = 'waarschuwingen' in result ? result.waarschuwingen.map(({ id }) => id) : [];
    const confirmed = parseVerwijzing({ casuscode: 'TW-1', hulpvraag }, ids.slice(1));
    expect('waarschuwingen' in confirmed && confirmed.waarschuwingen.map((w) => w.bevestigd)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('noemt wat er vaker staat één keer, en hoogstens twintig per veld', () => {
    const count = (hulpvraag: string) => {
      const result = parseVerwijzing({ casuscode: 'TW-2026-001', hulpvraag });
      return 'waarschuwingen' in result ? result.waarschuwingen.length : null;
    };
    expect(count('Mevrouw Jansen belt. '.repeat(500))).toBe(1);
    const data = Array.from(
      { length: 400 },
      (_, nummer) => `${(nummer % 28) + 1}-${(nummer % 12) + 1}-19${(nummer % 80) + 10}`,
    );
    expect(count(data.join(', '))).toBe(20);
  });

  it('nemen twintigduizend tekens aan', () => {
    expect(parseVerwijzing({ casuscode: 'TW-1', hulpvraag: 'woord '.repeat(3333) })).toHaveProperty('waarde');
  });

  it('geven op elke invoer een antwoord en nooit een uitzondering', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (velden) => {
        const result = parseVerwijzing({ casuscode: 'TW-1', ...velden });
        expect('fouten' in result || 'waarde' in result).toBe(true);
      }),
    );
  });
});
