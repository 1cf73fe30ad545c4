import { operators } from '../domain/evaluation/operators.ts';
import { type Antwoord, isOpen } from '../domain/model/antwoorden.ts';
import type { Voorwaarde } from '../domain/model/regel.ts';
import type { ComparedVraag } from './read-version.ts';

/** Answers to one question that no condition tells apart. */
export interface AntwoordClass {
  /** The smallest of them; undefined for "not known". */
  readonly antwoord: Antwoord | undefined;
  readonly aantal: number;
}

/**
 * Sorts all answers to a question, "not known" included, by what these conditions on it make of them. A meerkeuze of n
 * options has 2^n answers, but they are counted one option at a time, so that also a long list is exact and quick.
 */
export function toAntwoordClasses(
  { type, opties }: Pick<ComparedVraag, 'type' | 'opties'>,
  voorwaarden: readonly Voorwaarde[],
): AntwoordClass[] {
  const toDigest = (antwoord: Antwoord) =>
    voorwaarden.map(({ operator, value }) => (operators[operator](antwoord, value) ? '1' : '0')).join('');
  const classes = new Map<string, AntwoordClass>();
  const add = (antwoord: Antwoord, count: number) => {
    const digest = toDigest(antwoord);
    const className = classes.get(digest);
    classes.set(digest, {
      antwoord: smallest(className?.antwoord, antwoord),
      aantal: (className?.aantal ?? 0) + count,
    });
  };
  const known = opties.filter(({ id }) => !isOpen(id));
  if (type === 'meerkeuze') {
    const together = known.filter(({ alleen }) => !alleen).map(({ id }) => id);
    for (const { antwoord, aantal } of combine(together, toDigest)) add(antwoord, aantal);
    for (const { id } of known.filter(({ alleen }) => alleen)) add([id], 1);
  } else for (const { id } of known) add(id, 1);
  return [{ antwoord: undefined, aantal: 1 }, ...classes.values()];
}

/** All choices of one or more options, those that look the same to the conditions together. */
function combine(
  ids: readonly string[],
  toDigest: (antwoord: Antwoord) => string,
): { antwoord: Antwoord; aantal: number }[] {
  // Adding an option to choices that look the same gives choices that look the same: a condition asks for "one of".
  let kinds = new Map<string, { antwoord: Antwoord; aantal: number }>();
  for (const id of ids) {
    const fresh = new Map(kinds);
    for (const { antwoord, aantal } of [{ antwoord: [], aantal: 1 }, ...kinds.values()]) {
      const choice = [antwoord, id].flat();
      const digest = toDigest(choice);
      const earlier = fresh.get(digest);
      fresh.set(digest, {
        antwoord: smallest(earlier?.antwoord, choice),
        aantal: (earlier?.aantal ?? 0) + aantal,
      });
    }
    kinds = fresh;
  }
  return [...kinds.values()];
}

/** The answer with the fewest choices; of two the first. */
function smallest(first: Antwoord | undefined, second: Antwoord): Antwoord {
  return first !== undefined && [first].flat().length <= [second].flat().length ? first : second;
}

/** The known answers to a question, one of each kind that these conditions on it tell apart: they stand for all answers. */
export function listDistinctiveAntwoorden(
  vraag: Pick<ComparedVraag, 'type' | 'opties'>,
  voorwaarden: readonly Voorwaarde[],
): Antwoord[] {
  return toAntwoordClasses(vraag, voorwaarden).flatMap(({ antwoord }) =>
    antwoord === undefined ? [] : [antwoord],
  );
}
