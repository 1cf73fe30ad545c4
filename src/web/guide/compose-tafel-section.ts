import { isStale, toDateText } from '../../domain/date-text.ts';
import type { Contact } from '../../domain/model/contact.ts';
import type { Content } from '../../domain/model/content.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { toRolName } from '../../domain/referral/find-ontvanger.ts';
import type { Block, Section } from '../../domain/referral/paper-document.ts';
import { toBronText, toShownValue } from '../contact-model.ts';
import { type RegelModel, toRegelModel } from '../directory/to-tafel-page.ts';
import { TREDEN, toAanmelderText } from '../tafel-presentation.ts';

/** A table in the hand-out: for whom, who refers, how and by when, and what comes after. */
export function composeTafelSection(content: Content, tafel: Overlegtafel, now: Date): Section {
  const { bronnen } = content;
  const { aanmelders, kanaal, regels, deelnemers } = tafel;
  const rijen: [string, string | null | undefined][] = [
    ['Trede', `${tafel.trede}: ${TREDEN.find(({ nummer }) => nummer === tafel.trede)?.naam ?? ''}`],
    ['Doel', tafel.doel.tekst],
    ['Onder regie van', tafel.regie.tekst],
    ['Deelnemers', deelnemers.vast.join('\n')],
    ['Als het nodig is', deelnemers.naarBehoefte.join('\n')],
    ['Voor wie (instroom)', tafel.instroom.tekst],
    ['Criteria', toRegels(content, regels).join('\n')],
    ['Let op bij de criteria', regels.leeswijzer],
    ['Wie mag aanmelden', toAanmelderText(content, tafel)],
    ['Altijd in overleg met', aanmelders.overlegMet.map((rol) => toRolName(content, rol)).join(', ')],
    ['Wij lezen het zo', aanmelders.interpretatie],
    ['Hoe u aanmeldt', [kanaal.naam, kanaal.adres ?? kanaal.alsOnbekend, kanaal.werkwijze].join('\n')],
    ['Termijn', tafel.termijn?.tekst ?? 'Niet bekend. Vraag het aan de tafel.'],
    ['Hoe vaak', tafel.frequentie?.tekst],
    ['Wat er daarna gebeurt (uitstroom)', tafel.uitstroom?.tekst ?? 'Niet bekend. Vraag het aan de tafel.'],
    ['Cliëntondersteuning', tafel.clientondersteuning.tekst],
    ...tafel.contacten.map((contact): [string, string] => [
      `Contact: ${contact.label}`,
      toContactText(contact, now),
    ]),
    ['Bron', toBronText(bronnen, tafel.doel.bron)],
  ];
  const status: Block[] = tafel.status === null ? [] : [{ soort: 'melding', tekst: tafel.status }];
  return {
    kop: tafel.naam,
    blokken: [
      { soort: 'alinea', tekst: tafel.samenvatting },
      ...status,
      { soort: 'gegevens', rijen: rijen.flatMap(([naam, waarde]) => (waarde ? [{ naam, waarde }] : [])) },
    ],
  };
}

/** The rule as lines: a heading, and below it its parts with a dash. */
function toRegels({ beslisboom }: Content, { regel, criteria }: Overlegtafel['regels']) {
  const textOf = (id: string) => criteria.find((criterium) => criterium.id === id)?.tekst ?? id;
  return toLines(toRegelModel(regel, beslisboom.regel, textOf));
}

function toLines({ kop, tekst, delen }: RegelModel): string[] {
  if (tekst !== null) return [`– ${tekst}`];
  return [...(kop === null ? [] : [kop]), ...delen.flatMap(toLines)];
}

/** A contact in a few lines: its value or what to do instead, and how fresh it is. */
export function toContactText(contact: Contact, now: Date): string {
  const { alsOnbekend, toelichting, gecontroleerd } = contact;
  return [toAddressText(contact) ?? alsOnbekend, toelichting, toFreshnessText(gecontroleerd, now)]
    .filter((deel) => deel !== null)
    .join('\n');
}

/** The value of a contact, with the year where that is old; null where it is not known. */
export function toAddressText(contact: Pick<Contact, 'soort' | 'waarde' | 'laatstBekend'>): string | null {
  const { laatstBekend } = contact;
  const waarde = toShownValue(contact);
  return laatstBekend === null ? waarde : `${waarde} (laatst bekend in ${laatstBekend}: kijk op de website)`;
}

/** When something was checked, and that one has to ask when that is long ago. */
export function toFreshnessText(gecontroleerd: string, now: Date): string {
  const date = toDateText(gecontroleerd);
  return isStale(gecontroleerd, now)
    ? `Langer dan een jaar niet gecontroleerd (op ${date}): vraag na of dit nog klopt.`
    : `Laatst gecontroleerd op ${date}.`;
}
