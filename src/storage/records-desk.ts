import type { LogEntry, RecordChange, Records } from '../domain/editing/records.ts';

/** How an operator works with what `/beheer` keeps, from a process beside the servers. All of it throws StorageFailure. */
export interface RecordsDesk extends Pick<Records, 'read' | 'list' | 'readLog' | 'findLiveVersion'> {
  /**
   * Has changes written as `Records.commit` does; `wacht` when they wait, safely, for a server that has not done so yet.
   * That one then refuses them all if one of the records was written in the meantime.
   */
  commit(changes: readonly RecordChange[], log?: readonly LogEntry[]): Promise<'ok' | 'conflict' | 'wacht'>;
  close(): Promise<void>;
}
