import type { LogEntry } from '../domain/editing/log-entry.ts';

/** Makes a line for the log, of this moment. `wie` null: nobody who is logged in. */
export type ToLogEntry = (wie: string | null, wat: LoginAction, over: string) => LogEntry;

/** What the log tells of logging in and of people: plain words, since the page of the log shows them so. */
type LoginAction =
  | 'uitgenodigd'
  | 'inloglink-gevraagd'
  | 'ingelogd'
  | 'inloggen-geweigerd'
  | 'uitgelogd'
  | 'elders-uitgelogd'
  | 'rol-veranderd'
  | 'toegang-afgesloten';

/** Makes what makes them. */
export function createToLogEntry(now: () => Date): ToLogEntry {
  return (wie, wat, over) => ({ op: now().toISOString(), wie, wat, over, versie: null });
}
