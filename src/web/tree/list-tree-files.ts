import type { Tree } from '../../domain/tree/decision-tree.ts';
import type { StaticFile } from '../static-file.ts';
import type { DrawnTree } from './lay-out-tree.ts';
import { toDot } from './to-dot.ts';
import { toMermaid } from './to-mermaid.ts';

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
