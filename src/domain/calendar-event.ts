/** A whole day in a calendar, such as the last day to hand in a case. */
export interface CalendarEvent {
  /**
   * Names what the day is for, wherever it is written: a calendar that reads the same uid again changes the entry that
   * it has, and makes no second one. A deadline gets its uid from `toDeadlineEvent`.
   */
  readonly uid: string;
  /** YYYY-MM-DD. */
  readonly dag: string;
  readonly titel: string;
  readonly tekst: string;
  /** When it sounds; what lies in the past when the file is written is left out, since some calendars sound that at once. */
  readonly alarms?: readonly CalendarAlarm[];
}

/** One time at which a calendar sounds. */
export interface CalendarAlarm {
  /** How many days before the day, at nine in the morning; 0 is the day itself. */
  readonly daysBefore: number;
  /** What it says. It names the day in words, since it may be read on another one. */
  readonly tekst: string;
}

/**
 * Writes days, at least one, as one calendar file (RFC 5545); `now` is the moment of writing.
 * @throws RangeError when a day does not exist.
 */
export type ToIcs = (events: readonly CalendarEvent[], now: Date) => string;
