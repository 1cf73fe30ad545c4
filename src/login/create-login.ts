import type { LogEntry } from '../domain/editing/log-entry.ts';
import type { Records } from '../domain/editing/records.ts';
import { createSessions } from './sessions.ts';
import { isSameText } from './tokens.ts';

interface Options {
  readonly records: Records;
  readonly now: () => Date;
}

/** All of logging in to `/beheer`. */
export type Login = ReturnType<typeof createLogin>;

/** Makes it. */
export function createLogin({ records, now }: Options) {
  return {
    sessions: createSessions(records, now),
    isSameText,
    /** A line for the log, of this moment. */
    toLogEntry: (wie: string | null, wat: string, over: string): LogEntry => ({
      op: now().toISOString(),
      wie,
      wat,
      over,
      versie: null,
    }),
  };
}
