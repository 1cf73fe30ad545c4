/** A mail as the user will send it from the own mail program. */
export interface MailConcept {
  /** Addresses; empty where the address is unknown. */
  readonly aan: readonly string[];
  readonly cc: readonly string[];
  readonly onderwerp: string;
  readonly tekst: string;
}

/** Writes a mail as an .eml draft (RFC 5322, with CRLF line ends). */
export type WriteEml = (mail: MailConcept) => Promise<Buffer>;
