import type { Say } from '../domain/texts.ts';

/** Pages of which there is one, by their templates. */
type Described =
  | 'overlegtafels'
  | 'vergelijken'
  | 'gemeenten'
  | 'organisaties'
  | 'clientondersteuning'
  | 'rollen'
  | 'woordenlijst'
  | 'startpunten'
  | 'wegwijzer-op-papier'
  | 'beslisboom'
  | 'twee-tafels'
  | 'api'
  | 'zoeken';

/** What a page is called, in one sentence what it holds, and its place below `above`. */
export function describePage(say: Say, template: Described, ...above: readonly ReturnType<typeof toCrumb>[]) {
  return {
    template,
    titel: say(`pagina.${template}-titel`),
    beschrijving: say(`pagina.${template}-beschrijving`),
    kruimels: [...above, { tekst: say(`pagina.${template}-kruimel`) }],
  };
}

/** A page as a place in the trail of the pages below it, or in the navigation. */
export function toCrumb(say: Say, pagina: Described | 'vragen' | 'over', href = `/${pagina}`) {
  return { tekst: say(`pagina.${pagina}-kruimel`), href };
}
