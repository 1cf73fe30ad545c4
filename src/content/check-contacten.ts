import { z } from 'zod';
import { countDays, toDutchDate } from '../domain/calendar.ts';
import type { Finding } from '../domain/editing/proof.ts';
import { isStale } from '../domain/freshness.ts';
import type { Noodnummer } from '../domain/model/contact.ts';
import type { Content } from '../domain/model/content.ts';
import type { Kanaal, Overlegtafel } from '../domain/model/overlegtafel.ts';
import { collect, type Report, toTafelFile } from './content-fault.ts';

/** Checks that every outcome ends with someone to contact: a table, the gemeente, or a number in danger. */
export function checkContacten({ tafels, gemeenten, noodnummers }: Content): Finding[] {
  return collect((report) => {
    for (const tafel of tafels) checkTafel(tafel, report);
    for (const { id, ggzWerkgebied } of gemeenten) {
      const melding = 'moet zeggen wat iemand doet nu de ggz-aanbieder niet bekend is.';
      if (ggzWerkgebied.organisatie === null && ggzWerkgebied.alsOnbekend === null)
        report('tables/gemeenten.json', `${id}.ggzWerkgebied.alsOnbekend`, melding);
    }
    checkNoodnummers(noodnummers, report);
  });
}

function checkTafel({ id, kanaal, aanmelders }: Overlegtafel, report: Report): void {
  const wrong = (plaats: string, melding: string) => report(toTafelFile(id), plaats, melding);
  const { adres, soort } = kanaal;
  if (adres === null && kanaal.alsOnbekend === null)
    wrong('kanaal.alsOnbekend', 'moet zeggen wat iemand doet nu het adres van deze tafel niet bekend is.');
  if (adres !== null && !ADDRESS[soort].schema.safeParse(adres).success)
    wrong('kanaal.adres', `"${adres}" is geen ${ADDRESS[soort].naam}. Verbeter het adres of de soort.`);
  if (!aanmelders.rollen.includes(aanmelders.via)) {
    const melding = `"${aanmelders.via}" mag zelf niet aanmelden, dus wie daarheen wordt verwezen loopt vast. Kies een rol die bij "aanmelders.rollen" staat.`;
    wrong('aanmelders.via', melding);
  }
  for (const veld of ['rollen', 'overlegMet'] as const)
    for (const rol of aanmelders[veld].filter((one, index) => aanmelders[veld].indexOf(one) !== index))
      wrong(`aanmelders.${veld}`, `noemt "${rol}" twee keer. Haal er een weg.`);
}

const E_MAIL = { naam: 'e-mailadres', schema: z.email() };
const ADDRESS: Readonly<Record<Kanaal['soort'], { naam: string; schema: z.ZodType }>> = {
  'e-mail': E_MAIL,
  sharefile: E_MAIL,
  telefoon: { naam: 'telefoonnummer', schema: z.string().regex(/^\+?[\d -]{3,15}$/) },
  webformulier: { naam: 'webadres (https://…)', schema: z.url({ protocol: /^https?$/ }) },
};

function checkNoodnummers(noodnummers: readonly Noodnummer[], report: Report): void {
  const wrong = (plaats: string, melding: string) => report('tables/noodnummers.json', plaats, melding);
  if (!noodnummers.some(({ direct, kies }) => direct && kies !== null)) {
    const melding =
      'geen enkel nummer voor direct gevaar is te bellen. Geef er minstens een met "direct": true en "kies".';
    wrong('direct', melding);
  }
  const both = '"nummer" en "kies" horen bij elkaar. Vul ze allebei in, of geen van beide.';
  for (const { id, nummer, kies } of noodnummers)
    if ((nummer === null) !== (kies === null)) wrong(`${id}.kies`, both);
  const unknown = 'moet zeggen wat iemand doet nu er geen nummer staat.';
  for (const { id, nummer, alsOnbekend } of noodnummers)
    if (nummer === null && alsOnbekend === null) wrong(`${id}.alsOnbekend`, unknown);
}

/** Warns of contacts and numbers that were last checked too long ago. */
export function findStale(content: Content, now: Date): Finding[] {
  return collect((report) => {
    for (const deel of ['contacten', 'noodnummers'] as const)
      for (const { id, gecontroleerd } of content[deel]) {
        const melding = `is ${countDays(gecontroleerd, toDutchDate(now))} dagen geleden voor het laatst gecontroleerd. Controleer het en zet de datum van vandaag bij "gecontroleerd".`;
        if (isStale(gecontroleerd, now)) report(`tables/${deel}.json`, `${id}.gecontroleerd`, melding);
      }
  });
}
