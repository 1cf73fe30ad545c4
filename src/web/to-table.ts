/** What stands in a cell: a text, or a link with what comes after it. */
type Cell = string | { readonly tekst: string; readonly href?: string; readonly erna?: string };

/** The view-model of a table. On a small screen each cell stands alone, so that it also says its heading. */
export function toTable(
  bijschrift: string,
  koppen: readonly string[],
  rijen: readonly (readonly [kop: { readonly tekst: string; readonly href?: string }, ...cellen: Cell[]])[],
) {
  return {
    bijschrift,
    koppen,
    rijen: rijen.map(([kop, ...cellen]) => ({
      kop,
      cellen: cellen.map((cell, index) => ({
        kop: koppen[index + 1] ?? '',
        ...(typeof cell === 'string' ? { tekst: cell } : cell),
      })),
    })),
  };
}
