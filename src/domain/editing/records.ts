import { z } from 'zod';
import { weekberichtSchema } from './beheer-mail.ts';
import { conceptSchema, vasteCasusSchema } from './draft.ts';
import { inloglinkSchema, medewerkerSchema, pogingenSchema, sessieSchema } from './people.ts';
import { filesSchema, versieSchema } from './versions.ts';

/** What `/beheer` keeps, by kind. */
export const RECORD_SCHEMAS = {
  medewerker: medewerkerSchema,
  inloglink: inloglinkSchema,
  sessie: sessieSchema,
  pogingen: pogingenSchema,
  concept: conceptSchema,
  vasteCasus: vasteCasusSchema,
  versie: versieSchema,
  /** The files of a version, under the same id; apart, since they are large and seldom read. */
  inhoud: filesSchema,
  /** The files of the program that a version was merged with last, by their hash: what a newer program is compared with. */
  programma: filesSchema,
  /** Who got the mail of a week, so that all servers together send it once; the one record has the id `laatste`. */
  weekbericht: weekberichtSchema,
} as const;
export type RecordKind = keyof typeof RECORD_SCHEMAS;
export type RecordOf<K extends RecordKind> = z.infer<(typeof RECORD_SCHEMAS)[K]>;

/** What is kept, with the number of times that it was written: who writes says which one they read. */
export interface Kept<T> {
  readonly id: string;
  readonly revision: number;
  readonly value: T;
}

/** A record to write; `revision` is the one that was read, 0 for a new one; without a value it goes. */
export type RecordChange = {
  readonly [K in RecordKind]: {
    readonly kind: K;
    readonly id: string;
    readonly revision: number;
    readonly value: RecordOf<K> | null;
  };
}[RecordKind];

/** Keeps what `/beheer` needs, for all servers that share the storage. Everything throws StorageFailure when there is none. */
export interface Records {
  read<K extends RecordKind>(kind: K, id: string): Promise<Kept<RecordOf<K>> | null>;
  /** In the order of their ids. */
  list<K extends RecordKind>(kind: K): Promise<readonly Kept<RecordOf<K>>[]>;
  /**
   * Writes all of it and the lines of the log, or nothing: `conflict` when one of the records has another revision than
   * was read. What it acknowledged survives whatever happens next.
   */
  commit(changes: readonly RecordChange[], log?: readonly LogEntry[]): Promise<'ok' | 'conflict'>;
  /** The newest lines of the log first; `skip` leaves out as many. */
  readLog(limit: number, skip?: number): Promise<readonly LogEntry[]>;
  /** The highest number of a version; 0 when there is none. Cheap. */
  findLiveVersion(): Promise<number>;
  /** Calls `listener` soon after any server committed a version; gives what ends that. */
  onVersion(listener: () => void): () => void;
}

const MAX_OVER = 200;

/** One action in `/beheer`: who, what, when, and on which version. Is only ever added. */
export const logEntrySchema = z.strictObject({
  op: z.iso.datetime(),
  /** The id of the medewerker; `OPERATOR_ID` for who runs the server; null: nobody who is logged in. */
  wie: z.string().nullable(),
  /** Such as `concept-aangeboden`; `views/text` words it. */
  wat: z.string().regex(/^[a-z-]+$/),
  /** What it was done to: an id, an e-mail address of an account, a title. Never content, never what a visitor typed. */
  over: z.string().max(MAX_OVER),
  versie: z.number().int().nonnegative().nullable(),
});
export type LogEntry = z.infer<typeof logEntrySchema>;

/** The change that takes a record away, as it was read. */
export function toGone<K extends RecordKind>(
  kind: K,
  { id, revision }: Pick<Kept<unknown>, 'id' | 'revision'>,
) {
  return { kind, id, revision, value: null } as const;
}

/**
 * Makes a line for the log, of this moment. `wie` null: nobody who is logged in, such as whoever asks for a link; `wat` a plain
 * word such as `rol-veranderd`, since the page of the log shows it so; `over` is cut off where a line is full.
 */
export type ToLogEntry = (wie: string | null, wat: string, over: string) => LogEntry;

/** Makes what makes them. */
export function createToLogEntry(now: () => Date): ToLogEntry {
  return (wie, wat, over) => ({
    ...{ op: now().toISOString(), wie, wat, over: over.slice(0, MAX_OVER), versie: null },
  });
}
