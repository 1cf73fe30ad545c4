import type { Content } from '../../domain/model/content.ts';
import type { StaticPage } from '../page.ts';
import { followTheme } from './finish-svg.ts';
import type { DrawnTree } from './lay-out-tree.ts';
import { toTreeList } from './to-tree-list.ts';

/** The page of the decision tree, as far as it is the same whatever the tree. */
export const TREE_PAGE = {
  pad: '/beslisboom',
  template: 'beslisboom',
  titel: 'De beslisboom',
  beschrijving: 'Zo komt de wegwijzer van uw antwoorden tot een advies: alle vragen, criteria en uitkomsten.',
  kruimels: [{ tekst: 'Beslisboom' }],
};

/** The page of the decision tree: as a picture, as a list, and with examples to walk along. */
export function toTreePage(content: Content, { tree, svg }: DrawnTree): StaticPage {
  return {
    ...TREE_PAGE,
    model: {
      svg: followTheme(svg),
      stappen: toTreeList(tree),
      voorbeelden: toVoorbeelden(content),
    },
  };
}

function toVoorbeelden({ voorbeelden, tafels, beslisboom }: Content) {
  const nameOf = new Map(tafels.map(({ id, korteNaam }) => [id, korteNaam]));
  return voorbeelden.map(({ id, naam, uitkomst, ...voorbeeld }) => ({
    naam,
    href: `/beslisboom/voorbeeld/${id}`,
    uitkomst: beslisboom.uitkomsten[uitkomst].naam,
    tafels: voorbeeld.tafels.map((tafel) => nameOf.get(tafel) ?? tafel),
  }));
}
