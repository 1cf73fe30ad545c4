import { toDateText } from '../../domain/calendar.ts';
import { isStale } from '../../domain/freshness.ts';
import type { Contact } from '../../domain/model/contact.ts';
import type { Content } from '../../domain/model/content.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { toRolName } from '../../domain/model/rol.ts';
import type { Block, Section } from '../../domain/referral/paper-document.ts';
import type { PlainKey, Say } from '../../domain/texts.ts';
import { toRegel } from '../../domain/tree/build-tafel-node.ts';
import type { RegelPart } from '../../domain/tree/decision-tree.ts';
import { toBronText, toShownValue } from '../contact-model.ts';
import { toAanmelderText, toTredeName } from '../tafel-presentation.ts';

/** A table in the hand-out: for whom, who refers, how and by when, and what comes after. */
export function composeTafelSection(say: Say, content: Content, tafel: Overlegtafel, now: Date): Section {
  const { aanmelders, kanaal, regels, deelnemers } = tafel;
  const rijen: [PlainKey, string | null | undefined][] = [
    ['tafel.trede', `${tafel.trede}: ${toTredeName(say, tafel.trede)}`],
    ['tafel.doel', tafel.doel.tekst],
    ['tafel.regie', tafel.regie.tekst],
    ['gids.deelnemers', deelnemers.vast.join('\n')],
    ['gids.als-nodig', deelnemers.naarBehoefte.join('\n')],
    ['gids.instroom', tafel.instroom.tekst],
    ['gids.criteria', toLines(toRegel(tafel, content.beslisboom.regel)).join('\n')],
    ['gids.leeswijzer', regels.leeswijzer],
    ['tafel.wie-mag', toAanmelderText(say, content, tafel)],
    ['gids.overleg-met', aanmelders.overlegMet.map((rol) => toRolName(content, rol)).join(', ')],
    ['gids.interpretatie', aanmelders.interpretatie],
    ['tafel.hoe', [kanaal.naam, kanaal.adres ?? kanaal.alsOnbekend, kanaal.werkwijze].join('\n')],
    ['tafel.termijn', tafel.termijn?.tekst ?? say('gids.vraag-tafel')],
    ['tafel.hoe-vaak', tafel.frequentie?.tekst],
    ['gids.uitstroom', tafel.uitstroom?.tekst ?? say('gids.vraag-tafel')],
    ['tafel.clientondersteuning', tafel.clientondersteuning.tekst],
  ];
  const contacten = tafel.contacten.map((contact) => ({
    naam: say('gids.contact', { naam: contact.label }),
    waarde: toContactText(say, contact, now),
  }));
  const status: Block[] = tafel.status === null ? [] : [{ soort: 'melding', tekst: tafel.status }];
  return {
    kop: tafel.naam,
    blokken: [
      { soort: 'alinea', tekst: tafel.samenvatting },
      ...status,
      {
        soort: 'gegevens',
        rijen: [
          ...rijen.flatMap(([key, waarde]) => (waarde ? [{ naam: say(key), waarde }] : [])),
          ...contacten,
          { naam: say('gids.bron-tafel'), waarde: toBronText(content.bronnen, tafel.doel.bron) },
        ],
      },
    ],
  };
}

/** A rule as lines: a heading, and below it its parts with a dash. */
function toLines(regel: RegelPart): string[] {
  return regel.soort === 'criterium' ? [`– ${regel.tekst}`] : [regel.kop, ...regel.delen.flatMap(toLines)];
}

/** A contact in a few lines: its value or what to do instead, and how fresh it is. */
export function toContactText(say: Say, contact: Contact, now: Date): string {
  const { alsOnbekend, toelichting, gecontroleerd } = contact;
  return [toAddressText(say, contact) ?? alsOnbekend, toelichting, toFreshnessText(say, gecontroleerd, now)]
    .filter((deel) => deel !== null)
    .join('\n');
}

/** The value of a contact, with the year where that is old; null where it is not known. */
export function toAddressText(
  say: Say,
  contact: Pick<Contact, 'soort' | 'waarde' | 'laatstBekend'>,
): string | null {
  const { laatstBekend } = contact;
  const waarde = toShownValue(contact);
  return waarde === null || laatstBekend === null ? waarde : say('gids.oud', { waarde, jaar: laatstBekend });
}

/** When something was checked, and that one has to ask when that is long ago. */
export function toFreshnessText(say: Say, gecontroleerd: string, now: Date): string {
  const key = isStale(gecontroleerd, now) ? 'gids.verouderd' : 'gids.gecontroleerd';
  return say(key, { datum: toDateText(gecontroleerd) });
}
