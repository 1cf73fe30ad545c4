import type { Corrections } from '../domain/corrections/corrections.ts';
import type { Records } from '../domain/editing/records.ts';
import type { Outbox } from '../domain/sending/outbox.ts';
import type { Statistics } from '../domain/statistics/counts.ts';
import type { TableAnswers } from '../domain/table-answers/table-answers.ts';

/** What the server keeps, open for this process. */
export interface Store {
  readonly meldingen: Corrections;
  readonly counts: Statistics;
  readonly zendingen: Outbox;
  readonly antwoorden: TableAnswers;
  /** What `/beheer` keeps. */
  readonly records: Records;
  /** Looks whether what must be kept can be kept now. @throws StorageFailure when it cannot. */
  check(): Promise<void>;
  /** Writes what is still to be written and lets go. */
  close(): Promise<void>;
}
