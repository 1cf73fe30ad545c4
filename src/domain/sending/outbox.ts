import type { Zending } from './outgoing-mail.ts';

/** Keeps the mails that are on their way: what happens to each, and apart from that what each says, sealed. */
export interface Zendingen {
  /** All that is safely on disk. */
  lijst(): readonly Zending[];
  /**
   * Changes the list in one go, and answers once that is safely on disk. The files that no mail names any more are gone
   * then too.
   * @throws OpslagFout when it cannot be kept; then nothing has changed.
   */
  wijzig<R>(
    change: (lijst: readonly Zending[]) => { readonly lijst: readonly Zending[]; readonly resultaat: R },
  ): Promise<R>;
  /**
   * Keeps sealed bytes, and gives the name under which.
   * @throws OpslagFout when they cannot be kept.
   */
  bewaarInhoud(bytes: Uint8Array): Promise<string>;
  /**
   * The sealed bytes; null when they are not there.
   * @throws OpslagFout when they are there and cannot be read.
   */
  leesInhoud(naam: string): Promise<Buffer | null>;
  /** Wipes sealed bytes that no mail names. */
  wisInhoud(naam: string): Promise<void>;
}
