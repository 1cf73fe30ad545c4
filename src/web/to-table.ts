/** The view-model of a table. On a small screen each cell stands alone, so that it also says its heading. */
export function toTable(
  bijschrift: string,
  koppen: readonly string[],
  rijen: readonly (readonly [kop: { readonly tekst: string; readonly href?: string }, ...cellen: string[]])[],
) {
  return {
    bijschrift,
    koppen,
    rijen: rijen.map(([kop, ...cellen]) => ({
      kop,
      cellen: cellen.map((tekst, index) => ({ kop: koppen[index + 1] ?? '', tekst })),
    })),
  };
}
