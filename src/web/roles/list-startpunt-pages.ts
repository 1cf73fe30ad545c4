import type { Content } from '../../domain/model/content.ts';
import { STARTPUNT_GROUPS } from '../../domain/model/rol.ts';
import type { Say } from '../../domain/texts.ts';
import { describePage, toCrumb } from '../describe-page.ts';
import type { StaticPage } from '../page.ts';
import { toStartpuntHref, toStartpuntPage } from './to-startpunt-page.ts';

const LIST = '/u-werkt-bij';

/** The pages per role of the visitor, and the list of them; the same for everyone. */
export function listStartpuntPages(say: Say, content: Content): StaticPage[] {
  return [
    {
      pad: LIST,
      ...describePage(say, 'startpunten'),
      model: toStartpuntenPage(content),
    },
    ...content.startpunten.map((startpunt) => ({
      pad: toStartpuntHref(startpunt.id),
      template: 'startpunt',
      titel: say('pagina.startpunt-titel', { wie: startpunt.wie }),
      beschrijving: startpunt.inleiding,
      kruimels: [toCrumb(say, 'startpunten', LIST), { tekst: startpunt.wie }],
      get model() {
        return toStartpuntPage(say, content, startpunt);
      },
    })),
  ];
}

function toStartpuntenPage({ startpunten, tafels }: Content) {
  return {
    groepen: STARTPUNT_GROUPS.map((groep) => ({
      // One name per group, so that the template has the words.
      [groep]: true,
      startpunten: startpunten
        .filter((startpunt) => startpunt.groep === groep)
        .map(({ id, wie }) => ({
          wie,
          href: toStartpuntHref(id),
          aantal: tafels.filter(({ aanmelders }) => aanmelders.rollen.includes(id)).length,
        })),
    })),
  };
}
