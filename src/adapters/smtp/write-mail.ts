import type { Bijlage, MailConcept } from '../../domain/ports/mail-concept.ts';
import { toAdres, toMailBytes } from '../mail-bytes.ts';

/** A mail that the server sends itself. */
interface TeVersturenMail extends MailConcept {
  readonly van: string;
  readonly antwoordAan?: string;
  readonly bijlage?: Bijlage;
  /** Written by a machine, so that no machine answers it (RFC 3834). */
  readonly automatisch: boolean;
  readonly datum: Date;
}

/**
 * Writes a mail whole, with its own Message-ID: every attempt sends the same bytes, so that a mail server can tell.
 * @throws Error when something that must be an address is none.
 */
export async function writeMail(mail: TeVersturenMail): Promise<Buffer> {
  const { van, antwoordAan, bijlage, automatisch, datum } = mail;
  return toMailBytes(mail, {
    from: toAdres(van),
    ...(antwoordAan === undefined ? {} : { replyTo: toAdres(antwoordAan) }),
    date: datum,
    headers: automatisch ? { 'Auto-Submitted': 'auto-generated' } : {},
    bijlage,
    domein: van.split('@')[1] ?? '',
  });
}
