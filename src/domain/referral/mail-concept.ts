/** What a mail says, and to whom. */
export interface MailConcept {
  /** Addresses; empty where the address is unknown. */
  readonly aan: readonly string[];
  readonly cc: readonly string[];
  readonly onderwerp: string;
  readonly tekst: string;
}

/** A PDF that goes with a mail; its name is ASCII, so that no mail program can misread it. */
interface Attachment {
  readonly naam: string;
  readonly pdf: Buffer;
}

/** What a mail has beside its text. */
export interface MailOptions {
  /** The domain in the Message-ID. */
  readonly domain: string;
  readonly from?: string;
  readonly replyTo?: string | undefined;
  readonly date?: Date;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachment?: Attachment | undefined;
}

/**
 * Writes a mail as it travels (RFC 5322, with CRLF line ends), with a Message-ID of its own.
 * @throws Error when something that must be an address is none.
 */
export type WriteMail = (mail: MailConcept, options: MailOptions) => Promise<Buffer>;

/** Writes a mail as an .eml draft (RFC 5322, with CRLF line ends). */
export type WriteEml = (
  mail: MailConcept,
  options?: Pick<MailOptions, 'replyTo' | 'attachment'>,
) => Promise<Buffer>;
