/** What a mail says, and to whom. */
export interface MailConcept {
  /** Addresses; empty where the address is unknown. */
  readonly aan: readonly string[];
  readonly cc: readonly string[];
  readonly onderwerp: string;
  readonly tekst: string;
}

/** A PDF that goes with a mail; its name is ASCII, so that no mail program can misread it. */
export interface Attachment {
  readonly naam: string;
  readonly pdf: Buffer;
}

/** Writes a mail as an .eml draft (RFC 5322, with CRLF line ends). */
export type WriteEml = (mail: MailConcept, attachment?: Attachment) => Promise<Buffer>;
