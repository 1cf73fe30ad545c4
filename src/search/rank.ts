import type { SearchKind } from '../domain/model/search-result.ts';
import type { SearchWord } from './find-candidates.ts';
import type { SearchEntry } from './search-entry.ts';
import type { IndexVeld } from './to-rows.ts';
import { VELDEN } from './to-rows.ts';

/** What people can do something with comes before what only explains a word. */
const KINDS: Readonly<Record<SearchKind, number>> = {
  overlegtafel: 1.5,
  noodnummer: 1.5,
  gemeente: 1.4,
  pagina: 1.3,
  organisatie: 1.2,
  clientondersteuning: 1.1,
  rol: 0.8,
  woord: 0.7,
  criterium: 0.4,
};
/** What it adds when a name is typed in full; of a longer name, the part that was typed counts. */
const WHOLE_NAME = 1;
/** How much more a number for danger counts when people use a typed word for that danger: what else they typed may not hide it. */
const DANGER = 2.5;

/**
 * How well a document answers: of each typed word the most telling place in which the document has it. A word that is
 * rare on the site tells more, and having a word in many places adds nothing.
 * @param weights how much each typed word tells
 */
export function rank(
  { document, names }: SearchEntry,
  match: Readonly<Record<string, readonly string[]>>,
  wordOf: ReadonlyMap<string, SearchWord>,
  weights: readonly number[],
): number {
  const best = weights.map(() => 0);
  let isNamed = false;
  let isDanger = false;
  for (const [stem, velden] of Object.entries(match)) {
    const word = wordOf.get(stem);
    if (!word) continue;
    let telling = 0;
    for (const veld of velden) telling = Math.max(telling, word.weight * VELDEN[veld as IndexVeld]);
    for (const place of word.voor) best[place] = Math.max(best[place] ?? 0, telling);
    isNamed ||= velden.includes('titel') || velden.includes('ook');
    isDanger ||= document.direct === true && velden.includes('synoniem') && isSaid(word, wordOf);
  }
  const sum = best.reduce((total, telling, place) => total + telling * (weights[place] ?? 0), 0);
  const named = isNamed ? 1 + WHOLE_NAME * findNameShare(names, match) : 1;
  return sum * KINDS[document.soort] * named * (isDanger ? DANGER : 1);
}

/** Whether a word was typed as it is, and not as a part of a longer one that means something else, as in "kind in gevaar". */
function isSaid({ similarity, voor }: SearchWord, wordOf: ReadonlyMap<string, SearchWord>): boolean {
  return (
    similarity === 'gelijk' &&
    ![...wordOf.values()].some(
      (other) => other.voor.length > voor.length && voor.every((place) => other.voor.includes(place)),
    )
  );
}

/** The largest part of one of the names that was typed, 0 to 1. */
function findNameShare(names: SearchEntry['names'], match: Readonly<Record<string, unknown>>): number {
  let most = 0;
  for (const stems of names) {
    let typed = 0;
    for (const stem of stems) if (stem in match) typed += 1;
    if (typed > most * stems.length) most = typed / stems.length;
  }
  return most;
}
