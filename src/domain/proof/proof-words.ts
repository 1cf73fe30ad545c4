import type { Antwoorden } from '../model/antwoorden.ts';

/** What is needed to say answers in words; of an older version of the content a word may lack. */
interface NamedVraag {
  readonly feit: string;
  readonly kort?: unknown;
  readonly opties: readonly { readonly id: string; readonly tekst?: unknown; readonly kort?: unknown }[];
}

/** A case in words, in asking order: "iemand in direct gevaar: Nee; …". */
export function describeCase(vragen: readonly NamedVraag[], antwoorden: Antwoorden): string {
  const parts = vragen.flatMap(({ feit, kort, opties }) => {
    const antwoord = antwoorden[feit];
    if (antwoord === undefined) return [];
    const words = [antwoord].flat().map((id) => toWord(opties.find((optie) => optie.id === id)?.tekst, id));
    return [`${toWord(kort, feit)}: ${words.join(' + ')}`];
  });
  return parts.length > 0 ? parts.join('; ') : 'nog niets beantwoord';
}

function toWord(tekst: unknown, id: string): string {
  return typeof tekst === 'string' ? tekst : id;
}

/** A share that says something: in percent (one decimal), one in so many when it is small, or none at all. */
export type Share =
  | { readonly soort: 'procent'; readonly aantal: string }
  | { readonly soort: 'eenOp'; readonly aantal: string }
  | { readonly soort: 'geen' };

/** The share of a part in a whole, with its number as it is written in Dutch. */
export function toShare(part: bigint, whole: bigint): Share {
  if (part === 0n || whole === 0n) return { soort: 'geen' };
  if (part * 10n <= whole)
    return { soort: 'eenOp', aantal: ((whole + part / 2n) / part).toLocaleString('nl-NL') };
  const perMille = Number((part * 1_000n + whole / 2n) / whole);
  // Nearly all is not all.
  const shown = part < whole ? Math.min(perMille, 999) : perMille;
  return { soort: 'procent', aantal: (shown / 10).toLocaleString('nl-NL') };
}
