import type { Advies } from '../../domain/advice/advies.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';

/** Where what was typed for a table can go along to: each other table of the advice. */
export function toTakeAlong(
  { tafels, voorzieningen, overlegtafels }: Pick<Advies, 'tafels' | 'voorzieningen' | 'overlegtafels'>,
  here: Overlegtafel,
) {
  const advised = new Set([...tafels, ...voorzieningen]);
  return {
    tafels: overlegtafels
      .filter(({ tafel }) => advised.has(tafel.id) && tafel.id !== here.id)
      .map(({ tafel: { id, inZin } }) => ({ id, inZin })),
  };
}
