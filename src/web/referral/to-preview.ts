import { toDateText } from '../../domain/date-text.ts';
import type { MailConcept } from '../../domain/referral/mail-concept.ts';
import { toParts } from '../../domain/referral/package-text.ts';
import { toSentence } from '../../domain/sentence.ts';
import type { Referral } from '../../referral/referral-service.ts';

/** Addresses of the forms of delivery. */
interface Links {
  readonly hier: string;
  readonly eml: string;
  readonly txt: string;
  readonly pdf: string;
  readonly ics: string;
  readonly wijzigen: string;
  readonly advies: string;
}

/** The view-model of the preview: recipients, the text in parts to copy, what is missing, and the ways to take it. */
export function toPreview(
  { pakket, waarschuwingen, termijn }: Referral,
  velden: Readonly<Record<string, string>>,
  links: Links,
) {
  const { tafel, kanaal, mail, route, ontbreekt } = pakket;
  const isMail = pakket.perMail;
  const isTelefoon = pakket.belkaart !== null;
  const isForm = kanaal.soort === 'webformulier' && route === 'zelf';
  const mailto = toMailto(mail);
  return {
    tafel: { naam: tafel.naam, korteNaam: tafel.korteNaam, status: tafel.status },
    concept: pakket.status === 'concept',
    waarschuwingen: waarschuwingen.map(({ id, tekst, bevestigd }, index) => ({
      id,
      inputId: `bevestigd-${index}`,
      tekst,
      bevestigd,
    })),
    ontbreekt: ontbreekt.map(({ tekst }) => tekst),
    leeg: isTelefoon ? '' : pakket.leeg.join('; '),
    isMail,
    isVerzoek: route === 'via',
    isTelefoon,
    plakZelf: isMail && !mailto.metTekst,
    kanaal: {
      naam: kanaal.naam,
      werkwijze: route === 'zelf' ? kanaal.werkwijze : null,
    },
    termijn: tafel.termijn?.tekst ?? null,
    uiterlijk: termijn && { datum: toDateText(termijn.uiterlijk), teLaat: termijn.teLaat },
    kosten: pakket.kosten,
    ontvanger: pakket.ontvanger,
    delen: [
      ...(isTelefoon
        ? []
        : [
            { id: 'aan', label: 'Aan', tekst: mail.aan.join(', '), leeg: 'Adres niet bekend', rijen: 1 },
            ...(pakket.ccNamen.length > 0
              ? [
                  {
                    id: 'cc',
                    label: 'Cc',
                    tekst: mail.cc.join(', '),
                    leeg: `${pakket.ccNamen.map(toSentence).join('; ')} (adres niet bekend)`,
                    rijen: 1,
                  },
                ]
              : []),
          ]),
      { id: 'onderwerp', label: 'Onderwerp', tekst: mail.onderwerp, leeg: null, rijen: 1 },
      {
        id: 'tekst',
        label: 'Tekst',
        tekst: mail.tekst,
        opPapier: pakket.opPapier,
        leeg: null,
        rijen: Math.min(40, mail.tekst.split('\n').length + 2),
      },
    ],
    // A form of somebody else has fields of its own.
    velddelen: isForm
      ? toParts(pakket.document).map(({ naam, tekst }, index) => ({
          id: `deel-${index}`,
          label: naam,
          tekst,
          leeg: null,
          rijen: Math.min(8, tekst.split('\n').length + Math.floor(tekst.length / 90)),
        }))
      : [],
    mailto,
    clientondersteuning: tafel.clientondersteuning.tekst,
    velden: Object.entries(velden)
      .filter(([, waarde]) => waarde !== '')
      .map(([naam, waarde]) => ({ naam, waarde })),
    links,
  };
}

/** Longer links are cut off or refused by some mail programs. */
const MAX_LENGTH = 2_000;

/** A mailto link with the whole mail; without the text, to paste it, when that would make the link too long. */
function toMailto(mail: MailConcept): { href: string; metTekst: boolean } {
  const whole = toHref(mail, true);
  return whole.length < MAX_LENGTH
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
