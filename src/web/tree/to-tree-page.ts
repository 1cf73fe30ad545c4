import type { Content } from '../../domain/model/content.ts';
import type { Say } from '../../domain/texts.ts';
import type { Tree } from '../../domain/tree/decision-tree.ts';
import { describePage } from '../describe-page.ts';
import type { StaticFile, StaticPage } from '../page.ts';
import { followTheme } from './finish-svg.ts';
import type { DrawnTree } from './lay-out-tree.ts';
import { toDot } from './to-dot.ts';
import { toMermaid } from './to-mermaid.ts';
import { toTreeList } from './to-tree-list.ts';
import { toWhatIfSection } from './to-what-if.ts';

export const TREE_PATH = '/beslisboom';

/** The page of the decision tree: as a picture, as a list, and with examples to walk along. */
export function toTreePage(say: Say, content: Content, { tree, svg }: DrawnTree): StaticPage {
  return {
    pad: TREE_PATH,
    ...describePage(say, 'beslisboom'),
    model: {
      svg: followTheme(svg),
      stappen: toTreeList(tree),
      voorbeelden: toVoorbeelden(content),
      watAls: toWhatIfSection(say, content),
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

/** The decision tree at full size, and as text for other programs. */
export function listTreeFiles(beslisboom: () => Promise<DrawnTree>): StaticFile[] {
  const download = (naam: string, toText: (tree: Tree) => string): StaticFile => ({
    pad: `/${naam}`,
    type: 'text/plain; charset=utf-8',
    make: async () => toText((await beslisboom()).tree),
    headers: { 'Content-Disposition': `attachment; filename="${naam}"` },
  });
  return [
    {
      pad: '/beslisboom.svg',
      type: 'image/svg+xml',
      make: async () => `${(await beslisboom()).svg}\n`,
      headers: {},
    },
    download('beslisboom.mmd', toMermaid),
    download('beslisboom.dot', (tree) => toDot(tree)),
  ];
}
