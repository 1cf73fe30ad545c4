import type { SendResult } from '../domain/sending/outgoing-mail.ts';

/** A whole mail with its envelope, ready to hand over to a mail server. */
export interface EnvelopedMail {
  readonly van: string;
  readonly aan: readonly string[];
  /** The mail as RFC 5322 writes it. */
  readonly bericht: Buffer;
}

/** How handing over ended; `reason` is a code for the log, without anything of the mail in it. */
export type PostResult = SendResult & { readonly reden: string };

/** Hands a mail over to the mail server, once; never throws. `stop` breaks off. */
export type SendMail = (mail: EnvelopedMail, stop?: AbortSignal) => Promise<PostResult>;
