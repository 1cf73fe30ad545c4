import type { Choice } from './choices.ts';
import type { Knoop, Optie } from './knoop.ts';

/** A list to choose one of; what is chosen and not there stays until somebody chooses another. */
export function toSelect(basis: Knoop, all: readonly Choice[], chosen: string): Knoop {
  const isWeg = chosen !== '' && !all.some(({ id }) => id === chosen);
  const shown = isWeg ? [...all, { id: chosen, tekst: chosen }] : all;
  return { ...basis, soort: 'keuze', waarde: chosen, opties: shown.map(toOptie(basis, [chosen], all)) };
}

/** Boxes to tick: what is chosen first and in its own order, since a browser sends them as they stand. */
export function toBoxes(basis: Knoop, all: readonly Choice[], chosen: readonly string[]): Knoop {
  const first = chosen.map((id) => all.find((choice) => choice.id === id) ?? { id, tekst: id });
  const rest = all.filter(({ id }) => !chosen.includes(id));
  return { ...basis, soort: 'vinkjes', opties: [...first, ...rest].map(toOptie(basis, chosen, all)) };
}

/** Yes or no, neither chosen where nothing is filled in. */
export function toRounds(basis: Knoop, all: readonly Choice[], chosen: string): Knoop {
  return { ...basis, soort: 'rondjes', waarde: chosen, opties: all.map(toOptie(basis, [chosen], all)) };
}

function toOptie({ id: veld }: Knoop, chosen: readonly string[], all: readonly Choice[]) {
  return ({ id, tekst }: Choice, number: number): Optie => ({
    id,
    tekst,
    // The first has the id of the field: a fault leads there.
    inputId: number === 0 ? veld : `${veld}--${number}`,
    gekozen: chosen.includes(id),
    isWeg: !all.some((choice) => choice.id === id),
  });
}
