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
