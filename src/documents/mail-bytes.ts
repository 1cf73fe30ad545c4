import { randomUUID } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { Attachment, MailConcept } from '../domain/referral/mail-concept.ts';

let transport: ReturnType<typeof createWriter> | null = null;

/** Writes mails and sends none; nothing in a mail makes it read a file or fetch an address. Loaded with the first mail. */
async function createWriter() {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** What a mail has beside its text. */
interface Options extends Pick<SendMailOptions, 'from' | 'replyTo' | 'date' | 'headers'> {
  readonly bijlage?: Attachment | undefined;
  /** The domain in the Message-ID. */
  readonly domain: string;
}

/**
 * A mail as it travels (RFC 5322, with CRLF line ends), with a Message-ID of its own.
 * @throws Error when something that must be an address is none.
 */
export async function toMailBytes(
  { aan, cc, onderwerp, tekst }: MailConcept,
  { bijlage, domain, ...opties }: Options,
): Promise<Buffer> {
  transport ??= createWriter();
  const { message } = await (await transport).sendMail({
    ...opties,
    to: aan.map(toAddress),
    cc: cc.map(toAddress),
    subject: onderwerp,
    text: tekst,
    attachments: bijlage
      ? [{ filename: bijlage.naam, content: bijlage.pdf, contentType: 'application/pdf' }]
      : [],
    messageId: `<${randomUUID()}@${domain}>`,
  });
  return message as Buffer;
}

/** An address as an object: nodemailer would split a string at a comma or line break into more recipients. */
export function toAddress(address: string): { name: string; address: string } {
  if (!/^[^\s<>,;:"()]+@[^\s<>,;:"()]+$/.test(address))
    throw new Error('Een mailadres in de inhoud klopt niet.');
  return { name: '', address };
}
