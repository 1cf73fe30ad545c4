import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareInhoud, listWijzigingen } from '../../src/content/compare-content.ts';
import { type Inhoud, parseInhoud } from '../../src/content/read-version.ts';
import { ROOT } from '../support/real-content.ts';

type Bestanden = Map<string, unknown>;

/** The real files, to change before they are compared. */
function readBestanden(): Bestanden {
  return new Map(
    ['rules', 'tables', 'tables/overlegtafels'].flatMap((map) =>
      readdirSync(join(ROOT, map))
        .filter((naam) => naam.endsWith('.json'))
        .map((naam) => [`${map}/${naam}`, JSON.parse(readFileSync(join(ROOT, map, naam), 'utf8'))] as const),
    ),
  );
}

function parse(bestanden: Bestanden): Inhoud {
  const gelezen = parseInhoud(bestanden);
  if ('fouten' in gelezen) throw new Error(JSON.stringify(gelezen.fouten));
  return gelezen.inhoud;
}

// biome-ignore lint/suspicious/noExplicitAny: the tests change raw JSON, of whatever form.
type Json = any;

/** What this change of one file does. */
function compareMet(bestand: string, wijzig: (json: Json) => void) {
  const bestanden = readBestanden();
  wijzig(bestanden.get(bestand));
  return compareInhoud(parse(readBestanden()), parse(bestanden));
}

const GELIJK = { erbij: [], weg: [], anders: [] };

describe('twee versies van de inhoud', () => {
  it('zijn gelijk als er niets anders is', () => {
    expect(compareMet('rules/topx.json', () => undefined)).toEqual({
      tafels: GELIJK,
      vragen: { ...GELIJK, anderVolgorde: false },
      overig: GELIJK,
    });
  });

  it('zijn gelijk als alleen de vorm van de bestanden anders is: zonder $schema, en lijsten op zichzelf', () => {
    const oud: Bestanden = new Map(
      [...readBestanden()].map(([bestand, json]) => {
        const { $schema: _, ...rest } = json as Record<string, unknown>;
        const delen = Object.values(rest);
        return [bestand, delen.length === 1 && Array.isArray(delen[0]) ? delen[0] : rest];
      }),
    );
    expect(compareInhoud(parse(oud), parse(readBestanden()))).toMatchObject({
      tafels: GELIJK,
      vragen: GELIJK,
      overig: GELIJK,
    });
  });

  it('tellen wat een andere regel doet, met de regel in woorden', () => {
    const { tafels } = compareMet('rules/levensloopaanpak.json', (json) => {
      json.regel = { any: json.regel.all };
    });
    expect(tafels.anders).toMatchObject([
      {
        id: 'levensloopaanpak',
        oordelen: { totaal: 81, wint: { aantal: 64 }, verliest: { aantal: 0 } },
        betekenis: [
          { plaats: 'regels.regel', to: expect.stringMatching(/^any\(.*, regulier-werkt-niet\)$/) },
        ],
        tekst: [],
      },
    ]);
  });

  it('zeggen wie erbij mag, wie niet meer, en waarheen', () => {
    const { tafels } = compareMet('tables/overlegtafels/topx.json', (json) => {
      json.aanmelders.rollen = [...json.aanmelders.rollen.filter((rol: string) => rol !== 'om'), 'huisarts'];
      json.aanmelders.via = 'wijkcoach';
      json.kanaal.adres = 'ander@example.org';
      json.doel.tekst = 'Een ander doel.';
      json.contacten[0].waarde = 'ander@example.org';
      json.contacten[0].gecontroleerd = '2027-01-01';
    });
    const [topx] = tafels.anders;
    expect(topx?.oordelen).toBeNull();
    expect(topx?.betekenis.map(({ plaats }) => plaats)).toEqual([
      'aanmelders.rollen',
      'aanmelders.via',
      'kanaal.adres',
      expect.stringMatching(/^contacten\..*\.waarde$/),
    ]);
    expect(topx?.tekst).toEqual(['doel.tekst', expect.stringMatching(/^contacten\..*\.gecontroleerd$/)]);
  });

  it('houden vragen waarvan alleen de tekst anders is apart', () => {
    const { vragen, tafels } = compareMet('rules/vragen.json', ({ vragen }) => {
      vragen[0].toelichting = 'Andere woorden.';
      vragen[1].opties.find(({ id }: Json) => id === 'losser').tekst = 'Gemeente Losser';
      vragen[2].opties.pop();
      vragen[3].stapTeZetten = !vragen[3].stapTeZetten;
    });
    expect(tafels).toEqual(GELIJK);
    expect(vragen).toEqual({
      erbij: [],
      weg: [],
      anderVolgorde: false,
      anders: [
        { id: 'acuutGevaar', betekenis: [], tekst: ['toelichting'] },
        { id: 'gemeente', betekenis: [], tekst: ['opties.losser.tekst'] },
        {
          id: 'rol',
          betekenis: [expect.objectContaining({ plaats: 'opties.anders', to: undefined })],
          tekst: [],
        },
        {
          id: 'lokaalBesproken',
          betekenis: [expect.objectContaining({ plaats: 'stapTeZetten' })],
          tekst: [],
        },
      ],
    });
  });

  it('noemen vragen, tafels en bestanden die erbij komen of weggaan, en een andere volgorde', () => {
    const minder = readBestanden();
    minder.delete('tables/overlegtafels/topx.json');
    minder.delete('rules/topx.json');
    minder.delete('tables/rollen.json');
    const { vragen } = minder.get('rules/vragen.json') as Json;
    vragen.splice(5, 1);
    vragen.reverse();
    expect(compareInhoud(parse(readBestanden()), parse(minder))).toMatchObject({
      tafels: { erbij: [], weg: ['topx'] },
      vragen: { erbij: [], weg: ['signalen'], anderVolgorde: true },
      overig: { erbij: [], weg: ['tables/rollen.json'] },
    });
    expect(compareInhoud(parse(minder), parse(readBestanden()))).toMatchObject({
      tafels: { erbij: ['topx'], weg: [] },
      vragen: { erbij: ['signalen'], weg: [] },
      overig: { erbij: ['tables/rollen.json'], weg: [] },
    });
  });

  it('wijzen de plaats aan in de andere bestanden', () => {
    const { overig } = compareMet('tables/gemeenten.json', ({ gemeenten }) => {
      gemeenten[3].ggzWerkgebied.organisatie = 'dimence';
      gemeenten.shift();
    });
    expect(overig.anders).toEqual([
      {
        id: 'tables/gemeenten.json',
        betekenis: [
          expect.objectContaining({ plaats: 'almelo', to: undefined }),
          { plaats: 'enschede.ggzWerkgebied.organisatie', van: 'mediant', to: 'dimence' },
        ],
        tekst: [],
      },
    ]);
  });

  it('zeggen het als een versie te anders is om te vergelijken', () => {
    const bestanden = readBestanden();
    (bestanden.get('rules/topx.json') as Json).criteria[0].voorwaarde.operator = 'equal';
    bestanden.delete('rules/vragen.json');
    expect(parseInhoud(bestanden)).toMatchObject({
      fouten: [
        { bestand: 'rules/vragen.json', plaats: '' },
        { bestand: 'rules/topx.json', plaats: 'criteria.0.voorwaarde.operator' },
      ],
    });
  });
});

describe('de plaatsen waar data verschillen', () => {
  it.each([
    ['niets', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    ['een waarde', { a: { b: 1 } }, { a: { b: 2 } }, [{ plaats: 'a.b', van: 1, to: 2 }]],
    [
      'een woord in een lijst',
      { a: ['x'] },
      { a: ['x', 'y'] },
      [{ plaats: 'a', van: ['x'], to: ['x', 'y'] }],
    ],
    [
      'een ding in een lijst, op naam',
      [{ id: 'x' }, { id: 'y', n: 1 }],
      [{ id: 'y', n: 2 }, { id: 'x' }],
      [{ plaats: 'y.n', van: 1, to: 2 }],
    ],
    [
      'alleen de volgorde',
      [{ id: 'x' }, { id: 'y' }],
      [{ id: 'y' }, { id: 'x' }],
      [{ plaats: '', van: ['x', 'y'], to: ['y', 'x'] }],
    ],
    ['iets dat leeg werd', { a: { b: 1 } }, { a: null }, [{ plaats: 'a', van: { b: 1 }, to: null }]],
    ['een ander soort', { a: [] }, { a: {} }, [{ plaats: 'a', van: [], to: {} }]],
    [
      'dingen zonder naam, op nummer',
      [{ n: 1 }, { n: 2 }],
      [{ n: 1 }, { n: 3 }],
      [{ plaats: '1.n', van: 2, to: 3 }],
    ],
  ])('%s', (_wat, van, naar, verwacht) => {
    expect(listWijzigingen(van, naar)).toEqual(verwacht);
  });
});
