import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { toAdres } from '../eml-writer.ts';

/** A mail that the server sends itself. */
interface TeVersturenMail {
  readonly van: string;
  readonly aan: readonly string[];
  readonly cc?: readonly string[];
  readonly antwoordAan?: string;
  readonly onderwerp: string;
  readonly tekst: string;
  readonly pdf?: { readonly naam: string; readonly inhoud: Buffer };
  /** Written by a machine, so that no machine answers it (RFC 3834). */
  readonly automatisch: boolean;
  readonly datum: Date;
}

/**
 * Writes a mail whole, with its own Message-ID: every attempt sends the same bytes, so that a mail server can tell.
 * @throws Error when something that must be an address is none.
 */
export async function writeMail(mail: TeVersturenMail): Promise<Buffer> {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { message } = await transport.sendMail({
    from: toAdres(mail.van),
    to: mail.aan.map(toAdres),
    cc: (mail.cc ?? []).map(toAdres),
    ...(mail.antwoordAan === undefined ? {} : { replyTo: toAdres(mail.antwoordAan) }),
    subject: mail.onderwerp,
    text: mail.tekst,
    date: mail.datum,
    messageId: `<${randomUUID()}@${mail.van.split('@')[1]}>`,
    headers: mail.automatisch ? { 'Auto-Submitted': 'auto-generated' } : {},
    attachments: mail.pdf
      ? [{ filename: mail.pdf.naam, content: mail.pdf.inhoud, contentType: 'application/pdf' }]
      : [],
  });
  return message as Buffer;
}
