import { describe, expect, it } from 'vitest';
import { parseAntwoorden } from '../../src/domain/answers/parse-antwoorden.ts';
import type { Content } from '../../src/domain/model/content.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import type { ContentProof } from '../../src/domain/proof/laws/law.ts';
import { LAWS } from '../../src/domain/proof/laws/laws.ts';
import { createProof } from '../../src/domain/proof/proof.ts';
import { describeCase } from '../../src/domain/proof/proof-words.ts';
import type { TafelDiagrams } from '../../src/domain/proof/tafel-diagrams.ts';
import { content, model } from '../support/real-content.ts';

const proof: ContentProof = createProof(content);

/** The content with one table changed. */
function withTafel(id: string, change: (tafel: Overlegtafel) => object): Content {
  return {
    ...content,
    tafels: content.tafels.map((tafel) =>
      tafel.id === id ? ({ ...tafel, ...change(tafel) } as Overlegtafel) : tafel,
    ),
  };
}

/** The real advice with a fault in what it says of one table. */
function withDiagrams(id: string, change: (tafel: TafelDiagrams) => object): ContentProof {
  const tafels = new Map(
    [...proof.advies.tafels].map(([own, tafel]) => [
      own,
      own === id ? { ...tafel, ...change(tafel) } : tafel,
    ]),
  );
  return { ...proof, advies: { ...proof.advies, tafels } };
}

const { and, is, choose, restrict, map } = proof.operations;
const { answers, uitkomst } = proof.advies;
const leaf = <T>(value: T) => proof.store.leaf<T>(value);
const empty = (deel: object) => ({ ...deel, waarde: null, alsOnbekend: null });
const find = (id: string) => {
  const tafel = proof.advies.tafels.get(id);
  if (!tafel) throw new Error(id);
  return tafel;
};

/** The proof of the content with something else in one question. */
const withVraag = (feit: string, change: Partial<Vraag>): ContentProof =>
  createProof({
    ...content,
    vragen: content.vragen.map((vraag) => (vraag.feit === feit ? { ...vraag, ...change } : vraag)),
  });

/** By law the faults that break it: in the content, or in what the diagrams say. */
const PLANTED: Readonly<Record<string, readonly [wat: string, made: () => ContentProof][]>> = {
  'direct-gevaar': [
    ['het gevaar telt niet', () => withVraag('acuutGevaar', { wanneer: { tafels: ['topx'] } })],
    [
      'een tafel blijft genoemd',
      () =>
        withDiagrams('topx', ({ oordeel }) => ({
          lijst: choose(is(oordeel, 'voldoet'), leaf<string | null>('tafels'), leaf<string | null>(null)),
        })),
    ],
  ],
  'buiten-twente': [
    [
      'een andere naam voor buiten Twente',
      () => withVraag('gemeente', { wanneer: { feit: 'lokaalBesproken', is: 'ja' } }),
    ],
    [
      'het advies is daar iets anders',
      () => ({
        ...proof,
        advies: {
          ...proof.advies,
          uitkomst: choose(answers.is('gemeente', 'buiten-twente'), leaf('geenTafel' as const), uitkomst),
        },
      }),
    ],
  ],
  'iemand-te-bereiken': [
    [
      'geen nummer bij gevaar',
      () =>
        createProof({
          ...content,
          noodnummers: content.noodnummers.map((nummer) => ({ ...nummer, direct: false })),
        }),
    ],
    [
      'een gemeente zonder contact',
      () =>
        createProof({
          ...content,
          gemeenten: content.gemeenten.map((gemeente) =>
            gemeente.id === 'borne'
              ? { ...gemeente, algemeen: [], lokaleIngang: { ...gemeente.lokaleIngang, contacten: [] } }
              : gemeente,
          ),
        }),
    ],
    [
      'niets te doen bij een onbekende gemeente',
      () => createProof({ ...content, lokaal: { ...content.lokaal, watTeDoen: [] } }),
    ],
    [
      'een tafel zonder contact',
      () => createProof(withTafel('topx', ({ contacten }) => ({ contacten: contacten.map(empty) }))),
    ],
    [
      'een tafel waar niets heen kan',
      () =>
        createProof(
          withTafel('topx', ({ kanaal }) => ({ kanaal: { ...kanaal, adres: null, alsOnbekend: null } })),
        ),
    ],
    ['niemand die het weet', () => withVraag('zoekt', { wieWeetHet: '' })],
    ['een vraag die niet wordt gesteld', () => withVraag('zoekt', { wanneer: { tafels: ['topx'] } })],
    [
      'geen cliëntondersteuner',
      () =>
        createProof({ ...content, clientondersteuning: { ...content.clientondersteuning, aanbieders: [] } }),
    ],
  ],
  'altijd-een-weg': [
    [
      'een rol die niet bestaat',
      () =>
        createProof(
          withTafel('topx', ({ aanmelders }) => ({ aanmelders: { ...aanmelders, via: 'niemand' } })),
        ),
    ],
    [
      'een rol die het zelf niet mag',
      () =>
        createProof(
          withTafel('topx', ({ aanmelders }) => ({ aanmelders: { ...aanmelders, via: 'inwoner' } })),
        ),
    ],
  ],
  'geen-tafel-vergeten': [
    [
      'een tafel valt weg naast een andere',
      () =>
        withDiagrams('topx', ({ lijst }) => ({
          lijst: choose(is(find('hoogcomplex-oostnl').oordeel, 'voldoet'), leaf<string | null>(null), lijst),
        })),
    ],
  ],
  'geprobeerd-is-geprobeerd': [
    [
      'wat geprobeerd is telt niet',
      () =>
        withDiagrams('topx', ({ oordeel }) => ({
          lijst: choose(is(oordeel, 'voldoet'), leaf<string | null>('tafels'), leaf<string | null>(null)),
        })),
    ],
  ],
  'elke-tafel-telt': [
    [
      'een tafel kan niet passen',
      () =>
        createProof(
          withTafel('topx', ({ regels }) => ({
            regels: {
              ...regels,
              criteria: regels.criteria.map((criterium) => ({
                ...criterium,
                voorwaarde: { ...criterium.voorwaarde, value: 'misschien' },
              })),
            },
          })),
        ),
    ],
    [
      'een tafel past altijd',
      () =>
        createProof(
          withTafel('topx', ({ regels }) => ({
            regels: {
              ...regels,
              criteria: regels.criteria.map((criterium) => ({
                ...criterium,
                voorwaarde: { ...criterium.voorwaarde, operator: 'isEenVan', value: ['ja', 'nee'] },
              })),
            },
          })),
        ),
    ],
    [
      'een tafel past nooit alleen',
      () =>
        withDiagrams('topx', ({ lijst }) => ({
          lijst: choose(is(find('hoogcomplex-oostnl').lijst, null), leaf<string | null>(null), lijst),
        })),
    ],
  ],
  'elk-criterium-telt': [
    [
      'een criterium buiten de regel',
      () =>
        createProof(
          withTafel('topx', ({ regels }) => ({
            regels: { ...regels, regel: { condition: 'gebieds-veiligheid' } },
          })),
        ),
    ],
  ],
  'alles-bekend': [
    [
      'een regel met een criterium dat er niet is',
      () =>
        createProof(
          withTafel('topx', ({ regels }) => ({
            regels: { ...regels, regel: { all: [regels.regel, { condition: 'weg' }] } },
          })),
        ),
    ],
  ],
  'voorziening-verbergt-niets': [
    [
      'een tafel verdwijnt achter het P10-team',
      () =>
        withDiagrams('topx', ({ lijst }) => ({
          lijst: choose(is(find('mobiel-p10-team').oordeel, 'voldoet'), leaf<string | null>(null), lijst),
        })),
    ],
    [
      'een tafel is niet meer bijna passend',
      () =>
        withDiagrams('topx', ({ bijna }) => ({
          bijna: choose(is(find('mobiel-p10-team').oordeel, 'voldoet'), leaf<string | null>(null), bijna),
        })),
    ],
  ],
  'vast-is-vast': [
    [
      'een oordeel keert om',
      () =>
        withDiagrams('topx', ({ oordeel }) => ({
          oordeel: choose(
            and(is(oordeel, 'voldoet'), answers.is('zoekt', 'advies')),
            leaf('voldoetNiet' as const),
            oordeel,
          ),
        })),
    ],
    [
      'een oordeel keert om door wat eerder is besproken',
      () =>
        withDiagrams('topx', ({ oordeel }) => ({
          oordeel: choose(
            and(is(oordeel, 'voldoet'), answers.chosen('eerderBesproken', 'topx')),
            leaf('voldoetNiet' as const),
            oordeel,
          ),
        })),
    ],
  ],
  'wat-niet-telt': [
    [
      'een lokale stap die niet meer telt',
      () => ({
        ...proof,
        advies: {
          ...proof.advies,
          lokaleStap: choose(
            answers.is('lokaalVastgelopen', 'nee'),
            leaf('verder' as const),
            proof.advies.lokaleStap,
          ),
        },
      }),
    ],
    [
      'een tafel waar ooit is geprobeerd',
      () => withDiagrams('topx', () => ({ geprobeerd: answers.chosen('eerderBesproken', 'topx') })),
    ],
  ],
  'elke-vraag-telt': [
    [
      'een vraag zonder criterium',
      () =>
        createProof(
          withTafel('crisisteam-zorgkantoor', ({ regels }) => ({
            regels: { ...regels, criteria: regels.criteria.filter(({ id }) => id !== 'verblijf') },
          })),
        ),
    ],
    [
      'een aanmelder voor wie het niet uitmaakt',
      () => ({
        ...proof,
        advies: {
          ...proof.advies,
          tafels: new Map(
            [...proof.advies.tafels].map(([id, tafel]) => [
              id,
              {
                ...tafel,
                aanmelder: restrict(
                  map((json: string) => json)(tafel.aanmelder),
                  new Map([[proof.variables.placeOf('rol', false) ?? 0, 0]]),
                ),
              },
            ]),
          ),
        },
      }),
    ],
  ],
};

describe.each(LAWS.map((law) => ({ ...law, law })))('de wet $id: $tekst', ({ id, law }) => {
  it('geldt voor elk mogelijk geval', () => {
    expect(law.findBreaches(proof)).toEqual([]);
  });

  it.each(PLANTED[id] ?? [])('valt om bij een fout: %s', (_wat, make) => {
    const [breach, ...more] = law.findBreaches(make());
    expect(breach?.wat).toMatch(/\w{4}/);
    for (const { geval } of [breach, ...more].flatMap((found) => found ?? []))
      if (geval) {
        // A case that can really be, and that can be told.
        expect(parseAntwoorden(model.vraagOf, geval)).toEqual({ waarde: geval });
        expect(describeCase(content.vragen, geval)).not.toBe('');
      }
  });

  it('is getest met een fout', () => {
    expect(PLANTED[id]?.length).toBeGreaterThan(0);
  });
});

it('een geval wordt in woorden gezegd, in de volgorde van de vragen', () => {
  expect(
    describeCase(content.vragen, { signalen: ['veiligheid', 'hoogcomplex'], acuutGevaar: 'nee' }),
  ).toMatch(/^iemand in direct gevaar: Nee; .+: .+ \+ .+$/);
  expect(describeCase(content.vragen, {})).toBe('nog niets beantwoord');
});
