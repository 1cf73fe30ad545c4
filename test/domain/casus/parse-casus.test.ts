import { describe, expect, it } from 'vitest';
import { type Casus, MAX_CASUS } from '../../../src/domain/casus/casus.ts';
import { beginCasus, putAntwoorden, putVelden } from '../../../src/domain/casus/change-casus.ts';
import { putItem } from '../../../src/domain/casus/change-items.ts';
import { parseCasus } from '../../../src/domain/casus/parse-casus.ts';
import { writeCasus } from '../../../src/domain/casus/write-casus.ts';
import { CODE, rules, toMoment } from '../../support/arbitrary-casus.ts';

// biome-ignore lint/suspicious/noExplicitAny: what is broken on purpose has no type
type Loose = any;
const TODAY = '2026-11-21';
const parse = (text: string) => parseCasus(rules, text, TODAY, toMoment(0));
const withText = putVelden(
  beginCasus(CODE, toMoment(0)),
  rules,
  'topx',
  { hulpvraag: 'Wie doet wat?' },
  toMoment(1),
);
const full: Casus = putItem(
  putAntwoorden(withText, { gemeente: 'enschede', acuutGevaar: 'nee' }, toMoment(1)),
  'logboek',
  {
    id: 'een',
    genoteerd: toMoment(1),
    datum: '2026-11-20',
    functie: 'wijkcoach',
    organisatie: 'gemeente',
    gezien: 'Het gaat iets beter.',
    factor: '',
    verloop: 'beter',
    teDoen: '',
    gedaan: '',
  },
);
const json = (change: (file: Loose) => void) => {
  const file = JSON.parse(writeCasus(full));
  change(file);
  return JSON.stringify(file);
};
const fout = (text: string) => {
  const parsed = parse(text);
  return 'fout' in parsed ? parsed.fout : 'geen fout';
};

describe('a file that cannot be read', () => {
  it.each<[string, string, RegExp]>([
    ['nothing', ' ', /leeg/],
    ['half of it', writeCasus(full).slice(0, 200), /regel \d+, teken \d+/],
    ['something in between', writeCasus(full).replace('"versie"', '"versie'), /Bij regel 3, teken/],
    ['another JSON', '{"a": 1}', /geen casusbestand/],
    ['no object', '[1]', /geen casusbestand/],
    [
      'a newer version',
      json((file: Loose) => {
        file.versie = 2;
      }),
      /versie 2.*versie 1/,
    ],
    [
      'no version',
      json((file: Loose) => {
        file.versie = '1';
      }),
      /\(versie\)/,
    ],
    [
      'no code',
      json((file: Loose) => {
        delete file.casuscode;
      }),
      /\(casuscode\)/,
    ],
    [
      'a name as code',
      json((file: Loose) => {
        file.casuscode = 'Jansen';
      }),
      /casuscode in dit bestand kan niet/,
    ],
    [
      'a BSN as code',
      json((file: Loose) => {
        file.casuscode = '111222333';
      }),
      /casuscode in dit bestand kan niet/,
    ],
    ['too much', 'x'.repeat(MAX_CASUS + 1), /te groot/],
    ['deep nesting', '{"a":['.repeat(150_000), /niet te lezen/],
    ['a text', 'Boodschappen: melk, brood', /^Dit is geen casusbestand/],
    ['a text with a layout', String.raw`{\rtf1\ansi Boodschappen}`, /^Dit is geen casusbestand/],
    ['a list that does not end', '['.repeat(400_000), /^Dit is geen casusbestand/],
    ['a deep object', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, /geen casusbestand/],
  ])('%s: says so in Dutch', (_name, text, message) => {
    expect(fout(text)).toMatch(message);
  });
});

describe('a file of which a part cannot be kept', () => {
  it.each<[string, (file: Loose) => void, RegExp]>([
    [
      'an unknown question',
      (file) => {
        file.antwoorden.weg = file.antwoorden.gemeente;
      },
      /vraag “weg”/,
    ],
    [
      'an unknown option',
      (file) => {
        file.antwoorden.acuutGevaar.waarde = 'misschien';
      },
      /bestaat niet meer/,
    ],
    [
      'a damaged answer',
      (file) => {
        file.antwoorden.acuutGevaar = 7;
      },
      /antwoorden\.acuutGevaar” is beschadigd/,
    ],
    [
      'an unknown field',
      (file) => {
        file.velden.weg = file.velden.hulpvraag;
      },
      /veld “weg”/,
    ],
    [
      'an unknown table',
      (file) => {
        file.velden.hulpvraag[0].tafels.weg = toMoment(1);
      },
      /tafel “weg”/,
    ],
    [
      'a moment of another shape',
      (file) => {
        file.status.gewijzigd = 'gisteren';
      },
      /status\.gewijzigd” is beschadigd/,
    ],
    [
      'an unknown part',
      (file) => {
        file.extra = {};
      },
      /“extra” kennen we niet/,
    ],
    [
      'a part that is gone',
      (file) => {
        delete file.verwijzingen;
      },
      /“verwijzingen” is beschadigd/,
    ],
    [
      'a BSN in a text',
      (file) => {
        file.velden.hulpvraag[0].waarde = 'bsn 111222333';
      },
      /burgerservicenummer/,
    ],
    [
      'a BSN in the journal',
      (file) => {
        file.logboek[0].gezien = 'bsn 111222333';
      },
      /burgerservicenummer/,
    ],
    [
      'a BSN in what is known of a package',
      (file) => {
        file.verwijzingen = [
          {
            id: 'een',
            genoteerd: toMoment(1),
            datum: '2026-11-20',
            tafel: 'topx',
            soort: 'aanmelding',
            inhoud: '0'.repeat(64),
            toelichting: 'bsn 111222333',
          },
        ];
      },
      /verwijzingen\.0 .*burgerservicenummer/,
    ],
    [
      'half a character',
      (file) => {
        file.logboek[0].gezien = 'a\ud800';
      },
      /logboek\.0/,
    ],
    [
      'a name of a prototype',
      (file) => {
        file.antwoorden.constructor = file.antwoorden.gemeente;
      },
      /“constructor”/,
    ],
  ])('%s falls away, is named, and the rest stays', (_name, change, message) => {
    const parsed = parse(json(change));
    if ('fout' in parsed) throw new Error(parsed.fout);
    expect(parsed.gevallen).toHaveLength(1);
    expect(parsed.gevallen[0]).toMatch(message);
    expect(parsed.casus.antwoorden.gemeente?.waarde).toBe('enschede');
  });

  it('names no more than a page can hold', () => {
    const parsed = parse(
      json((file: Loose) => {
        for (let count = 0; count < 5_000; count += 1) file.antwoorden[`weg${count}`] = null;
      }),
    );
    expect('gevallen' in parsed && parsed.gevallen).toHaveLength(21);
  });
});

it('reads no more of a list than a case can hold', () => {
  const parsed = parse(
    json((file: Loose) => {
      file.logboek = Array.from({ length: 100_000 }, () => 0);
    }),
  );
  const gevallen = 'gevallen' in parsed ? parsed.gevallen : [];
  expect(gevallen[0]).toMatch(/hoogstens 5000/);
  expect(gevallen.at(-1)).toMatch(/andere onderdelen: 4981/);
});

it('a key named __proto__ changes nothing but itself', () => {
  const parsed = parse(
    writeCasus(full).replace(
      '"antwoorden": {',
      '"__proto__": {"x": 1}, "antwoorden": {"__proto__": {"waarde": "ja"},',
    ),
  );
  expect('casus' in parsed && parsed.casus.antwoorden).toEqual(full.antwoorden);
  expect(({} as { waarde?: string }).waarde).toBeUndefined();
});

it('counts an emoji as one character, as the schema of the file does', () => {
  const write = (gezien: string) => {
    const parsed = parse(json(({ logboek }: Loose) => Object.assign(logboek[0], { gezien })));
    return 'casus' in parsed && parsed.casus.logboek[0]?.gezien;
  };
  expect(write('🙂'.repeat(5_000))).toBe('🙂'.repeat(5_000));
  expect(write('🙂'.repeat(5_001))).not.toBe('🙂'.repeat(5_001));
});
