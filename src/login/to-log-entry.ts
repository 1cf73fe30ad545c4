import type { LogEntry } from '../domain/editing/log-entry.ts';

/** Makes a line for the log, of this moment. `wie` null: nobody who is logged in. */
export type ToLogEntry = (wie: string | null, wat: LoginAction, over: string) => LogEntry;

/** What the log tells of logging in and of people; `views/text/beheer.json` words each as `log-…`. */
export const LOGIN_ACTIONS = [
  'uitgenodigd',
  'inloglink-gevraagd',
  'ingelogd',
  'inloggen-geweigerd',
  'uitgelogd',
  'sessie-beeindigd',
  'rol-veranderd',
  'gesloten',
] as const;
export type LoginAction = (typeof LOGIN_ACTIONS)[number];

/** Makes what makes them. */
export function createToLogEntry(now: () => Date): ToLogEntry {
  return (wie, wat, over) => ({ op: now().toISOString(), wie, wat, over, versie: null });
}
