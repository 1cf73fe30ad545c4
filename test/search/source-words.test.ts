import { expect, it } from 'vitest';
import { search } from '../support/real-search-index.ts';

/** Words of the sources that a professional may type, with the word of the list that explains them. */
const WORDS: readonly [typed: string, word: string][] = [
  ['RFPN', 'rfpn'],
  ['IO', 'io'],
  ['reizigersmodel', 'reizigersmodel'],
  ['Wzd', 'wzd'],
  ['BVH', 'bvh'],
  ['Blue spot', 'blue-spot'],
  ['VIS2', 'co24dak-en-vis2'],
  ['CO24dak', 'co24dak-en-vis2'],
  ['Wgs', 'wgs'],
  ['Wams', 'wams'],
  ['BOPZ', 'ibs-en-bopz'],
  ['kantelmoment', 'kantelmoment'],
  ['handreiking bemoeizorg', 'handreiking-bemoeizorg'],
  ['handreiking RDM', 'handreiking-rdm'],
  ['wegvandewachtlijst', 'handreiking-rdm'],
  ['lokale convenanten', 'convenant'],
  ['overzicht cliëntondersteuning', 'overzicht-clientondersteuning'],
  ['Alerta', 'twentse-crisisregeling'],
  ['Mentaal Gezond Twente', 'mentaal-gezondheidsnetwerk'],
];

it.each(WORDS)('%s finds its explanation among the first five', (typed, word) => {
  const first = search(typed).slice(0, 5);
  expect(first.map(({ id }) => id)).toContain(word);
});
