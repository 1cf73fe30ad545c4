import { DONT_KNOW, type Vraag } from './vraag.ts';

/** One answer: an option id, or for a meerkeuze a list of option ids without doubles, never empty. */
export type Antwoord = string | readonly string[];

/** Answers by fact. A fact that is absent is not answered, which is not the same as `nee`. */
export type Antwoorden = Readonly<Record<string, Antwoord>>;

/** Whether there is no answer yet. */
export function isEmpty(antwoorden: Antwoorden): boolean {
  return Object.keys(antwoorden).length === 0;
}

/** Whether a fact is still open: not answered, or answered with "I do not know". */
export function isOpen(antwoord: Antwoord | undefined): antwoord is undefined {
  return (
    antwoord === undefined || antwoord === DONT_KNOW || (Array.isArray(antwoord) && antwoord[0] === DONT_KNOW)
  );
}

/** The chosen option ids of an answer, as a list; empty when it is open. */
export function toChosen(antwoord: Antwoord | undefined): readonly string[] {
  if (isOpen(antwoord)) return [];
  return typeof antwoord === 'string' ? [antwoord] : antwoord;
}

/** An answer in words: the texts of the chosen options, or that it is not known yet. */
export function toAntwoordText(vraag: Vraag, antwoorden: Antwoorden): string {
  const antwoord = antwoorden[vraag.feit];
  if (antwoord === undefined) return 'niet beantwoord';
  if (isOpen(antwoord)) return 'nog niet bekend';
  if (typeof antwoord === 'string') return vraag.opties.find(({ id }) => id === antwoord)?.tekst ?? '';
  const chosen = toChosen(antwoord);
  return vraag.opties
    .filter(({ id }) => chosen.includes(id))
    .map(({ tekst }) => tekst)
    .join('; ');
}
