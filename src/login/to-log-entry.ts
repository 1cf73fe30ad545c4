import type { LogEntry } from '../domain/editing/records.ts';

/**
 * Makes a line for the log, of this moment. `wie` null: nobody who is logged in, such as whoever asks for a link; `wat` a plain word such as `rol-veranderd`,
 * since the page of the log shows it so.
 */
export type ToLogEntry = (wie: string | null, wat: string, over: string) => LogEntry;

/** Makes what makes them. */
export function createToLogEntry(now: () => Date): ToLogEntry {
  return (wie, wat, over) => ({ op: now().toISOString(), wie, wat, over, versie: null });
}
