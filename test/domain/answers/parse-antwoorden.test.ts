import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseAntwoord,
  parseAntwoorden,
  parseFormAntwoord,
} from '../../../src/domain/answers/parse-antwoorden.ts';
import type { Vraag } from '../../../src/domain/model/vraag.ts';
import { arbitraryAntwoord, arbitraryAntwoorden } from '../../support/arbitrary-antwoorden.ts';
import { FEITEN } from '../../support/domain-facts.ts';
import { model } from '../../support/real-content.ts';

const parse = (given: Record<string, unknown>) => parseAntwoorden(model.vraagOf, given);
const parseForm = (feit: string, values: string[]) => parseFormAntwoord(findVraag(feit), values);

function findVraag(feit: string): Vraag {
  const vraag = model.vraagOf.get(feit);
  if (!vraag) throw new Error(`Er is geen vraag ${feit}.`);
  return vraag;
}

describe('antwoorden van buiten', () => {
  it.each<[wat: string, given: Record<string, unknown>, waarde: Record<string, unknown>]>([
    ['niets', {}, {}],
    [
      'ja, nee en weet niet',
      { verwardGedrag: 'ja', crisisNu: 'nee', acuutGevaar: 'weetNiet' },
      { verwardGedrag: 'ja', crisisNu: 'nee', acuutGevaar: 'weetNiet' },
    ],
    ['een keuze', { gemeente: 'hof-van-twente', rol: 'om' }, { gemeente: 'hof-van-twente', rol: 'om' }],
    ['een lijst', { signalen: ['veiligheid', 'vastgelopen'] }, { signalen: ['veiligheid', 'vastgelopen'] }],
    [
      'een lijst in een andere volgorde',
      { signalen: ['vastgelopen', 'veiligheid', 'verward-gedrag'] },
      { signalen: ['verward-gedrag', 'veiligheid', 'vastgelopen'] },
    ],
    [
      'een lijst met dubbele waarden',
      { eerderBesproken: ['topx', 'levensloopaanpak', 'topx'] },
      { eerderBesproken: ['topx', 'levensloopaanpak'] },
    ],
    ['twee keer "weet niet"', { signalen: ['weetNiet', 'weetNiet'] }, { signalen: ['weetNiet'] }],
    ['een lege lijst: niet beantwoord', { signalen: [], eerderBesproken: [] }, {}],
    [
      'geen en geen van deze, alleen',
      { signalen: ['geen-van-deze'], eerderBesproken: ['geen'] },
      { signalen: ['geen-van-deze'], eerderBesproken: ['geen'] },
    ],
    ['een antwoord dat nu niet telt', { lokaalVastgelopen: 'ja' }, { lokaalVastgelopen: 'ja' }],
  ])('gaan goed: %s', (_what, given, waarde) => {
    expect(parse(given)).toEqual({ waarde });
  });

  it.each<[wat: string, given: Record<string, unknown>, feit: string, plaats: number[], fout: string]>([
    ['een onbekend feit', { leeftijd: 'ja' }, 'leeftijd', [], 'onbekendFeit'],
    ['een feit met andere hoofdletters', { Gemeente: 'borne' }, 'Gemeente', [], 'onbekendFeit'],
    ['de slug in plaats van het feit', { 'acuut-gevaar': 'nee' }, 'acuut-gevaar', [], 'onbekendFeit'],
    ['__proto__ als feit', JSON.parse('{"__proto__": "ja"}'), '__proto__', [], 'onbekendFeit'],
    ['constructor als feit', { constructor: 'ja' }, 'constructor', [], 'onbekendFeit'],
    ['een onbekende keuze', { gemeente: 'amsterdam' }, 'gemeente', [], 'onbekendeOptie'],
    ['een keuze met hoofdletter', { gemeente: 'Borne' }, 'gemeente', [], 'onbekendeOptie'],
    ['een keuze met een spatie', { crisisNu: 'ja ' }, 'crisisNu', [], 'onbekendeOptie'],
    ['een lege keuze', { crisisNu: '' }, 'crisisNu', [], 'onbekendeOptie'],
    ['"weet niet" waar dat geen keuze is', { rol: 'weetNiet' }, 'rol', [], 'onbekendeOptie'],
    ['"toString" als keuze', { crisisNu: 'toString' }, 'crisisNu', [], 'onbekendeOptie'],
    ['true', { crisisNu: true }, 'crisisNu', [], 'verkeerdeVorm'],
    ['een getal', { crisisNu: 1 }, 'crisisNu', [], 'verkeerdeVorm'],
    ['null', { crisisNu: null }, 'crisisNu', [], 'verkeerdeVorm'],
    ['een object', { crisisNu: { is: 'ja' } }, 'crisisNu', [], 'verkeerdeVorm'],
    ['twee waarden voor één keuze', { rol: ['om', 'politie'] }, 'rol', [], 'meerDanEen'],
    ['een tekst waar een lijst hoort', { signalen: 'veiligheid' }, 'signalen', [], 'verkeerdeVorm'],
    ['een object waar een lijst hoort', { signalen: { 0: 'veiligheid' } }, 'signalen', [], 'verkeerdeVorm'],
    ['null waar een lijst hoort', { signalen: null }, 'signalen', [], 'verkeerdeVorm'],
    [
      'een onbekende keuze in een lijst',
      { signalen: ['veiligheid', 'mars'] },
      'signalen',
      [1],
      'onbekendeOptie',
    ],
    ['een getal in een lijst', { signalen: ['veiligheid', 3] }, 'signalen', [1], 'verkeerdeVorm'],
    ['een lijst in een lijst', { signalen: [['veiligheid']] }, 'signalen', [0], 'verkeerdeVorm'],
    [
      '"geen van deze" naast een ander',
      { signalen: ['veiligheid', 'geen-van-deze'] },
      'signalen',
      [],
      'nietAlleen',
    ],
    ['"weet niet" naast een ander', { signalen: ['weetNiet', 'veiligheid'] }, 'signalen', [], 'nietAlleen'],
    [
      '"geen van deze" naast "weet niet"',
      { signalen: ['geen-van-deze', 'weetNiet'] },
      'signalen',
      [],
      'nietAlleen',
    ],
    ['"geen" naast een tafel', { eerderBesproken: ['topx', 'geen'] }, 'eerderBesproken', [], 'nietAlleen'],
    [
      'het bestuurlijk overleg als eerdere tafel',
      { eerderBesproken: ['bestuurlijk-escalatieoverleg'] },
      'eerderBesproken',
      [0],
      'onbekendeOptie',
    ],
    [
      'het P10-team als eerdere tafel',
      { eerderBesproken: ['mobiel-p10-team'] },
      'eerderBesproken',
      [0],
      'onbekendeOptie',
    ],
  ])('gaan fout: %s', (_what, given, feit, plaats, fout) => {
    expect(parse(given)).toEqual({ fouten: [{ feit, plaats, fout }] });
  });

  it('noemen alle fouten tegelijk, in de volgorde van de antwoorden', () => {
    const given = {
      signalen: ['mars', 'veiligheid', 'venus'],
      rol: ['om'],
      gemeente: 'borne',
      verzonnen: 1,
      crisisNu: 'misschien',
    };
    expect(parse(given)).toEqual({
      fouten: [
        { feit: 'signalen', plaats: [0], fout: 'onbekendeOptie' },
        { feit: 'signalen', plaats: [2], fout: 'onbekendeOptie' },
        { feit: 'rol', plaats: [], fout: 'meerDanEen' },
        { feit: 'verzonnen', plaats: [], fout: 'onbekendFeit' },
        { feit: 'crisisNu', plaats: [], fout: 'onbekendeOptie' },
      ],
    });
  });

  it('zijn voor elke geldige set ongewijzigd', () => {
    fc.assert(
      fc.property(arbitraryAntwoorden, (antwoorden) => {
        expect(parse(antwoorden)).toEqual({ waarde: antwoorden });
      }),
      { numRuns: 300 },
    );
  });

  it('geven voor willekeurige rommel een waarde of fouten, nooit een uitzondering', () => {
    const key = fc.oneof(fc.constantFrom(...FEITEN.map(({ feit }) => feit)), fc.string());
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue()), (given) => {
        const result = parse(given);
        if ('fouten' in result) expect(result.fouten.length).toBeGreaterThan(0);
        else expect(parse(result.waarde)).toEqual(result);
      }),
      { numRuns: 500 },
    );
  });
});

describe('een antwoord van een formulier', () => {
  it.each<[feit: string, values: string[], waarde: unknown]>([
    ['crisisNu', ['ja'], 'ja'],
    ['crisisNu', ['', 'ja'], 'ja'],
    ['gemeente', ['losser'], 'losser'],
    ['signalen', ['veiligheid'], ['veiligheid']],
    ['signalen', ['vastgelopen', 'veiligheid'], ['veiligheid', 'vastgelopen']],
    ['signalen', ['veiligheid', 'veiligheid'], ['veiligheid']],
    ['signalen', ['', 'weetNiet'], ['weetNiet']],
  ])('%s met %j is %j', (feit, values, waarde) => {
    expect(parseForm(feit, values)).toEqual({ waarde });
  });

  it.each<[feit: string, values: string[], plaats: number[], fout: string]>([
    ['crisisNu', [], [], 'leeg'],
    ['crisisNu', [''], [], 'leeg'],
    ['signalen', [], [], 'leeg'],
    ['signalen', ['', ''], [], 'leeg'],
    ['crisisNu', ['ja', 'nee'], [], 'meerDanEen'],
    ['crisisNu', ['misschien'], [], 'onbekendeOptie'],
    ['gemeente', [' borne'], [], 'onbekendeOptie'],
    ['signalen', ['mars'], [0], 'onbekendeOptie'],
    ['signalen', ['veiligheid', 'geen-van-deze'], [], 'nietAlleen'],
  ])('%s met %j is fout', (feit, values, plaats, fout) => {
    expect(parseForm(feit, values)).toEqual({ fouten: [{ feit, plaats, fout }] });
  });

  it('mag elke keuze van elke vraag zijn, alleen', () => {
    for (const vraag of model.vragen) {
      for (const { id } of vraag.opties) {
        const waarde = vraag.type === 'meerkeuze' ? [id] : id;
        expect(parseFormAntwoord(vraag, [id])).toEqual({ waarde });
        expect(parseAntwoord(vraag, waarde)).toEqual({ waarde });
      }
    }
  });

  it('is hetzelfde als dat van de API', () => {
    for (const feit of FEITEN) {
      for (const antwoord of fc.sample(arbitraryAntwoord(feit), { numRuns: 10 }))
        expect(parseForm(feit.feit, [antwoord].flat())).toEqual(
          parseAntwoord(findVraag(feit.feit), antwoord),
        );
    }
  });
});
