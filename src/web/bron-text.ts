import type { Bron, BronVerwijzing } from '../domain/model/basis.ts';

/** A source in words: title of the document and the heading in it. */
export function toBronText(bronnen: readonly Bron[], { document, kop }: BronVerwijzing): string {
  return `${bronnen.find(({ id }) => id === document)?.titel ?? document}, ${kop}`;
}
