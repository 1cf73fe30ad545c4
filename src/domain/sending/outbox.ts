import type { OutgoingMail } from './outgoing-mail.ts';

/** Keeps the mails that are on their way: what happens to each, and apart from that what each says, sealed. */
export interface Outbox {
  /** All that is safely on disk. */
  lijst(): readonly OutgoingMail[];
  /**
   * Changes the list in one go, and answers once that is safely on disk. The files that no mail names any more are gone
   * then too.
   * @throws StorageFailure when it cannot be kept; then nothing has changed.
   */
  change<R>(
    change: (list: readonly OutgoingMail[]) => {
      readonly lijst: readonly OutgoingMail[];
      readonly result: R;
    },
  ): Promise<R>;
  /**
   * Keeps sealed bytes, and gives the name under which.
   * @throws StorageFailure when they cannot be kept.
   */
  bewaarInhoud(bytes: Uint8Array): Promise<string>;
  /**
   * The sealed bytes; null when they are not there.
   * @throws StorageFailure when they are there and cannot be read.
   */
  leesInhoud(naam: string): Promise<Buffer | null>;
  /** Wipes sealed bytes that no mail names. */
  wipeSealed(naam: string): Promise<void>;
}
