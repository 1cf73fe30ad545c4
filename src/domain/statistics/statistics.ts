import type { CountsPerWeek, SiteEvent } from './counts.ts';

/** Counts what happens on the site, without anything that could identify a case. */
export interface Statistics {
  /** Counts at once, in memory; it is written later, so a request never waits for it and never fails by it. */
  tel(event: SiteEvent): void;
  /** All counts up to now, exact: mask them before showing them to anyone. */
  perWeek(): Promise<CountsPerWeek>;
}
