import type { Tree } from '../../domain/tree/decision-tree.ts';
import type { StaticFile } from '../static-file.ts';
import type { GetekendeBoom } from './lay-out-tree.ts';
import { toDot } from './to-dot.ts';
import { toMermaid } from './to-mermaid.ts';

/** The decision tree at full size, and as text for other programs. */
export function listTreeFiles(beslisboom: () => Promise<GetekendeBoom>): StaticFile[] {
  const download = (naam: string, toTekst: (boom: Tree) => string): StaticFile => ({
    pad: `/${naam}`,
    type: 'text/plain; charset=utf-8',
    maak: async () => toTekst((await beslisboom()).boom),
    headers: { 'Content-Disposition': `attachment; filename="${naam}"` },
  });
  return [
    {
      pad: '/beslisboom.svg',
      type: 'image/svg+xml',
      maak: async () => `${(await beslisboom()).svg}\n`,
      headers: {},
    },
    download('beslisboom.mmd', toMermaid),
    download('beslisboom.dot', (boom) => toDot(boom)),
  ];
}
