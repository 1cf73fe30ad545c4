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

/** Writes a mail whole. Its text is quoted-printable whatever it holds, so that it reads the same everywhere. */
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
    encoding: 'quoted-printable',
    attachments: attachment
      ? [{ filename: attachment.naam, content: attachment.pdf, contentType: 'application/pdf' }]
      : [],
    messageId: `<${randomUUID()}@${domain}>`,
  });
  return hideFromLines(message as Buffer);
};

/**
 * Writes an .eml draft. `X-Unsent: 1` makes most mail programs open it as a draft. It has no sender, Date or Message-ID:
 * the mail program of the user fills those in. Some keep what is there, and a draft that is sent twice would then be the
 * same mail to who gets it, of which they see one.
 */
export const writeEml: WriteEml = async (mail, options) => {
  const headers = { 'X-Unsent': '1' };
  const written = await writeMail(mail, { ...options, domain: 'rdm-wegwijzer.invalid', headers });
  const end = written.indexOf('\r\n\r\n');
  // nodemailer gives every mail both.
  const kop = written
    .toString('latin1', 0, end)
    .replaceAll(/^(?:Date|Message-ID): .*\r\n(?:[ \t].*\r\n)*/gim, '');
  return Buffer.concat([Buffer.from(kop, 'latin1'), written.subarray(end)]);
};

/**
 * A line that begins with "From " begins the next mail in a mailbox file, and some programs read any mail as one
 * (RFC 2049, 3). Cut after it, since the line may be as long as it can be.
 */
function hideFromLines(message: Buffer): Buffer {
  if (!message.includes('\nFrom ')) return message;
  const hidden = message
    .toString('latin1')
    .replaceAll(/^(?:From )+/gm, (begin) => begin.replaceAll('From ', '=46rom =\r\n'));
  return Buffer.from(hidden, 'latin1');
}

/** An address as an object: nodemailer would split a string at a comma or line break into more recipients. */
function toAddress(address: string): { name: string; address: string } {
  if (!/^[^\s<>,;:"()]+@[^\s<>,;:"()]+$/.test(address))
    throw new Error('Een mailadres in de inhoud klopt niet.');
  return { name: '', address };
}
