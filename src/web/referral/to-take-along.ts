import type { Advies } from '../../domain/advice/advies.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import type { Stand } from '../stand-param.ts';

/** Where what was typed for a table can go along to: each other table of the advice, and a case file. */
export function toTakeAlong(
  stand: Stand,
  { tafels, voorzieningen, overlegtafels }: Pick<Advies, 'tafels' | 'voorzieningen' | 'overlegtafels'>,
  here: Overlegtafel,
) {
  const advised = new Set([...tafels, ...voorzieningen]);
  return {
    tafels: overlegtafels
      .filter(({ tafel }) => advised.has(tafel.id) && tafel.id !== here.id)
      .map(({ tafel: { id, inZin } }) => ({
        id,
        inZin,
        href: `${stand.link(`/verwijzen/${id}`)}&wijzigen&meenemen`,
      })),
    bestand: toCasusHref(stand, '/casus/bestand', here),
    casus: toCasusHref(stand, '/casus', here),
  };
}

/** Where the texts of a table and a case file come together, with the answers. */
export function toCasusHref(stand: Stand, path: string, { id }: Overlegtafel): string {
  return `${stand.link(path)}&tafel=${id}`;
}
