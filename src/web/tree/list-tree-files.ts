import type { StaticFile } from '../static-file.ts';
import type { GetekendeBoom } from './draw-tree.ts';
import { toDot } from './to-dot.ts';
import { toMermaid } from './to-mermaid.ts';

/** The decision tree at full size, and as text for other programs. */
export function listTreeFiles({ boom, svg }: GetekendeBoom): StaticFile[] {
  const download = (naam: string, tekst: string): StaticFile => ({
    pad: `/${naam}`,
    type: 'text/plain; charset=utf-8',
    tekst,
    headers: { 'Content-Disposition': `attachment; filename="${naam}"` },
  });
  return [
    { pad: '/beslisboom.svg', type: 'image/svg+xml', tekst: `${svg}\n`, headers: {} },
    download('beslisboom.mmd', toMermaid(boom)),
    download('beslisboom.dot', toDot(boom)),
  ];
}
