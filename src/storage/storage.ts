import type { Command, Correction, Corrections } from '../domain/corrections/corrections.ts';
import type { LogEntry, RecordChange, Records } from '../domain/editing/records.ts';
import type { Outbox } from '../domain/sending/outbox.ts';
import type { Statistics } from '../domain/statistics/counts.ts';
import type { TableAnswers } from '../domain/table-answers/table-answers.ts';

/** What a storage needs of the world around it. */
export interface StorageWorld {
  readonly now: () => Date;
  /** Told of what goes wrong outside a request: counts that cannot be written, an instruction that makes no sense. */
  readonly onError: (fault: unknown) => void;
}

/** Where things are kept. All of it throws StorageFailure, in plain Dutch, when that cannot be used. */
export interface Storage {
  /** Opens it for this process. @throws FolderInUse when it is for one process and another has it. */
  open(): Promise<Store>;
  /** The secret that is kept there; made on first use. */
  readSecret(): Promise<string>;
  /** What is wrong with it, a sentence each; may run beside servers, and leaves everything as it was. */
  findFaults(): Promise<string[]>;
  /** The reports for an operator, beside servers. */
  openDesk(): CorrectionsDesk;
  /** What `/beheer` keeps, for an operator, beside servers. */
  openRecordsDesk(): Promise<RecordsDesk>;
}

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

/** How an operator works with the reports, from a process beside the servers. */
export interface CorrectionsDesk {
  /** The reports as they are, or will be once a server has done what it was told; oldest first. */
  lijst(): Promise<readonly Correction[]>;
  /** Has an instruction carried out; false when it waits, safely, for a server that has not done so yet. */
  carryOut(command: Command): Promise<boolean>;
  close(): Promise<void>;
}

/** How an operator works with what `/beheer` keeps, from a process beside the servers. */
export interface RecordsDesk extends Pick<Records, 'read' | 'list' | 'readLog' | 'findLiveVersion'> {
  /**
   * Has changes written as `Records.commit` does; `wacht` when they wait, safely, for a server that has not done so yet.
   * That one then refuses them all if one of the records was written in the meantime.
   */
  commit(changes: readonly RecordChange[], log?: readonly LogEntry[]): Promise<'ok' | 'conflict' | 'wacht'>;
  close(): Promise<void>;
}
