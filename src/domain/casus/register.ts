import { LAST_MOMENT } from './casus.ts';

/** A value with the moment of its last change, and what else was written at that same moment. */
export interface Register<T> {
  waarde: T;
  gewijzigd: string;
  ook?: T[] | undefined;
}

/**
 * Joins two: the last change wins; of the same moment both stay, the first by a fixed order. Whatever is joined with
 * what, in whatever order and how often, the end is the same.
 */
export function mergeRegisters<T>(a: Register<T>, b: Register<T>): Register<T> {
  if (a.gewijzigd !== b.gewijzigd) return tidy(a.gewijzigd > b.gewijzigd ? [a] : [b]);
  return tidy([a, b]);
}

function tidy<T>(same: readonly Register<T>[]): Register<T> {
  const all = new Map(
    same.flatMap(({ waarde, ook = [] }) =>
      [waarde, ...ook].map((one): [string, T] => [JSON.stringify(one), one]),
    ),
  );
  const [first, ...rest] = [...all].sort(byKey).map(([, one]) => one);
  const gewijzigd = same[0]?.gewijzigd ?? '';
  return { waarde: first as T, gewijzigd, ...(rest.length > 0 ? { ook: rest } : {}) };
}

/**
 * The moment of a change of what was written at `than`: the clock of a partner may be ahead, and what is changed after
 * that was read must win all the same.
 */
export function toLater(moment: string, than = ''): string {
  if (moment > than) return moment;
  const next = new Date(Date.parse(than) + 1).toISOString();
  return than < LAST_MOMENT ? next : LAST_MOMENT;
}

/** Joins two sets of registers by key, in a fixed order. */
export function mergeRecords<T>(
  a: Readonly<Record<string, Register<T>>>,
  b: Readonly<Record<string, Register<T>>>,
): Record<string, Register<T>> {
  const merged = new Map(Object.entries(a));
  for (const [key, register] of Object.entries(b)) {
    merged.set(key, mergeRegisters(merged.get(key) ?? register, register));
  }
  return Object.fromEntries([...merged].sort(byKey));
}

/** Sorts by code units: the same in every language and on every machine. */
export function byKey([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
