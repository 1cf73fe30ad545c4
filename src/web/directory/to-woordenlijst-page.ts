import type { Content } from '../../domain/model/content.ts';
import type { WordEntry } from '../../domain/model/word.ts';
import { toBronText } from '../contact-model.ts';

/** The view-model of the word list, by first letter. */
export function toWoordenlijstPage({ bronnen, woordenlijst }: Content) {
  const letters = [...new Set(woordenlijst.map(toLetter))].sort();
  return {
    letters: letters.map((letter) => ({
      letter,
      id: letter === '#' ? 'letter-cijfer' : `letter-${letter.toLowerCase()}`,
      woorden: woordenlijst
        .filter((woord) => toLetter(woord) === letter)
        .map(({ id, woord, ookBekendAls, uitleg, url, bron }) => ({
          id,
          woord,
          ook: ookBekendAls.join(', '),
          uitleg,
          // As it is said: without what only a browser needs.
          site: url && { href: url, naam: url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '') },
          bron: bron && toBronText(bronnen, bron),
        })),
    })),
  };
}

/** The letter that a word stands under, without its accent; "#" for a number. */
function toLetter({ woord }: WordEntry): string {
  const [first = ''] = woord.normalize('NFD').toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
}
