import type { Content } from '../../domain/model/content.ts';
import type { StatischePagina } from '../page.ts';
import { followTheme } from './finish-svg.ts';
import type { GetekendeBoom } from './lay-out-tree.ts';
import { toTreeList } from './to-tree-list.ts';

/** The page of the decision tree, as far as it is the same whatever the tree. */
export const BOOM_PAGINA = {
  pad: '/beslisboom',
  template: 'beslisboom',
  titel: 'De beslisboom',
  beschrijving: 'Zo komt de wegwijzer van uw antwoorden tot een advies: alle vragen, criteria en uitkomsten.',
  kruimels: [{ tekst: 'Beslisboom' }],
};

/** The page of the decision tree: as a picture, as a list, and with examples to walk along. */
export function toTreePage(content: Content, { boom, svg }: GetekendeBoom): StatischePagina {
  return {
    ...BOOM_PAGINA,
    model: {
      svg: followTheme(svg),
      stappen: toTreeList(boom),
      voorbeelden: toVoorbeelden(content),
    },
  };
}

function toVoorbeelden({ voorbeelden, tafels, beslisboom }: Content) {
  const naamVan = new Map(tafels.map(({ id, korteNaam }) => [id, korteNaam]));
  return voorbeelden.map(({ id, naam, uitkomst, ...voorbeeld }) => ({
    naam,
    href: `/beslisboom/voorbeeld/${id}`,
    uitkomst: beslisboom.uitkomsten[uitkomst].naam,
    tafels: voorbeeld.tafels.map((tafel) => naamVan.get(tafel) ?? tafel),
  }));
}
