import type { Command, Correction } from '../domain/corrections/corrections.ts';

/** How an operator works with the reports, from a process beside the servers. All of it throws StorageFailure. */
export interface CorrectionsDesk {
  /** The reports as they are, or will be once a server has done what it was told; oldest first. */
  lijst(): Promise<readonly Correction[]>;
  /** Has an instruction carried out; false when it waits, safely, for a server that has not done so yet. */
  carryOut(command: Command): Promise<boolean>;
  close(): Promise<void>;
}
