import { randomUUID } from 'node:crypto';
import type { WriteEml, WriteMail } from '../domain/referral/mail-concept.ts';

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

/** Writes a mail whole. */
export const writeMail: WriteMail = async ({ aan, cc, onderwerp, tekst }, options) => {
  const { domain, from, replyTo, date, headers, attachment } = options;
  transport ??= createWriter();
  const { message } = await (await transport).sendMail({
    from: from === undefined ? undefined : toAddress(from),
    replyTo: replyTo === undefined ? undefined : toAddress(replyTo),
    date,
    headers: { ...headers },
    to: aan.map(toAddress),
    cc: cc.map(toAddress),
    subject: onderwerp,
    text: tekst,
    attachments: attachment
      ? [{ filename: attachment.naam, content: attachment.pdf, contentType: 'application/pdf' }]
      : [],
    messageId: `<${randomUUID()}@${domain}>`,
  });
  return message as Buffer;
};

/**
 * Writes an .eml draft. The mail has no sender: the mail program of the user fills that in. `X-Unsent: 1` makes most
 * mail programs open it as a draft.
 */
export const writeEml: WriteEml = (mail, attachment) =>
  writeMail(mail, { attachment, domain: 'rdm-wegwijzer.invalid', headers: { 'X-Unsent': '1' } });

/** An address as an object: nodemailer would split a string at a comma or line break into more recipients. */
function toAddress(address: string): { name: string; address: string } {
  if (!/^[^\s<>,;:"()]+@[^\s<>,;:"()]+$/.test(address))
    throw new Error('Een mailadres in de inhoud klopt niet.');
  return { name: '', address };
}
