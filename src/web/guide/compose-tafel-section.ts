import type { Content } from '../../domain/model/content.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { toRolName } from '../../domain/referral/find-ontvanger.ts';
import type { Block, Section } from '../../domain/referral/paper-document.ts';
import { toBronText } from '../bron-text.ts';
import { type RegelModel, toRegelModel } from '../directory/to-regel-model.ts';
import { toAanmelderText } from '../to-aanmelder-text.ts';
import { TREDEN } from '../treden.ts';
import { toContactText } from './to-contact-text.ts';

/** A table in the hand-out: for whom, who refers, how and by when, and what comes after. */
export function composeTafelSection(content: Content, tafel: Overlegtafel, now: Date): Section {
  const { bronnen } = content;
  const { aanmelders, kanaal, regels, deelnemers } = tafel;
  const rijen: [string, string | null | undefined][] = [
    ['Trede', `${tafel.trede}: ${TREDEN.find(({ nummer }) => nummer === tafel.trede)?.naam ?? ''}`],
    ['Doel', tafel.doel.tekst],
    ['Onder regie van', tafel.regie.tekst],
    ['Vaste deelnemers', deelnemers.vast.join('\n')],
    ['Als het nodig is', deelnemers.naarBehoefte.join('\n')],
    ['Instroom', tafel.instroom.tekst],
    ['Criteria', toRegels(regels.regel, regels.criteria).join('\n')],
    ['Let op bij de criteria', regels.leeswijzer],
    ['Wie mag aanmelden', toAanmelderText(content, tafel)],
    ['Altijd in overleg met', aanmelders.overlegMet.map((rol) => toRolName(content, rol)).join(', ')],
    ['Zo gelezen', aanmelders.interpretatie],
    ['Hoe u aanmeldt', [kanaal.naam, kanaal.adres ?? kanaal.alsOnbekend, kanaal.werkwijze].join('\n')],
    ['Termijn', tafel.termijn?.tekst ?? 'Staat niet in de bron. Vraag het aan de tafel.'],
    ['Hoe vaak', tafel.frequentie?.tekst],
    ['Uitstroom', tafel.uitstroom?.tekst ?? 'Staat niet in de bron. Vraag het aan de tafel.'],
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
function toRegels(regel: Overlegtafel['regels']['regel'], criteria: Overlegtafel['regels']['criteria']) {
  const textOf = (id: string) => criteria.find((criterium) => criterium.id === id)?.tekst ?? id;
  return toLines(toRegelModel(regel, textOf));
}

function toLines({ kop, tekst, delen }: RegelModel): string[] {
  if (tekst !== null) return [`– ${tekst}`];
  return [...(kop === null ? [] : [kop]), ...delen.flatMap(toLines)];
}
