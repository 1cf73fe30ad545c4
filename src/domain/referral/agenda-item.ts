/** An all-day entry for a calendar. */
export interface AgendaItem {
  readonly uid: string;
  readonly titel: string;
  /** YYYY-MM-DD. */
  readonly datum: string;
  readonly description: string;
  /** Days before, for a reminder. */
  readonly herinneringDays?: number;
  /** The moment of making. */
  readonly nu: Date;
}

/** Writes an entry as iCalendar (RFC 5545). */
export type WriteIcs = (item: AgendaItem) => string;
