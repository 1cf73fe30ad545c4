import { toDateText } from '../domain/calendar.ts';
import type { Content } from '../domain/model/content.ts';
import type { OperatorInfo } from '../domain/model/operator-info.ts';
import { MAX_SEARCH_QUERY } from '../domain/search/search.ts';
import type { Say } from '../domain/texts.ts';
import { toBronnen, toFreshness } from './contact-model.ts';
import { type StaticPage, toNumber } from './page.ts';
import { toTafelHref } from './tafel-presentation.ts';

/** The home page and the pages about the site itself; the same for every visitor. `verstuurt`: the server can send. */
export function listAboutPages(
  say: Say,
  { noodnummers, tafels, bronnen }: Content,
  operator: OperatorInfo,
  verstuurt: boolean,
  now: Date,
): StaticPage[] {
  const toTitel = (pagina: 'over' | 'privacy' | 'toegankelijkheid') => {
    const titel = say(`pagina.${pagina}-kruimel`);
    return { titel, kruimels: [{ tekst: titel }] };
  };
  return [
    {
      pad: '/',
      template: 'start',
      titel: say('pagina.start-titel'),
      model: {
        zoekMax: MAX_SEARCH_QUERY,
        noodnummers: noodnummers.map((nummer) => ({
          ...toNumber(nummer),
          ...toFreshness(bronnen, nummer, now),
        })),
        bronnen: toBronnen(bronnen, noodnummers),
        tafels: tafels.map(({ id, soort, korteNaam, samenvatting }) => ({
          naam: korteNaam,
          samenvatting,
          href: toTafelHref(id, soort),
        })),
      },
    },
    {
      pad: '/over',
      template: 'over',
      ...toTitel('over'),
      model: {
        bronnen: bronnen.map(({ titel, toelichting, url, geraadpleegd }) => ({
          titel,
          toelichting,
          url,
          geraadpleegd: geraadpleegd && toDateText(geraadpleegd),
        })),
      },
    },
    {
      pad: '/privacy',
      template: 'privacy',
      ...toTitel('privacy'),
      model: { ...toPrivacyPage(operator), verstuurt },
    },
    {
      pad: '/toegankelijkheid',
      template: 'toegankelijkheid',
      ...toTitel('toegankelijkheid'),
      model: toToegankelijkheidPage(operator),
    },
  ];
}

/** The view-model of the privacy page: what the operator said of themselves. */
function toPrivacyPage({ organisatie, privacyContact, logboekDagen }: OperatorInfo) {
  return { organisatie, contact: toContact(privacyContact), logboekDagen };
}

/** A contact of the operator as a link: an address to mail to, or a page. Null when there is none. */
function toContact(adres: string | null): { href: string; tekst: string } | null {
  return adres === null ? null : { href: adres, tekst: adres.replace(/^mailto:/, '') };
}

/** The view-model of the accessibility page: what the operator declares. */
function toToegankelijkheidPage({ organisatie, toegankelijkheid }: OperatorInfo) {
  const { status, datum, contact } = toegankelijkheid;
  return {
    organisatie,
    // One name per status, so that the template has the words.
    status: { [status]: true },
    datum: datum && toDateText(datum),
    contact: toContact(contact),
  };
}
