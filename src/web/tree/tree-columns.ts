import type { Arrow, Tree, TreeNode } from '../../domain/tree/decision-tree.ts';

/** The places of the tree in the columns of the picture, each from top to bottom. */
export interface Columns {
  /** The questions before the tables. */
  readonly begin: readonly string[];
  /** Outcomes that a question before the tables leads to. */
  readonly vroeg: readonly string[];
  readonly tafels: readonly string[];
  /** The questions after the tables, each with the outcomes that it leads to first. */
  readonly daarna: readonly { readonly id: string; readonly uitkomsten: readonly string[] }[];
}

/** Divides the places over the columns. */
export function toColumns({ nodes, pijlen }: Tree): Columns {
  const isTafel = ({ soort }: TreeNode) => soort === 'tafel';
  const isUitkomst = ({ soort }: TreeNode) => soort === 'uitkomst';
  const firstTafel = nodes.findIndex(isTafel);
  const begin = toIds(nodes.slice(0, firstTafel));
  const daarna = toIds(nodes.slice(firstTafel).filter((node) => !isTafel(node) && !isUitkomst(node)));
  const uitkomsten = toIds(nodes.filter(isUitkomst));
  const leadsTo = (from: string) =>
    uitkomsten.filter((id) => pijlen.some((arrow) => arrow.van === from && arrow.to === id));
  return {
    begin,
    vroeg: begin.flatMap(leadsTo),
    tafels: toIds(nodes.filter(isTafel)),
    daarna: daarna.map((id) => ({ id, uitkomsten: leadsTo(id) })),
  };
}

/** The name of the place that holds the condition of an arrow, by the place of the arrow in the tree. */
export function toArrowId(nummer: number): string {
  return `pijl-${nummer + 1}`;
}

/** Whether the picture shows a condition on the arrow: one that is always followed has none. */
export function hasVoorwaarde({ als }: Arrow): boolean {
  return als.soort !== 'altijd';
}

/** Whether an arrow stays in its column, and so goes down. */
export function isDown({ begin, tafels, daarna }: Columns, { van, to }: Arrow): boolean {
  return [begin, tafels, daarna.map(({ id }) => id)].some((ids) => ids.includes(van) && ids.includes(to));
}

function toIds(nodes: readonly TreeNode[]): string[] {
  return nodes.map(({ id }) => id);
}
