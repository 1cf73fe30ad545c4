import type { Command, Correction, NewCorrection } from '../model/correction.ts';

/** How many reports may be open: more of them nobody reads, and somebody may be filling the disk. */
export const MAX_OPEN_CORRECTIONS = 500;

/** Keeps the correction reports of visitors. */
export interface Corrections {
  /**
   * Keeps a report, and answers once it is safely on disk; null when too many are open already.
   * @throws StorageFailure when it cannot be kept; nothing else is lost by that.
   */
  report(fresh: NewCorrection): Promise<Correction | null>;
  /**
   * Answers or closes a report, and answers once that is safely on disk; false when there is no such report.
   * @throws StorageFailure when it cannot be kept.
   */
  process(command: Command): Promise<boolean>;
  /** All reports that are safely on disk, oldest first. */
  lijst(): readonly Correction[];
}
