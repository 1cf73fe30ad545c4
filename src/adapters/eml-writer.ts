import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { WriteEml } from '../domain/ports/mail-concept.ts';

/**
 * Makes the writer of .eml drafts. The mail has no sender: the mail program of the user fills that in.
 * `X-Unsent: 1` makes most mail programs open it as a draft.
 */
export function createEmlWriter(): WriteEml {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ aan, cc, onderwerp, tekst }, bijlage) => {
    const { message } = await transport.sendMail({
      to: aan.map(toAdres),
      cc: cc.map(toAdres),
      subject: onderwerp,
      text: tekst,
      attachments: bijlage
        ? [{ filename: bijlage.naam, content: bijlage.pdf, contentType: 'application/pdf' }]
        : [],
      headers: { 'X-Unsent': '1' },
      messageId: `<${randomUUID()}@rdm-wegwijzer.invalid>`,
    });
    return message as Buffer;
  };
}

/** An address as an object: nodemailer would split a string at a comma or line break into more recipients. */
export function toAdres(address: string): { name: string; address: string } {
  if (!/^[^\s<>,;:"()]+@[^\s<>,;:"()]+$/.test(address))
    throw new Error('Een mailadres in de inhoud klopt niet.');
  return { name: '', address };
}
