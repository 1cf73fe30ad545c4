import { isSmall, maskCount, roundCount } from '../../domain/statistics/counts.ts';

/** A row of counts under one name, such as a week or a table; one count per series. */
export interface Row {
  readonly naam: string;
  readonly counts: readonly number[];
}

/** The longest bar, in per cent of the width: beside it there must be room for its number. */
const LONGEST = 84;
/** The bar of every count below five, from nought to four: its length says nothing. */
const SMALL = 2;
/** Height of a bar, and from one to the next, in pixels. */
const BAR = 14;
const STAP = 20;

/**
 * The view-model of a chart with lying bars: a picture per row, below its name. Lengths are in per cent and heights in
 * pixels, so that it fits a phone without making its letters smaller. A table says the same in words.
 */
export function toBarChart(series: readonly string[], rijen: readonly Row[]) {
  const highest = Math.max(1, ...rijen.flatMap(({ counts }) => counts.map(roundCount)));
  return {
    legenda: series.length > 1 ? series.map((naam, index) => ({ naam, reeks: index + 1 })) : [],
    hoogte: series.length * STAP,
    staafHoogte: BAR,
    rijen: rijen.map(({ naam, counts }) => ({
      naam,
      inWoorden: counts.map((count, index) => `${series[index]}: ${maskCount(count)}`).join(', '),
      staven: counts.map((count, index) => ({
        y: index * STAP + 1,
        yTekst: index * STAP + BAR - 1,
        breedte: `${toWidth(roundCount(count), highest)}%`,
        reeks: index + 1,
        klein: isSmall(count),
        tekst: maskCount(count),
      })),
    })),
  };
}

/** The length of a bar, in per cent with one decimal; of one that is shown always more than of one that is not. */
function toWidth(count: number, highest: number): number {
  if (isSmall(count)) return SMALL;
  return Math.round(Math.max(SMALL + 1, (count / highest) * LONGEST) * 10) / 10;
}
