import { isSmall, maskCount } from '../../domain/statistics/counts.ts';

/** A row of counts under one name, such as a week or a table; one count per series. */
export interface Rij {
  readonly naam: string;
  readonly aantallen: readonly number[];
}

/** The longest bar, in per cent of the width: beside it there must be room for its number. */
const LANGSTE = 84;
/** The bar of every count below five, from nought to four: its length says nothing. */
const KLEIN = 2;
/** Height of a bar, and from one to the next, in pixels. */
const STAAF = 14;
const STAP = 20;

/**
 * The view-model of a chart with lying bars: a picture per row, below its name. Lengths are in per cent and heights in
 * pixels, so that it fits a phone without making its letters smaller. A table says the same in words.
 */
export function toStaafdiagram(reeksen: readonly string[], rijen: readonly Rij[]) {
  const hoogste = Math.max(
    1,
    ...rijen.flatMap(({ aantallen }) => aantallen.filter((aantal) => !isSmall(aantal))),
  );
  return {
    legenda: reeksen.length > 1 ? reeksen.map((naam, index) => ({ naam, reeks: index + 1 })) : [],
    hoogte: reeksen.length * STAP,
    staafHoogte: STAAF,
    rijen: rijen.map(({ naam, aantallen }) => ({
      naam,
      inWoorden: aantallen.map((aantal, index) => `${reeksen[index]}: ${maskCount(aantal)}`).join(', '),
      staven: aantallen.map((aantal, index) => ({
        y: index * STAP + 1,
        yTekst: index * STAP + STAAF - 1,
        breedte: `${toBreedte(aantal, hoogste)}%`,
        reeks: index + 1,
        klein: isSmall(aantal),
        tekst: maskCount(aantal),
      })),
    })),
  };
}

/** The length of a bar, in per cent with one decimal; of one that is shown always more than of one that is not. */
function toBreedte(aantal: number, hoogste: number): number {
  if (isSmall(aantal)) return KLEIN;
  return Math.round(Math.max(KLEIN + 1, (aantal / hoogste) * LANGSTE) * 10) / 10;
}
