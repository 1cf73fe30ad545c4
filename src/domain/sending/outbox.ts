import type { OutgoingMail } from './outgoing-mail.ts';

/** Which mails bear on a decision; each of these adds some. */
export interface Related {
  /** The mail with this id. */
  readonly id?: string;
  /** Those of these senders (keyed hashes). */
  readonly afzender?: readonly string[];
  /** Those that say this (keyed hashes). */
  readonly inhoud?: readonly string[];
  /** All that were confirmed after this moment. */
  readonly bevestigdNa?: Date;
}

/** A mail of which an attempt was begun, by this process or by one that is gone. */
export interface BegunMail {
  readonly mail: OutgoingMail;
  /** What it says, sealed; null when that is not there. */
  readonly verzegeld: Buffer | null;
}

/**
 * Keeps the mails that are on their way: what happens to each, and apart from that what each says, sealed. Several
 * processes may work with it. All of it throws StorageFailure when something cannot be kept or read; then nothing has changed.
 */
export interface Outbox {
  /** At least the mails that bear on a decision, of what is safely on disk. */
  find(related: Related): Promise<readonly OutgoingMail[]>;
  /**
   * Takes a decision on the mails that bear on it, and carries it out in one go: no other decision, of any process, comes
   * in between. `keep` are mails that are new or replace the one with their id. Answers once that is safely on disk; sealed
   * bytes that a replaced mail no longer names are gone then too.
   */
  decide<R>(
    related: Related,
    decide: (mails: readonly OutgoingMail[]) => {
      readonly keep: readonly OutgoingMail[];
      readonly result: R;
    },
  ): Promise<R>;
  /** Everything, oldest first. */
  lijst(): Promise<readonly OutgoingMail[]>;

  /** The mail whose turn it is, with an attempt begun: that is on disk, and no other process gets it. Null when there is none. */
  takeDue(now: Date): Promise<BegunMail | null>;
  /** The mails whose attempt was cut short: nobody knows how far it came. No other process gets them. */
  takeInterrupted(): Promise<readonly BegunMail[]>;
  /**
   * Keeps how an attempt ended that this process began or took: `after` is the mail itself, with what comes of it. False
   * when the mail is no longer with this process; then nothing has changed.
   */
  end(id: string, after: readonly OutgoingMail[]): Promise<boolean>;
  /** Lets go of what is past its time. */
  cleanUp(now: Date): Promise<void>;
  /** When to look again at the latest; null when nothing waits. */
  findNextMoment(now: Date): Promise<Date | null>;

  /** Keeps sealed bytes, and gives the name under which. */
  bewaarInhoud(bytes: Uint8Array): Promise<string>;
  /** The sealed bytes; null when they are not there. */
  leesInhoud(naam: string): Promise<Buffer | null>;
  /** Wipes sealed bytes that no mail names. */
  wipeSealed(naam: string): Promise<void>;
}
