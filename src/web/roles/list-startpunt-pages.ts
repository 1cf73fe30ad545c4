import type { Content } from '../../domain/model/content.ts';
import { STARTPUNT_GROUPS } from '../../domain/model/rol.ts';
import type { Say } from '../../domain/texts.ts';
import type { Crumb, StaticPage } from '../page.ts';
import { toStartpuntHref, toStartpuntPage } from './to-startpunt-page.ts';

const LIST: Crumb = { tekst: 'Begin bij uw rol', href: '/u-werkt-bij' };

/** The pages per role of the visitor, and the list of them; the same for everyone. */
export function listStartpuntPages(say: Say, content: Content): StaticPage[] {
  return [
    {
      pad: '/u-werkt-bij',
      template: 'startpunten',
      titel: 'Begin bij uw rol',
      beschrijving:
        'Kies wie u bent. U leest waar u begint, waar u zelf mag aanmelden en wie het anders kan.',
      kruimels: [{ tekst: LIST.tekst }],
      model: toStartpuntenPage(content),
    },
    ...content.startpunten.map((startpunt) => ({
      pad: toStartpuntHref(startpunt.id),
      template: 'startpunt',
      titel: `${startpunt.wie}: zo begint u`,
      beschrijving: startpunt.inleiding,
      kruimels: [LIST, { tekst: startpunt.wie }],
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
