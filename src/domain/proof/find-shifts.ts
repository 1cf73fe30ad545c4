import type { Antwoorden } from '../model/antwoorden.ts';
import type { AdviesDiagrams } from './compile-advies.ts';
import { countPerValue } from './diagram/count.ts';
import type { Diagram } from './diagram/store.ts';
import { type Aspect, type AspectKind, listAspects } from './list-aspects.ts';
import { compileIn, createWorkplace, type Workplace } from './proof.ts';
import type { ProofContent } from './proof-content.ts';

/** Some cases: how many, and the one with the fewest answers. */
interface CaseGroup {
  readonly aantal: bigint;
  readonly voorbeeld: Antwoorden | null;
}

/** Cases in which one thing that the advice says is otherwise. */
export interface Shift extends CaseGroup {
  /** `gevraagd` is not of the advice: a question that counts now and did not before, or the other way round. */
  readonly soort: AspectKind | 'gevraagd';
  readonly tafel: string | null;
  readonly criterium: string | null;
  /** The fact, of a question. */
  readonly feit: string | null;
  /** What it was and what it is, of what has few values; null of the rest. */
  readonly van: string | null;
  readonly to: string | null;
}

/** What a change of the content does to the advice, over every possible case of both versions. */
export interface AdviesShifts {
  /** The cases of both versions together. */
  readonly totaal: bigint;
  /** Those in which the advice is otherwise, whatever of it. */
  readonly anders: CaseGroup;
  /** The cases that can only be now, and that could only be before: by other questions or options. */
  readonly alleenNu: bigint;
  readonly alleenEerst: bigint;
  readonly shifts: readonly Shift[];
}

/** Of these each change is told apart by what it was and what it is. */
const TOLD_APART: readonly AspectKind[] = ['uitkomst', 'lokaleStap', 'lijst', 'oordeel'];

/**
 * Compares the whole advice of two versions of the content, exactly, in every case of both. An answer that a version does
 * not ask for changes nothing there. Texts, and the order of lists, are not compared.
 */
export function findShifts(old: ProofContent, fresh: ProofContent): AdviesShifts {
  const place = createWorkplace(fresh, old);
  const [former, now] = [compileIn(place, old), compileIn(place, fresh)];
  const { and, or, not, differ } = place.operations;
  const cases = or(former.valid, now.valid);
  const aspects = pairAspects(place, former, now).filter(([, from, to]) => from !== to);
  const asked = [...now.relevant].flatMap(([feit, relevant]) => {
    const before = former.relevant.get(feit);
    return before === undefined || before === relevant ? [] : [{ feit, before, relevant }];
  });
  const group = (where: Diagram<boolean>): CaseGroup => {
    const within = and(cases, where);
    return { aantal: place.count(within), voorbeeld: place.findExample(within) };
  };
  const nothing = { soort: 'gevraagd', tafel: null, criterium: null } as const;
  return {
    totaal: place.count(cases),
    anders: group(or(...aspects.map(([, from, to]) => differ(from, to)))),
    alleenNu: place.count(and(now.valid, not(former.valid))),
    alleenEerst: place.count(and(former.valid, not(now.valid))),
    shifts: [
      ...aspects.flatMap((pair) => toShifts(place, cases, pair)),
      ...asked.flatMap(({ feit, before, relevant }) => [
        { ...nothing, feit, van: 'nee', to: 'ja', ...group(and(not(before), relevant)) },
        { ...nothing, feit, van: 'ja', to: 'nee', ...group(and(before, not(relevant))) },
      ]),
    ].filter(({ aantal }) => aantal > 0n),
  };
}

type Value = string | boolean | null;
type Pair = readonly [aspect: Aspect, from: Diagram<Value>, to: Diagram<Value>];

/** What both versions say of the same thing; of a table that one version does not have, that it does not stand in the advice. */
function pairAspects({ store }: Workplace, former: AdviesDiagrams, now: AdviesDiagrams): Pair[] {
  const absent = (soort: AspectKind) => {
    if (soort === 'lijst' || soort === 'bijna') return store.leaf<Value>(null);
    return soort === 'oordeel' ? store.leaf<Value>('nietNagegaan') : undefined;
  };
  const toKey = ({ soort, tafel, criterium }: Aspect) => [soort, tafel, criterium].join('/');
  const [olds, news] = [former, now].map(
    (advies) => new Map(listAspects(advies).map((aspect) => [toKey(aspect), aspect])),
  ) as [Map<string, Aspect>, Map<string, Aspect>];
  return [...new Map([...olds, ...news])].flatMap(([key, aspect]): Pair[] => {
    const from = olds.get(key)?.diagram ?? absent(aspect.soort);
    const to = news.get(key)?.diagram ?? absent(aspect.soort);
    return from === undefined || to === undefined ? [] : [[aspect, from, to]];
  });
}

function toShifts(place: Workplace, cases: Diagram<boolean>, [aspect, from, to]: Pair): Shift[] {
  const { operations, store } = place;
  const isToldApart = TOLD_APART.includes(aspect.soort);
  /** What it was and is, as one value; null where it is the same, or where it is no case. */
  const pair = operations.combine((before: Value, after: Value) =>
    before === after ? null : isToldApart ? JSON.stringify([before, after]) : '[null,null]',
  );
  const shifted = operations.choose(cases, pair(from, to), store.leaf<string | null>(null));
  return [...countPerValue(store, shifted)].flatMap(([change, aantal]) => {
    if (change === null) return [];
    const [van, naar] = JSON.parse(change);
    const voorbeeld = place.findExample(operations.is(shifted, change));
    const { soort, tafel, criterium } = aspect;
    return [{ soort, tafel, criterium, feit: null, van, to: naar, aantal, voorbeeld }];
  });
}
