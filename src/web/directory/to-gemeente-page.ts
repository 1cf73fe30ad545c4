import type { Content } from '../../domain/model/content.ts';
import {
  findClientondersteuning,
  type Gemeente,
  listGemeenteContacten,
  listOtherWoonplaatsen,
} from '../../domain/model/gemeente.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import type { Say } from '../../domain/texts.ts';
import { toBronnen, toContactButtons, toContactModel } from '../contact-model.ts';
import { toNumber } from '../page.ts';
import { toVcardHref } from '../reuse/list-vcards.ts';
import { toTable } from '../to-table.ts';
import { toTafelRoute } from './to-tafel-route.ts';

/** The view-model of the list of gemeenten. */
export function toGemeentenPage(say: Say, { gemeenten, organisaties }: Content) {
  const nameOf = new Map(organisaties.map(({ id, naam }) => [id, naam]));
  return {
    gemeenten: toTable(
      say('overzicht.gemeenten'),
      [say('overzicht.gemeente'), say('overzicht.telefoon'), say('overzicht.ggz')],
      gemeenten.map((gemeente) => [
        { tekst: gemeente.naam, href: `/gemeenten/${gemeente.id}` },
        toNumberCell(say, gemeente),
        nameOf.get(gemeente.ggzWerkgebied.organisatie ?? '') ?? say('overzicht.niet-bekend'),
      ]),
    ),
  };
}

/** The number to call first, with whose it is where that is not the gemeente itself, and the year of an old one. */
function toNumberCell(say: Say, gemeente: Gemeente) {
  const { knoppen, oud } = toContactButtons(listGemeenteContacten(gemeente));
  const known = knoppen.find(({ soort }) => soort.bel);
  const old = oud.find(({ soort }) => soort.bel);
  const number = known ?? old;
  if (!number) return say('overzicht.niet-bekend');
  const { label, waarde, href } = number;
  return {
    tekst: label === say('pagina.gemeente-titel', { naam: gemeente.naam }) ? waarde : `${label}: ${waarde}`,
    href,
    ...(!known && old?.jaar ? { erna: say('overzicht.laatst-bekend', { jaar: old.jaar }) } : {}),
  };
}

/** More tables than this nobody oversees on the page of a gemeente; then it leads to the list of them. */
const MAX_TAFELS = 24;

/** The view-model of a gemeente: the local entrance, the ggz-aanbieder, cliëntondersteuning, and the tables above it. */
export function toGemeentePage(say: Say, content: Content, gemeente: Gemeente, now: Date) {
  const { bronnen, lokaal, noodnummers } = content;
  const { ggzWerkgebied, lokaleIngang } = gemeente;
  const contacten = listGemeenteContacten(gemeente);
  const isTooMany = content.tafels.length > MAX_TAFELS;
  const shown = isTooMany ? [] : content.tafels;
  const toRoutes = (soort: Overlegtafel['soort']) =>
    shown
      .filter((tafel) => tafel.soort === soort)
      .map((tafel) => toTafelRoute(say, content, tafel, { gemeente }));
  return {
    naam: gemeente.naam,
    cbsCode: gemeente.cbsCode,
    vcard: toVcardHref(`/gemeenten/${gemeente.id}`, contacten),
    bereik: toContactButtons(contacten),
    contacten: contacten.map((contact) => toContactModel(bronnen, contact, now)),
    plaatsen: listOtherWoonplaatsen(content.plaatsen, gemeente).join(', '),
    lokaleIngang: {
      naam: lokaleIngang.naam,
      tekst: lokaleIngang.tekst,
      watTeDoen: lokaal.watTeDoen,
    },
    contactBronnen: toBronnen(bronnen, [lokaleIngang, ...contacten]),
    zorgen: noodnummers.filter(({ zorgen }) => zorgen).map(toNumber),
    ggz: {
      naam: content.organisaties.find(({ id }) => id === ggzWerkgebied.organisatie)?.naam ?? null,
      href: ggzWerkgebied.organisatie && `/organisaties/${ggzWerkgebied.organisatie}`,
      alsOnbekend: ggzWerkgebied.alsOnbekend,
    },
    opmerkingen: gemeente.opmerkingen.map(({ tekst }) => tekst),
    overigeBronnen: toBronnen(bronnen, [ggzWerkgebied, ...gemeente.opmerkingen]),
    clientondersteuning: findClientondersteuning(content, gemeente).map(
      ({ naam, beschrijving, gemeentenToelichting }) => ({
        naam,
        beschrijving,
        gemeentenToelichting,
      }),
    ),
    aantalTafels: isTooMany ? content.tafels.length : null,
    tafels: toRoutes('overlegtafel'),
    voorzieningen: toRoutes('voorziening'),
  };
}
