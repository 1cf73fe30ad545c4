import type { Graphviz } from '../../domain/ports/graphviz.ts';
import type { Boom } from '../../domain/tree/boom.ts';
import { finishSvg } from './finish-svg.ts';
import { layOutTree } from './lay-out-tree.ts';
import { toDot, toPlaatsenDot } from './to-dot.ts';

/** The tree with its picture, an SVG that stands on its own. */
export interface GetekendeBoom {
  readonly boom: Boom;
  readonly svg: string;
}

/** Draws the tree: Graphviz measures the places, we give each its spot, Graphviz draws them and the arrows. */
export function drawTree(graphviz: Graphviz, boom: Boom): GetekendeBoom {
  const punten = layOutTree(boom, graphviz.measure(toPlaatsenDot(boom)));
  return { boom, svg: finishSvg(graphviz.draw(toDot(boom, punten)), boom) };
}
