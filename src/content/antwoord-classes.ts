import { operators } from '../domain/evaluation/kleene.ts';
import { type Antwoord, isOpen } from '../domain/model/antwoorden.ts';
import type { Voorwaarde } from '../domain/model/regel.ts';
import type { ComparedVraag } from './read-version.ts';

/**
 * The known answers to a question, one of each kind that these conditions on it tell apart: they stand for all answers. A
 * meerkeuze of n options has 2^n answers, but they are looked at one option at a time, so that a long list is quick too.
 */
export function listDistinctiveAntwoorden(
  { type, opties }: Pick<ComparedVraag, 'type' | 'opties'>,
  voorwaarden: readonly Voorwaarde[],
): Antwoord[] {
  const toDigest = (antwoord: Antwoord) =>
    voorwaarden.map(({ operator, value }) => (operators[operator](antwoord, value) ? '1' : '0')).join('');
  const kinds = new Map<string, Antwoord>();
  const add = (antwoord: Antwoord) => {
    const digest = toDigest(antwoord);
    kinds.set(digest, smallest(kinds.get(digest), antwoord));
  };
  const known = opties.filter(({ id }) => !isOpen(id));
  if (type === 'meerkeuze') {
    const together = known.filter(({ alleen }) => !alleen).map(({ id }) => id);
    for (const antwoord of combine(together, toDigest)) add(antwoord);
    for (const { id } of known.filter(({ alleen }) => alleen)) add([id]);
  } else for (const { id } of known) add(id);
  return [...kinds.values()];
}

/** Choices of one or more options, one of all those that look the same to the conditions. */
function combine(ids: readonly string[], toDigest: (antwoord: Antwoord) => string): Antwoord[] {
  // Adding an option to choices that look the same gives choices that look the same: a condition asks for "one of".
  let kinds = new Map<string, Antwoord>();
  for (const id of ids) {
    const fresh = new Map(kinds);
    for (const antwoord of [[], ...kinds.values()]) {
      const choice = [antwoord, id].flat();
      const digest = toDigest(choice);
      fresh.set(digest, smallest(fresh.get(digest), choice));
    }
    kinds = fresh;
  }
  return [...kinds.values()];
}

/** The answer with the fewest choices; of two the first. */
function smallest(first: Antwoord | undefined, second: Antwoord): Antwoord {
  return first !== undefined && [first].flat().length <= [second].flat().length ? first : second;
}
