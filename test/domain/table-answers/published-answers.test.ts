import { describe, expect, it } from 'vitest';
import { toPublishedAnswers } from '../../../src/domain/table-answers/published-answers.ts';
import type { CountedAnswer } from '../../../src/domain/table-answers/table-answers.ts';
import { toAnswersTable } from '../../../src/web/statistics/to-answers-table.ts';
import { model } from '../../support/real-content.ts';
import { say } from '../../support/texts.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const WEEK = 7 * 24 * 60 * 60 * 1000;
const VERSIE = 'aaaaaa';
const CRITERIUM = `criterium:${model.tafelOf.get('topx')?.regels.criteria[1]?.id}`;

type Fields = Partial<CountedAnswer>;
const answers = (aantal: number, fields: Fields = {}): CountedAnswer[] =>
  aantal === 0
    ? []
    : [
        {
          ...{ tafel: 'topx', week: '2026-W40', versie: VERSIE, keuze: 'opgepakt', aantal, dagen: 3 },
          ...fields,
        },
      ];
const refused = (aantal: number, waarom: string, fields: Fields = {}) =>
  answers(aantal, { keuze: 'nietOpgepakt', waarom, ...fields });
const publish = (counted: readonly CountedAnswer[], now = NOW) =>
  toPublishedAnswers(counted, now, model.tafels, () => VERSIE);
const topx = (counted: readonly CountedAnswer[], now = NOW) =>
  publish(counted, now).find(({ tafel }) => tafel === 'topx');
/** What an attacker sees. */
const show = (counted: readonly CountedAnswer[]) =>
  JSON.stringify(toAnswersTable({ model, say }, publish(counted)));

describe('what everyone may know of the answers of tables', () => {
  it('is a row for each table, in one order, also where nothing was ever answered', () => {
    const ids = model.tafels.map(({ id }) => id);
    expect(publish([]).map(({ tafel }) => tafel)).toEqual(ids);
    expect(publish(answers(50)).map(({ tafel }) => tafel)).toEqual(ids);
    expect(new Set(publish([]).map((row) => JSON.stringify({ ...row, tafel: '' }))).size).toBe(1);
  });

  it('is the share taken on, the days within which half answered, and what was named most', () => {
    expect(
      topx([
        ...answers(12, { dagen: 2 }),
        ...refused(9, CRITERIUM, { dagen: 8 }),
        ...refused(6, 'reden:geen-plek', { dagen: 9 }),
        ...answers(2, { keuze: 'ontvangen', dagen: 1 }),
      ]),
    ).toEqual({
      tafel: 'topx',
      antwoorden: 25,
      opgepakt: { ja: 10, nee: 15 },
      dagen: 8,
      vaakst: { waarom: CRITERIUM, aantal: 10 },
    });
  });

  it('says in words what it is', () => {
    const { rijen } = toAnswersTable(
      { model, say },
      publish([...answers(12), ...refused(9, CRITERIUM), ...refused(6, 'reden:geen-plek')]),
    );
    const row = rijen.find(({ kop }) => kop.tekst === model.tafelOf.get('topx')?.korteNaam);
    expect(row?.cellen.map(({ tekst }) => tekst)).toEqual([
      '25',
      '10, dat is ongeveer 40%',
      '3 dagen',
      expect.stringMatching(/^ongeveer 10 keer genoemd: aan dit criterium is niet voldaan: “.+”$/),
    ]);
  });

  it('counts what is older than a year and only counted, but for the days', () => {
    const old = { week: '2025-W48', dagen: 30 };
    const { dagen: _dagen, ...counted } = { ...answers(20, old)[0] } as CountedAnswer;
    expect(topx([...answers(10, { keuze: 'ontvangen' }), counted])).toMatchObject({
      opgepakt: { ja: 20, nee: 10 },
      dagen: 3,
    });
    // Whether it was added to the counts already does not show: it happens in the middle of a week.
    expect(topx([...answers(10), counted])).toEqual(topx([...answers(10), ...answers(20, old)]));
  });

  it('is of 52 weeks that are over: nothing of this week, nor of before', () => {
    for (const week of ['2026-W48', '2025-W47']) expect(topx(answers(50, { week }))).toEqual(topx([]));
    for (const week of ['2026-W47', '2025-W48'])
      expect(topx(answers(50, { week }))).toMatchObject({ antwoorden: 50 });
    const next = new Date(NOW.getTime() + WEEK);
    expect(topx(answers(50, { week: '2026-W48' }), next)).toMatchObject({ antwoorden: 50 });
  });

  it('names what was refused by the rules as they are now only', () => {
    const other = { versie: 'bbbbbb' };
    const now = [...refused(6, CRITERIUM), ...refused(6, 'reden:anders')];
    expect(topx([...refused(30, 'reden:geen-plek', other), ...now])?.vaakst).toEqual({
      waarom: CRITERIUM,
      aantal: 5,
    });
    expect(
      topx([...refused(30, 'reden:geen-plek', other), ...refused(30, 'reden:anders', other)]),
    ).toMatchObject({ antwoorden: 60, vaakst: null });
  });

  it('is the same to another table whatever a table answered', () => {
    const rest = (counted: readonly CountedAnswer[]) =>
      publish(counted).filter(({ tafel }) => tafel !== 'topx');
    expect(rest(answers(50))).toEqual(rest([]));
  });

  it.each([0, 1, 4])('shows no part of %i, nor what is left beside it', (few) => {
    expect(topx([...answers(few), ...answers(30, { keuze: 'ontvangen' })])?.opgepakt).toBeNull();
    expect(topx([...answers(30), ...answers(few, { keuze: 'ontvangen' })])?.opgepakt).toBeNull();
    expect(topx([...refused(30, CRITERIUM), ...refused(few, 'reden:anders')])?.vaakst).toBeNull();
    expect(topx(answers(2 * few))?.dagen).toBeNull();
    expect(topx(answers(10))?.dagen).toBe(3);
  });

  it('does not tell which of two that are shown as the same was named more', () => {
    const [one, other] = [
      [...refused(8, CRITERIUM), ...refused(12, 'reden:anders')],
      [...refused(12, CRITERIUM), ...refused(8, 'reden:anders')],
    ];
    expect(topx(one)).toEqual(topx(other));
  });
});

/** What was counted of two kinds, each up to the first number; who guesses thinks of more, up to the second. */
const TRUTH = 11;
const UP_TO = 20;
const numbers = Array.from({ length: UP_TO + 1 }, (_, number) => number);
const worlds = numbers.flatMap((a) => numbers.map((b) => ({ a, b })));

describe.each([
  ['taken on and not', (a: number, b: number) => [...answers(a), ...answers(b, { keuze: 'ontvangen' })]],
  ['two grounds', (a: number, b: number) => [...refused(a, CRITERIUM), ...refused(b, 'reden:geen-plek')]],
  [
    'taken on and refused, of which some are only counted',
    (a: number, b: number) => [
      ...answers(Math.floor(a / 2), { week: '2025-W50' }),
      ...answers(Math.ceil(a / 2)),
      ...refused(b, CRITERIUM, { week: '2025-W49' }),
    ],
  ],
])('who subtracts, of %s', (_name, make) => {
  const pages = new Map(worlds.map(({ a, b }) => [`${a} ${b}`, show(make(a, b))]));
  const seen = ({ a, b }: (typeof worlds)[number]) => pages.get(`${a} ${b}`) ?? '';

  it('finds no count below five on a page', () => {
    const possible = new Map<string, { a: Set<number>; b: Set<number>; left: Set<number> }>();
    for (const world of worlds) {
      const found = possible.get(seen(world)) ?? { a: new Set(), b: new Set(), left: new Set() };
      found.a.add(world.a);
      found.b.add(world.b);
      found.left.add(world.a + world.b);
      possible.set(seen(world), found);
    }
    expect(possible.size).toBeGreaterThan(5);
    for (const page of new Set(worlds.filter(isTrue).map(seen)))
      expectDoubt(Object.values(possible.get(page) ?? {}));
  });

  it('finds none between two weeks, of what was there or of what came', () => {
    const possible = new Map<string, Set<number>[]>();
    for (const before of worlds)
      for (const after of worlds) {
        if (after.a < before.a || after.b < before.b) continue;
        const key = `${seen(before)}\n${seen(after)}`;
        const sets = possible.get(key) ?? Array.from({ length: 6 }, () => new Set<number>());
        const values = [before.a, before.b, after.a, after.b, after.a - before.a, after.b - before.b];
        for (const [index, value] of values.entries()) sets[index]?.add(value);
        possible.set(key, sets);
      }
    const shown = new Set(worlds.filter(isTrue).map(seen));
    for (const before of shown)
      for (const after of shown) expectDoubt(possible.get(`${before}\n${after}`) ?? []);
  });

  const isTrue = ({ a, b }: (typeof worlds)[number]) => a <= TRUTH && b <= TRUTH;

  /** A count below five is never the only one that can be. */
  function expectDoubt(sets: readonly Set<number>[]): void {
    for (const set of sets) if (Math.min(...set) < 5) expect(set.size, [...set].join()).toBeGreaterThan(1);
  }
});
