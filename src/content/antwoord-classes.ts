import { operators } from '../domain/evaluation/operators.ts';
import { type Antwoord, isOpen } from '../domain/model/antwoorden.ts';
import type { Voorwaarde } from '../domain/model/regel.ts';
import type { VergelekenVraag } from './read-version.ts';

/** Answers to one question that no condition tells apart. */
export interface AntwoordKlasse {
  /** The smallest of them; undefined for "not known". */
  readonly antwoord: Antwoord | undefined;
  readonly aantal: number;
}

/**
 * Sorts all answers to a question, "not known" included, by what these conditions on it make of them. A meerkeuze of n
 * options has 2^n answers, but they are counted one option at a time, so that also a long list is exact and quick.
 */
export function toAntwoordKlassen(
  { type, opties }: Pick<VergelekenVraag, 'type' | 'opties'>,
  voorwaarden: readonly Voorwaarde[],
): AntwoordKlasse[] {
  const toKenmerk = (antwoord: Antwoord) =>
    voorwaarden.map(({ operator, value }) => (operators[operator](antwoord, value) ? '1' : '0')).join('');
  const klassen = new Map<string, AntwoordKlasse>();
  const add = (antwoord: Antwoord, aantal: number) => {
    const kenmerk = toKenmerk(antwoord);
    const klasse = klassen.get(kenmerk);
    klassen.set(kenmerk, {
      antwoord: kleinste(klasse?.antwoord, antwoord),
      aantal: (klasse?.aantal ?? 0) + aantal,
    });
  };
  const bekend = opties.filter(({ id }) => !isOpen(id));
  if (type === 'meerkeuze') {
    const samen = bekend.filter(({ alleen }) => !alleen).map(({ id }) => id);
    for (const { antwoord, aantal } of combine(samen, toKenmerk)) add(antwoord, aantal);
    for (const { id } of bekend.filter(({ alleen }) => alleen)) add([id], 1);
  } else for (const { id } of bekend) add(id, 1);
  return [{ antwoord: undefined, aantal: 1 }, ...klassen.values()];
}

/** All choices of one or more options, those that look the same to the conditions together. */
function combine(
  ids: readonly string[],
  toKenmerk: (antwoord: Antwoord) => string,
): { antwoord: Antwoord; aantal: number }[] {
  // Adding an option to choices that look the same gives choices that look the same: a condition asks for "one of".
  let soorten = new Map<string, { antwoord: Antwoord; aantal: number }>();
  for (const id of ids) {
    const nieuw = new Map(soorten);
    for (const { antwoord, aantal } of [{ antwoord: [], aantal: 1 }, ...soorten.values()]) {
      const keuze = [antwoord, id].flat();
      const kenmerk = toKenmerk(keuze);
      const eerder = nieuw.get(kenmerk);
      nieuw.set(kenmerk, {
        antwoord: kleinste(eerder?.antwoord, keuze),
        aantal: (eerder?.aantal ?? 0) + aantal,
      });
    }
    soorten = nieuw;
  }
  return [...soorten.values()];
}

/** The answer with the fewest choices; of two the first. */
function kleinste(eerste: Antwoord | undefined, tweede: Antwoord): Antwoord {
  return eerste !== undefined && [eerste].flat().length <= [tweede].flat().length ? eerste : tweede;
}

/** The known answers to a question, one of each kind that these conditions on it tell apart: they stand for all answers. */
export function listKenmerkendeAntwoorden(
  vraag: Pick<VergelekenVraag, 'type' | 'opties'>,
  voorwaarden: readonly Voorwaarde[],
): Antwoord[] {
  return toAntwoordKlassen(vraag, voorwaarden).flatMap(({ antwoord }) =>
    antwoord === undefined ? [] : [antwoord],
  );
}
