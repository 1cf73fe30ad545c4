/** What a column would like: to have its longest line on one line, and at least its longest word; in points. */
export interface KolomWens {
  readonly regel: number;
  readonly woord: number;
}

/**
 * Divides a width over columns: short ones get all they need, the others their longest word and then a share of the
 * rest, a longer one more. Where that does not fit all share in proportion, and words are broken.
 */
export function divideWidth(wensen: readonly KolomWens[], width: number): number[] {
  const gelijk = width / wensen.length;
  const breedtes = wensen.map(({ regel, woord }) =>
    Math.max(1, regel <= gelijk ? regel : Math.min(woord, Math.max(gelijk, width / 3))),
  );
  const nodig = sum(breedtes);
  if (nodig >= width) return breedtes.map((breedte) => (breedte * width) / nodig);

  let open = wensen.map((_, index) => index).filter((index) => wish(wensen, index) > at(breedtes, index));
  let rest = width - nodig;
  while (rest > 0.5 && open.length > 0) {
    // By the root of the length: in proportion, one very long text would leave the others nothing.
    const gewichten = sum(open.map((index) => Math.sqrt(wish(wensen, index))));
    const verdeeld = rest / gewichten;
    for (const index of open) {
      const deel = verdeeld * Math.sqrt(wish(wensen, index));
      const erbij = Math.min(deel, wish(wensen, index) - at(breedtes, index));
      breedtes[index] = at(breedtes, index) + erbij;
      rest -= erbij;
    }
    open = open.filter((index) => wish(wensen, index) - at(breedtes, index) > 0.01);
  }
  const totaal = sum(breedtes);
  return breedtes.map((breedte) => (breedte * width) / totaal);
}

function wish(wensen: readonly KolomWens[], index: number): number {
  return wensen[index]?.regel ?? 0;
}

function at(getallen: readonly number[], index: number): number {
  return getallen[index] ?? 0;
}

function sum(getallen: readonly number[]): number {
  return getallen.reduce((som, getal) => som + getal, 0);
}
