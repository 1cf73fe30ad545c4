import type { Arrow, Tree, TreeNode } from '../../domain/tree/decision-tree.ts';

/** The places of the tree in the columns of the picture, each from top to bottom. */
export interface Kolommen {
  /** The questions before the tables. */
  readonly begin: readonly string[];
  /** Outcomes that a question before the tables leads to. */
  readonly vroeg: readonly string[];
  readonly tafels: readonly string[];
  /** The questions after the tables, each with the outcomes that it leads to first. */
  readonly daarna: readonly { readonly id: string; readonly uitkomsten: readonly string[] }[];
}

/** Divides the places over the columns. */
export function toKolommen({ nodes: knopen, pijlen }: Tree): Kolommen {
  const isTafel = ({ soort }: TreeNode) => soort === 'tafel';
  const isUitkomst = ({ soort }: TreeNode) => soort === 'uitkomst';
  const eersteTafel = knopen.findIndex(isTafel);
  const begin = toIds(knopen.slice(0, eersteTafel));
  const daarna = toIds(knopen.slice(eersteTafel).filter((knoop) => !isTafel(knoop) && !isUitkomst(knoop)));
  const uitkomsten = toIds(knopen.filter(isUitkomst));
  const leidtNaar = (van: string) =>
    uitkomsten.filter((id) => pijlen.some((pijl) => pijl.van === van && pijl.to === id));
  return {
    begin,
    vroeg: begin.flatMap(leidtNaar),
    tafels: toIds(knopen.filter(isTafel)),
    daarna: daarna.map((id) => ({ id, uitkomsten: leidtNaar(id) })),
  };
}

/** The name of the place that holds the condition of an arrow, by the place of the arrow in the tree. */
export function toPijlId(nummer: number): string {
  return `pijl-${nummer + 1}`;
}

/** Whether the picture shows a condition on the arrow: one that is always followed has none. */
export function heeftVoorwaarde({ als }: Arrow): boolean {
  return als.soort !== 'altijd';
}

/** Whether an arrow stays in its column, and so goes down. */
export function isOmlaag({ begin, tafels, daarna }: Kolommen, { van, to: naar }: Arrow): boolean {
  return [begin, tafels, daarna.map(({ id }) => id)].some((ids) => ids.includes(van) && ids.includes(naar));
}

function toIds(knopen: readonly TreeNode[]): string[] {
  return knopen.map(({ id }) => id);
}
