import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareContent, listChanges } from '../../src/content/compare-content.ts';
import { type ComparedContent, parseContent } from '../../src/content/read-version.ts';
import { ROOT } from '../support/real-content.ts';

type Files = Map<string, unknown>;

/** The real files, to change before they are compared. */
function readFiles(): Files {
  return new Map(
    ['rules', 'tables', 'tables/overlegtafels'].flatMap((folder) =>
      readdirSync(join(ROOT, folder))
        .filter((naam) => naam.endsWith('.json'))
        .map(
          (naam) =>
            [`${folder}/${naam}`, JSON.parse(readFileSync(join(ROOT, folder, naam), 'utf8'))] as const,
        ),
    ),
  );
}

function parse(files: Files): ComparedContent {
  const parsed = parseContent(files);
  if ('fouten' in parsed) throw new Error(JSON.stringify(parsed.fouten));
  return parsed.inhoud;
}

// biome-ignore lint/suspicious/noExplicitAny: the tests change raw JSON, of whatever form.
type Json = any;

/** What this change of one file does. */
function compareWith(bestand: string, change: (json: Json) => void) {
  const files = readFiles();
  change(files.get(bestand));
  return compareContent(parse(readFiles()), parse(files));
}

const EQUAL = { erbij: [], weg: [], anders: [] };

describe('twee versies van de inhoud', () => {
  it('zijn gelijk als er niets anders is', () => {
    expect(compareWith('rules/topx.json', () => undefined)).toMatchObject({
      advies: { anders: { aantal: 0n, voorbeeld: null }, alleenNu: 0n, alleenEerst: 0n, shifts: [] },
      tafels: EQUAL,
      vragen: { ...EQUAL, otherOrder: false },
      rest: EQUAL,
    });
  });

  it('zijn gelijk als alleen de vorm van de bestanden anders is: zonder $schema, en lijsten op zichzelf', () => {
    const old: Files = new Map(
      [...readFiles()].map(([bestand, json]) => {
        const { $schema: _, ...rest } = json as Record<string, unknown>;
        const parts = Object.values(rest);
        return [bestand, parts.length === 1 && Array.isArray(parts[0]) ? parts[0] : rest];
      }),
    );
    expect(compareContent(parse(old), parse(readFiles()))).toMatchObject({
      tafels: EQUAL,
      vragen: EQUAL,
      rest: EQUAL,
    });
  });

  it('tellen wat een andere regel doet, met de regel in woorden', () => {
    const { tafels } = compareWith('rules/levensloopaanpak.json', (json) => {
      json.regel = { any: json.regel.all };
    });
    expect(tafels.anders).toMatchObject([
      {
        id: 'levensloopaanpak',
        meaning: [
          { plaats: 'regels.regel', naar: expect.stringMatching(/^any\(.*, regulier-werkt-niet\)$/) },
        ],
        tekst: [],
      },
    ]);
  });

  it('zeggen wie erbij mag, wie niet meer, en waarheen', () => {
    const { tafels } = compareWith('tables/overlegtafels/topx.json', (json) => {
      json.aanmelders.rollen = [...json.aanmelders.rollen.filter((rol: string) => rol !== 'om'), 'huisarts'];
      json.aanmelders.via = 'wijkcoach';
      json.kanaal.adres = 'ander-contact';
      json.doel.tekst = 'Een ander doel.';
      json.contacten[0].toelichting = 'Een andere uitleg.';
      json.contacten.pop();
    });
    const [topx] = tafels.anders;
    expect(topx?.meaning.map(({ plaats }) => plaats)).toEqual([
      'aanmelders.rollen',
      'aanmelders.via',
      'kanaal.adres',
      expect.stringMatching(/^contacten\.[a-z-]+$/),
    ]);
    expect(topx?.tekst).toEqual(['doel.tekst', expect.stringMatching(/^contacten\..*\.toelichting$/)]);
  });

  it('houden vragen waarvan alleen de tekst anders is apart', () => {
    const { vragen, tafels } = compareWith('rules/vragen.json', ({ vragen }) => {
      vragen[0].toelichting = 'Andere woorden.';
      vragen[1].opties.find(({ id }: Json) => id === 'losser').tekst = 'Gemeente Losser';
      vragen[2].opties.pop();
      vragen[3].stapTeZetten = !vragen[3].stapTeZetten;
    });
    expect(tafels).toEqual(EQUAL);
    expect(vragen).toEqual({
      erbij: [],
      weg: [],
      otherOrder: false,
      anders: [
        { id: 'acuutGevaar', meaning: [], tekst: ['toelichting'] },
        { id: 'gemeente', meaning: [], tekst: ['opties.losser.tekst'] },
        {
          id: 'rol',
          meaning: [expect.objectContaining({ plaats: 'opties.anders', naar: undefined })],
          tekst: [],
        },
        {
          id: 'lokaalBesproken',
          meaning: [expect.objectContaining({ plaats: 'stapTeZetten' })],
          tekst: [],
        },
      ],
    });
  });

  it('noemen vragen, tafels en bestanden die erbij komen of weggaan, en een andere volgorde', () => {
    const fewer = readFiles();
    fewer.delete('tables/overlegtafels/topx.json');
    fewer.delete('rules/topx.json');
    fewer.delete('tables/rollen.json');
    const { vragen } = fewer.get('rules/vragen.json') as Json;
    vragen.splice(5, 1);
    vragen.reverse();
    expect(compareContent(parse(readFiles()), parse(fewer))).toMatchObject({
      tafels: { erbij: [], weg: ['topx'] },
      vragen: { erbij: [], weg: ['signalen'], otherOrder: true },
      rest: { erbij: [], weg: ['tables/rollen.json'] },
    });
    expect(compareContent(parse(fewer), parse(readFiles()))).toMatchObject({
      tafels: { erbij: ['topx'], weg: [] },
      vragen: { erbij: ['signalen'], weg: [] },
      rest: { erbij: ['tables/rollen.json'], weg: [] },
    });
  });

  it('wijzen de plaats aan in de andere bestanden', () => {
    const { rest } = compareWith('tables/gemeenten.json', ({ gemeenten }) => {
      gemeenten[3].ggzWerkgebied.organisatie = 'dimence';
      gemeenten.shift();
    });
    expect(rest.anders).toEqual([
      {
        id: 'tables/gemeenten.json',
        meaning: [
          expect.objectContaining({ plaats: 'almelo', naar: undefined }),
          { plaats: 'enschede.ggzWerkgebied.organisatie', van: 'mediant', naar: 'dimence' },
        ],
        tekst: [],
      },
    ]);
  });

  it('zeggen het als een versie te anders is om te vergelijken', () => {
    const files = readFiles();
    (files.get('rules/topx.json') as Json).criteria[0].voorwaarde.operator = 'equal';
    files.delete('rules/vragen.json');
    expect(parseContent(files)).toMatchObject({
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
    ['een waarde', { a: { b: 1 } }, { a: { b: 2 } }, [{ plaats: 'a.b', van: 1, naar: 2 }]],
    [
      'een woord in een lijst',
      { a: ['x'] },
      { a: ['x', 'y'] },
      [{ plaats: 'a', van: ['x'], naar: ['x', 'y'] }],
    ],
    [
      'een ding in een lijst, op naam',
      [{ id: 'x' }, { id: 'y', n: 1 }],
      [{ id: 'y', n: 2 }, { id: 'x' }],
      [{ plaats: 'y.n', van: 1, naar: 2 }],
    ],
    [
      'alleen de volgorde',
      [{ id: 'x' }, { id: 'y' }],
      [{ id: 'y' }, { id: 'x' }],
      [{ plaats: '', van: ['x', 'y'], naar: ['y', 'x'] }],
    ],
    ['iets dat leeg werd', { a: { b: 1 } }, { a: null }, [{ plaats: 'a', van: { b: 1 }, naar: null }]],
    ['een ander soort', { a: [] }, { a: {} }, [{ plaats: 'a', van: [], naar: {} }]],
    [
      'dingen zonder naam, op nummer',
      [{ n: 1 }, { n: 2 }],
      [{ n: 1 }, { n: 3 }],
      [{ plaats: '1.n', van: 2, naar: 3 }],
    ],
  ])('%s', (_what, from, to, verwacht) => {
    expect(listChanges(from, to)).toEqual(verwacht);
  });
});
