import type { MailConcept } from '../domain/referral/mail-concept.ts';
import { toSentence } from '../domain/sentence.ts';
import type { Say } from '../domain/texts.ts';

/** A text with, where it is sent, to whom. */
interface Sent {
  readonly mail: MailConcept;
  /** Who must be in cc, known address or not. */
  readonly ccNamen: readonly string[];
  /** The text where it has to stay one page; null where it may be longer. */
  readonly opPapier: string | null;
}

/** One text to copy, for the partial `copy-box`; `opPapier` is what paper and text browsers get, when that is another text. */
export function toCopyBox(
  part: { id: string; label: string; tekst: string; leeg?: string | null; rijen: number },
  opPapier: string | null = null,
) {
  return { leeg: null, ...part, alineas: toAlineas(opPapier ?? part.tekst) };
}

/** The paragraphs of a text, each as its lines: what has no style sheet shows them as such. */
function toAlineas(tekst: string): string[][] {
  return tekst
    .trim()
    .split(/\n{2,}/)
    .map((alinea) => alinea.split('\n'));
}

/** The parts of a mail to copy one by one, for the partial `copy-box`; `isSent` tells whether it has recipients. */
export function toMailParts(say: Say, { mail, ccNamen, opPapier }: Sent, isSent: boolean) {
  const to = toCopyBox({
    id: 'aan',
    label: say('verwijzen.aan'),
    tekst: mail.aan.join(', '),
    leeg: say('verwijzen.adres-onbekend'),
    rijen: 1,
  });
  const cc = toCopyBox({
    id: 'cc',
    label: say('verwijzen.cc'),
    tekst: mail.cc.join(', '),
    leeg: say('verwijzen.cc-onbekend', { namen: ccNamen.map(toSentence).join('; ') }),
    rijen: 1,
  });
  return [
    ...(isSent ? [to, ...(ccNamen.length > 0 ? [cc] : [])] : []),
    toCopyBox({ id: 'onderwerp', label: say('verwijzen.onderwerp'), tekst: mail.onderwerp, rijen: 1 }),
    toCopyBox(
      {
        id: 'tekst',
        label: say('verwijzen.tekst'),
        tekst: mail.tekst,
        rijen: Math.min(40, mail.tekst.split('\n').length + 2),
      },
      opPapier,
    ),
  ];
}

/** Longer links are cut off or refused by some mail programs. */
const MAX_LENGTH = 2_000;

/** A mailto link with the whole mail; without the text, to paste it, when that would make the link too long. */
export function toMailto(mail: MailConcept): { href: string; metTekst: boolean } {
  // Encoding never makes it shorter, and a long text takes long to encode.
  const whole = mail.tekst.length < MAX_LENGTH ? toHref(mail, true) : null;
  return whole !== null && whole.length < MAX_LENGTH
    ? { href: whole, metTekst: true }
    : { href: toHref(mail, false), metTekst: false };
}

function toHref({ aan, cc, onderwerp, tekst }: MailConcept, withText: boolean): string {
  const parts = [
    ...(cc.length > 0 ? [`cc=${cc.map(encodeAddress).join(',')}`] : []),
    `subject=${encodeURIComponent(onderwerp)}`,
    ...(withText ? [`body=${encodeURIComponent(tekst.replaceAll('\n', '\r\n'))}`] : []),
  ];
  return `mailto:${aan.map(encodeAddress).join(',')}?${parts.join('&')}`;
}

function encodeAddress(adres: string): string {
  return encodeURIComponent(adres).replaceAll('%40', '@');
}
