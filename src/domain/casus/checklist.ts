import { addDays } from '../calendar.ts';
import type { Aantekening, Casus, Factor } from './casus.ts';
import { listItems } from './change-items.ts';

/** Signals within so many days coincide. Our own reading: no source gives a number. */
export const SIGNAL_DAYS = 14;

type Verloop = Exclude<Aantekening['verloop'], ''>;
/** An entry that says how a factor goes. */
export type Trend = Aantekening & { readonly verloop: Verloop };

/** A factor of the checklist with how it went: the last entry that says so, and the one before. */
export interface FactorTrend {
  readonly factor: Factor;
  readonly laatste: Trend | null;
  readonly daarvoor: Trend | null;
  /** The entries that say "slechter" since the last one that said otherwise, in the order of their days. */
  readonly signalen: readonly Trend[];
}

/** How each factor of the checklist goes, from the entries of the journal that name it. */
export function listTrends(casus: Casus): FactorTrend[] {
  const trends = listItems(casus, 'logboek').filter((entry): entry is Trend => entry.verloop !== '');
  const byFactor = new Map<string, Trend[]>();
  for (const entry of trends) {
    const own = byFactor.get(entry.factor);
    if (own) own.push(entry);
    else byFactor.set(entry.factor, [entry]);
  }
  return listItems(casus, 'checklist').map((factor) => {
    const own = byFactor.get(factor.id) ?? [];
    const since = own.findLastIndex(({ verloop }) => verloop !== 'slechter') + 1;
    return { factor, laatste: own.at(-1) ?? null, daarvoor: own.at(-2) ?? null, signalen: own.slice(since) };
  });
}

/** A factor that goes worse, with the day of the signal. */
export interface Signal {
  readonly factor: Factor;
  readonly datum: string;
}

/**
 * The last time that two or more factors had a signal within `SIGNAL_DAYS`, each factor once with its last signal in
 * that time; none when there was no such time. A signal stands until an entry says that the factor no longer gets worse.
 */
export function findCoincidingSignals(casus: Casus): Signal[] {
  const signals = listTrends(casus)
    .flatMap(({ factor, signalen }) => signalen.map(({ datum }): Signal => ({ factor, datum })))
    .sort((a, b) => (a.datum < b.datum ? 1 : a.datum > b.datum ? -1 : 0));
  // Of factors that have signals close together two signals are neighbours.
  const near = signals.find((signal, index) => {
    const earlier = signals[index + 1];
    return (
      earlier && earlier.factor !== signal.factor && earlier.datum >= addDays(signal.datum, -SIGNAL_DAYS)
    );
  });
  if (!near) return [];
  const earlier = signals[signals.indexOf(near) + 1] ?? near;
  const last = signals.find(({ datum }) => datum <= addDays(earlier.datum, SIGNAL_DAYS)) ?? near;
  const from = addDays(last.datum, -SIGNAL_DAYS);
  const within = signals.filter(({ datum }) => datum <= last.datum && datum >= from).reverse();
  return [...new Map(within.map((signal) => [signal.factor.id, signal])).values()].sort((a, b) =>
    a.datum < b.datum ? -1 : 1,
  );
}
