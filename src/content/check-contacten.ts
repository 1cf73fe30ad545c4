import { z } from 'zod';
import { countDays, toDutchDate } from '../domain/calendar.ts';
import { isStale } from '../domain/freshness.ts';
import type { Noodnummer } from '../domain/model/contact.ts';
import type { Content } from '../domain/model/content.ts';
import type { Kanaal, Overlegtafel } from '../domain/model/overlegtafel.ts';
import { type Issue, toTafelFile } from './content-fault.ts';

/** Checks that every outcome ends with someone to contact: a table, the gemeente, or a number in danger. */
export function checkContacten({ tafels, gemeenten, noodnummers }: Content): Issue[] {
  return [
    ...tafels.flatMap(checkTafel),
    ...gemeenten
      .filter(({ ggzWerkgebied }) => ggzWerkgebied.organisatie === null && ggzWerkgebied.alsOnbekend === null)
      .map(({ id }) => ({
        bestand: 'tables/gemeenten.json',
        plaats: `${id}.ggzWerkgebied.alsOnbekend`,
        melding: 'moet zeggen wat iemand doet nu de ggz-aanbieder niet bekend is.',
      })),
    ...checkNoodnummers(noodnummers),
  ];
}

function checkTafel({ id, kanaal, aanmelders }: Overlegtafel): Issue[] {
  const bestand = toTafelFile(id);
  const issues: Issue[] = [];
  if (kanaal.adres === null && kanaal.alsOnbekend === null)
    issues.push({
      bestand,
      plaats: 'kanaal.alsOnbekend',
      melding: 'moet zeggen wat iemand doet nu het adres van deze tafel niet bekend is.',
    });
  if (kanaal.adres !== null && !ADDRESS[kanaal.soort].schema.safeParse(kanaal.adres).success)
    issues.push({
      bestand,
      plaats: 'kanaal.adres',
      melding: `"${kanaal.adres}" is geen ${ADDRESS[kanaal.soort].naam}. Verbeter het adres of de soort.`,
    });
  if (!aanmelders.rollen.includes(aanmelders.via))
    issues.push({
      bestand,
      plaats: 'aanmelders.via',
      melding: `"${aanmelders.via}" mag zelf niet aanmelden, dus wie daarheen wordt verwezen loopt vast. Kies een rol uit aanmelders.rollen.`,
    });
  for (const veld of ['rollen', 'overlegMet'] as const) {
    const double = aanmelders[veld].filter((rol, index) => aanmelders[veld].indexOf(rol) !== index);
    for (const rol of double)
      issues.push({
        bestand,
        plaats: `aanmelders.${veld}`,
        melding: `noemt "${rol}" twee keer. Haal er een weg.`,
      });
  }
  return issues;
}

const E_MAIL = { naam: 'e-mailadres', schema: z.email() };
const ADDRESS: Readonly<Record<Kanaal['soort'], { naam: string; schema: z.ZodType }>> = {
  'e-mail': E_MAIL,
  sharefile: E_MAIL,
  telefoon: { naam: 'telefoonnummer', schema: z.string().regex(/^\+?[\d -]{3,15}$/) },
  webformulier: { naam: 'webadres (https://…)', schema: z.url({ protocol: /^https?$/ }) },
};

function checkNoodnummers(noodnummers: readonly Noodnummer[]): Issue[] {
  const bestand = 'tables/noodnummers.json';
  return [
    ...(noodnummers.some(({ direct, kies }) => direct && kies !== null)
      ? []
      : [
          {
            bestand,
            plaats: 'direct',
            melding:
              'geen enkel nummer voor direct gevaar is te bellen. Geef er minstens een met "direct": true en "kies".',
          },
        ]),
    ...noodnummers
      .filter(({ nummer, kies }) => (nummer === null) !== (kies === null))
      .map(({ id }) => ({
        bestand,
        plaats: `${id}.kies`,
        melding: '"nummer" en "kies" horen bij elkaar. Vul ze allebei in, of geen van beide.',
      })),
    ...noodnummers
      .filter(({ nummer, alsOnbekend }) => nummer === null && alsOnbekend === null)
      .map(({ id }) => ({
        bestand,
        plaats: `${id}.alsOnbekend`,
        melding: 'moet zeggen wat iemand doet nu er geen nummer staat.',
      })),
  ];
}

/** Warns of contacts and numbers that were last checked too long ago. */
export function findStale(content: Content, now: Date): Issue[] {
  return (['contacten', 'noodnummers'] as const).flatMap((deel) =>
    content[deel]
      .filter(({ gecontroleerd }) => isStale(gecontroleerd, now))
      .map(({ id, gecontroleerd }) => ({
        bestand: `tables/${deel}.json`,
        plaats: `${id}.gecontroleerd`,
        melding: `is ${countDays(gecontroleerd, toDutchDate(now))} dagen geleden voor het laatst gecontroleerd. Controleer het en zet de datum van vandaag bij "gecontroleerd".`,
      })),
  );
}
