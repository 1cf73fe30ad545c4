import type { GetekendeBoom } from './draw-tree.ts';
import { toDot } from './to-dot.ts';
import { toMermaid } from './to-mermaid.ts';

/** A file that is the same for every visitor, with its address and what a browser must know of it. */
interface StatischBestand {
  readonly pad: string;
  readonly type: string;
  readonly tekst: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The decision tree at full size, and as text for other programs. */
export function listTreeFiles({ boom, svg }: GetekendeBoom): StatischBestand[] {
  const download = (naam: string, tekst: string): StatischBestand => ({
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
