import { WEET_NIET } from './vraag.ts';

/** One answer: an option id, or for a meerkeuze a list of option ids without doubles, never empty. */
export type Antwoord = string | readonly string[];

/** Answers by fact. A fact that is absent is not answered, which is not the same as `nee`. */
export type Antwoorden = Readonly<Record<string, Antwoord>>;

/** Whether there is no answer yet. */
export function isLeeg(antwoorden: Antwoorden): boolean {
  return Object.keys(antwoorden).length === 0;
}

/** Whether a fact is still open: not answered, or answered with "I do not know". */
export function isOpen(antwoord: Antwoord | undefined): antwoord is undefined {
  return (
    antwoord === undefined || antwoord === WEET_NIET || (Array.isArray(antwoord) && antwoord[0] === WEET_NIET)
  );
}

/** The chosen option ids of an answer, as a list; empty when it is open. */
export function toGekozen(antwoord: Antwoord | undefined): readonly string[] {
  if (isOpen(antwoord)) return [];
  return typeof antwoord === 'string' ? [antwoord] : antwoord;
}
