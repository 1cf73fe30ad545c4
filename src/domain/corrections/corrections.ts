import type { Melding, NieuweMelding, Opdracht } from '../model/correction.ts';

/** How many reports may be open: more of them nobody reads, and somebody may be filling the disk. */
export const MAX_OPEN_MELDINGEN = 500;

/** Keeps the correction reports of visitors. */
export interface Meldingen {
  /**
   * Keeps a report, and answers once it is safely on disk; null when too many are open already.
   * @throws OpslagFout when it cannot be kept; nothing else is lost by that.
   */
  meld(nieuw: NieuweMelding): Promise<Melding | null>;
  /**
   * Answers or closes a report, and answers once that is safely on disk; false when there is no such report.
   * @throws OpslagFout when it cannot be kept.
   */
  verwerk(opdracht: Opdracht): Promise<boolean>;
  /** All reports that are safely on disk, oldest first. */
  lijst(): readonly Melding[];
}
