import { MAX_ZOEKVRAAG } from './search.ts';

/** A search as it can be shown and looked up: one line, without signs that cannot be seen, not too long. */
export function toZoekvraag(tekst: string): { readonly vraag: string; readonly ingekort: boolean } {
  // Cut first, so that no text is too long to clean; with some room for the spaces that go.
  const schoon = tekst
    .slice(0, 10 * MAX_ZOEKVRAAG)
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
  const vraag = Array.from(schoon).slice(0, MAX_ZOEKVRAAG).join('').trim();
  return { vraag, ingekort: vraag.length < schoon.length || tekst.length > 10 * MAX_ZOEKVRAAG };
}
