import type { Content } from '../model/content.ts';
import type { Gemeente } from '../model/gemeente.ts';
import type { Plaats } from '../model/plaats.ts';
import type { Say } from '../texts.ts';
import type { SearchPlace } from './search-document.ts';

/** The places by which a gemeente is found: its own name and those that lie in it, each with what to know of it. */
export function listPlaatsen(say: Say, content: Content, { id, naam }: Gemeente): SearchPlace[] {
  const own = content.plaatsen.filter(({ gemeente }) => gemeente === id);
  return [
    ...(own.some((plaats) => plaats.naam === naam) ? [] : [{ naam, uitleg: '' }]),
    ...own.map((plaats) => ({
      naam: plaats.naam,
      uitleg: [
        ...(plaats.naam === naam ? [] : [toBelongs(say, content, plaats, naam)]),
        ...listTraps(say, content, plaats),
      ].join(' '),
    })),
  ];
}

function toBelongs(say: Say, { bronnen }: Content, { naam, soort, bron }: Plaats, gemeente: string): string {
  const jaar = bronnen.find(({ id }) => id === bron.document)?.jaar;
  return soort === 'kern' && jaar
    ? say('zoeken.plaats-kern', { plaats: naam, gemeente, jaar })
    : say('zoeken.plaats', { plaats: naam, gemeente });
}

/** Where one may go wrong: the name stands for a place of another gemeente as well. */
function listTraps(say: Say, { plaatsen, gemeenten }: Content, { naam, gemeente, buitenTwente }: Plaats) {
  const others = plaatsen
    .filter((other) => other.naam === naam && other.gemeente !== gemeente)
    .map((other) => gemeenten.find(({ id }) => id === other.gemeente)?.naam ?? other.gemeente);
  return [
    ...others.map((andere) => say('zoeken.plaats-ook', { plaats: naam, andere })),
    ...buitenTwente.map((andere) => say('zoeken.plaats-buiten', { plaats: naam, andere })),
  ];
}
