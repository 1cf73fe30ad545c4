import type { Content } from '../../domain/model/content.ts';
import type { Say } from '../../domain/texts.ts';
import type { Crumb, StaticPage } from '../page.ts';
import { toTafelHref } from '../tafel-href.ts';
import { toFilteredComparison, toFilteredRollen } from './filtered-pages.ts';
import { toClientondersteuningPage } from './to-clientondersteuning-page.ts';
import { toGemeentenPage, toGemeentePage } from './to-gemeente-page.ts';
import { toOrganisatiePage, toOrganisatiesPage } from './to-organisatie-page.ts';
import { toTafelPage, toTafelsPage } from './to-tafel-page.ts';
import { toWoordenlijstPage } from './to-woordenlijst-page.ts';

const TAFELS: Crumb = { tekst: 'Overlegtafels', href: '/overlegtafels' };
const ORGANISATIES: Crumb = { tekst: 'Organisaties', href: '/organisaties' };
const GEMEENTEN: Crumb = { tekst: 'Gemeenten', href: '/gemeenten' };

/**
 * The directory: tables, gemeenten, cliëntondersteuning, roles and the word list; the same for every visitor, as fresh as
 * at `now`. A page of which there are many makes its model when it is rendered: together they would fill the memory, and
 * the search needs no more than titles.
 */
export function listDirectoryPages(say: Say, content: Content, now: Date): StaticPage[] {
  return [
    {
      pad: '/overlegtafels',
      template: 'overlegtafels',
      titel: 'Overlegtafels in Twente',
      beschrijving:
        'De zeven overlegtafels boven het wijkteam, en het mobiele P10-team: voor wie, wie mag aanmelden en hoe.',
      kruimels: [{ tekst: 'Overlegtafels' }],
      model: toTafelsPage(content),
    },
    ...content.tafels.map((tafel) => ({
      pad: toTafelHref(tafel.id, tafel.soort),
      template: 'overlegtafel',
      titel: tafel.naam,
      beschrijving: tafel.samenvatting,
      kruimels: [TAFELS, { tekst: tafel.korteNaam }],
      get model() {
        return toTafelPage(content, tafel, now);
      },
    })),
    toFilteredComparison(content, []),
    {
      pad: '/gemeenten',
      template: 'gemeenten',
      titel: 'Gemeenten in Twente',
      beschrijving:
        'De veertien gemeenten van Twente: waar u begint, welke ggz-aanbieder er werkt, en welke cliëntondersteuning er is.',
      kruimels: [{ tekst: 'Gemeenten' }],
      model: toGemeentenPage(content),
    },
    ...content.gemeenten.map((gemeente) => ({
      pad: `/gemeenten/${gemeente.id}`,
      template: 'gemeente',
      titel: `Gemeente ${gemeente.naam}`,
      beschrijving: `Hulp en overleg bij ingewikkelde problemen in ${gemeente.naam}: waar u begint en wat er daarna kan.`,
      kruimels: [GEMEENTEN, { tekst: gemeente.naam }],
      get model() {
        return toGemeentePage(say, content, gemeente, now);
      },
    })),
    {
      pad: '/organisaties',
      template: 'organisaties',
      titel: 'Organisaties',
      beschrijving: 'Wie er aan de overlegtafels in Twente zit, en wat deze organisaties doen.',
      kruimels: [{ tekst: 'Organisaties' }],
      model: toOrganisatiesPage(content),
    },
    ...content.organisaties.map((organisatie) => ({
      pad: `/organisaties/${organisatie.id}`,
      template: 'organisatie',
      titel: organisatie.naam,
      beschrijving: organisatie.beschrijving,
      kruimels: [ORGANISATIES, { tekst: organisatie.naam }],
      get model() {
        return toOrganisatiePage(content, organisatie, now);
      },
    })),
    {
      pad: '/clientondersteuning',
      template: 'clientondersteuning',
      titel: 'Onafhankelijke cliëntondersteuning',
      beschrijving:
        'Wat een onafhankelijke cliëntondersteuner doet, en welke organisaties er zijn in Twente.',
      kruimels: [{ tekst: 'Cliëntondersteuning' }],
      model: toClientondersteuningPage(content, now),
    },
    toFilteredRollen(content, []),
    {
      pad: '/woordenlijst',
      template: 'woordenlijst',
      titel: 'Woordenlijst',
      beschrijving:
        'Uitleg in gewone taal van de woorden die u op deze site en aan de overlegtafels tegenkomt.',
      kruimels: [{ tekst: 'Woordenlijst' }],
      model: toWoordenlijstPage(content),
    },
  ];
}
