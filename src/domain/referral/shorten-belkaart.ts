import type { BelStap } from './to-belkaart.ts';

/** How many lines of values there is room for on the page, and how many characters stand on one: of a value, of a name. */
const BLAD = { regels: 30, waarde: 68, naam: 26 } as const;
/** Values are cut no shorter than this, in characters. */
const MINSTENS = 40;
const VERDER = '… (zie de tekst)';

/** The belkaart with its longest values cut until it fits on one page: who calls cannot turn over in the middle. */
export function shortenBelkaart(belkaart: readonly BelStap[]): BelStap[] {
  let max = 600;
  let kort = cutAt(belkaart, max);
  while (countRegels(kort) > BLAD.regels && max > MINSTENS) {
    max -= 20;
    kort = cutAt(belkaart, max);
  }
  return kort;
}

function cutAt(belkaart: readonly BelStap[], max: number): BelStap[] {
  return belkaart.map((stap) => ({
    ...stap,
    rijen: stap.rijen.map(({ naam, waarde }) => ({ naam, waarde: cutShort(waarde, max) })),
  }));
}

/** On one line, cut at a word where there is one. */
function cutShort(tekst: string, max: number): string {
  const regel = tekst.replaceAll(/\s+/g, ' ');
  return regel.length <= max ? regel : `${regel.slice(0, max).replace(/ \S*$/, '')}${VERDER}`;
}

function countRegels(belkaart: readonly BelStap[]): number {
  return belkaart
    .flatMap(({ rijen }) => rijen)
    .reduce(
      (som, { naam, waarde }) =>
        som + Math.max(Math.ceil(waarde.length / BLAD.waarde), Math.ceil(naam.length / BLAD.naam)),
      0,
    );
}
