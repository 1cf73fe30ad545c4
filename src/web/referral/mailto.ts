import type { MailConcept } from '../../domain/ports/mail-concept.ts';

/** Longer links are cut off or refused by some mail programs. */
const MAX_LENGTE = 2_000;

/** A mailto link with the whole mail; without the text, to paste it, when that would make the link too long. */
export function toMailto(mail: MailConcept): { href: string; metTekst: boolean } {
  const heel = toHref(mail, true);
  return heel.length < MAX_LENGTE
    ? { href: heel, metTekst: true }
    : { href: toHref(mail, false), metTekst: false };
}

function toHref({ aan, cc, onderwerp, tekst }: MailConcept, metTekst: boolean): string {
  const delen = [
    ...(cc.length > 0 ? [`cc=${cc.map(encodeAdres).join(',')}`] : []),
    `subject=${encodeURIComponent(onderwerp)}`,
    ...(metTekst ? [`body=${encodeURIComponent(tekst.replaceAll('\n', '\r\n'))}`] : []),
  ];
  return `mailto:${aan.map(encodeAdres).join(',')}?${delen.join('&')}`;
}

function encodeAdres(adres: string): string {
  return encodeURIComponent(adres).replaceAll('%40', '@');
}
