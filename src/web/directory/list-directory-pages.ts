import { toDutchDate } from '../../domain/calendar.ts';
import type { Content } from '../../domain/model/content.ts';
import { toRoomText } from '../../domain/table-answers/answer-words.ts';
import { findRoom, type Rooms } from '../../domain/table-answers/room.ts';
import type { Say } from '../../domain/texts.ts';
import { describePage, toCrumb } from '../describe-page.ts';
import type { StaticPage } from '../page.ts';
import { toTafelHref } from '../tafel-presentation.ts';
import { toFilteredComparison, toFilteredRollen } from './filtered-pages.ts';
import { toClientondersteuningPage } from './to-clientondersteuning-page.ts';
import { toGemeentenPage, toGemeentePage } from './to-gemeente-page.ts';
import { toOrganisatiePage, toOrganisatiesPage } from './to-organisatie-page.ts';
import { toTafelPage, toTafelsPage } from './to-tafel-page.ts';
import { toWoordenlijstPage } from './to-woordenlijst-page.ts';

/**
 * The directory: tables, gemeenten, cliëntondersteuning, roles and the word list; the same for every visitor, as fresh as
 * at `now`. A page of which there are many makes its model when it is rendered: together they would fill the memory, and
 * the search needs no more than titles.
 */
export function listDirectoryPages(
  say: Say,
  content: Content,
  now: Date,
  readRooms: () => Rooms = () => ({}),
): StaticPage[] {
  return [
    {
      pad: '/overlegtafels',
      ...describePage(say, 'overlegtafels'),
      model: toTafelsPage(say, content),
    },
    ...content.tafels.map((tafel) => ({
      pad: toTafelHref(tafel.id, tafel.soort),
      template: 'overlegtafel',
      titel: tafel.naam,
      beschrijving: tafel.samenvatting,
      kruimels: [toCrumb(say, 'overlegtafels'), { tekst: tafel.korteNaam }],
      get model() {
        const room = findRoom(readRooms(), tafel.id, toDutchDate(now));
        return toTafelPage(content, tafel, now, room && toRoomText(say, room));
      },
    })),
    toFilteredComparison(say, content, []),
    {
      pad: '/gemeenten',
      ...describePage(say, 'gemeenten'),
      model: toGemeentenPage(say, content),
    },
    ...content.gemeenten.map((gemeente) => ({
      pad: `/gemeenten/${gemeente.id}`,
      template: 'gemeente',
      titel: say('pagina.gemeente-titel', { naam: gemeente.naam }),
      beschrijving: say('pagina.gemeente-beschrijving', { naam: gemeente.naam }),
      kruimels: [toCrumb(say, 'gemeenten'), { tekst: gemeente.naam }],
      get model() {
        return toGemeentePage(say, content, gemeente, now);
      },
    })),
    {
      pad: '/organisaties',
      ...describePage(say, 'organisaties'),
      model: toOrganisatiesPage(content),
    },
    ...content.organisaties.map((organisatie) => ({
      pad: `/organisaties/${organisatie.id}`,
      template: 'organisatie',
      titel: organisatie.naam,
      beschrijving: organisatie.beschrijving,
      kruimels: [toCrumb(say, 'organisaties'), { tekst: organisatie.naam }],
      get model() {
        return toOrganisatiePage(content, organisatie, now);
      },
    })),
    {
      pad: '/clientondersteuning',
      ...describePage(say, 'clientondersteuning'),
      model: toClientondersteuningPage(say, content, now),
    },
    toFilteredRollen(say, content, []),
    {
      pad: '/woordenlijst',
      ...describePage(say, 'woordenlijst'),
      model: toWoordenlijstPage(content),
    },
  ];
}
