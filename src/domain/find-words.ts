import type { Woord } from './model/word.ts';

/** The words of the word list that occur in the texts, as whole words, in the order of the list. */
export function findWoorden(woordenlijst: readonly Woord[], teksten: readonly string[]): Woord[] {
  const tekst = teksten.join('\n').toLowerCase();
  return woordenlijst.filter(({ woord, ookBekendAls }) =>
    [woord, ...ookBekendAls].some((naam) => containsWord(tekst, naam.toLowerCase())),
  );
}

function containsWord(tekst: string, woord: string): boolean {
  for (let plaats = tekst.indexOf(woord); plaats >= 0; plaats = tekst.indexOf(woord, plaats + 1)) {
    if (!isLetter(tekst[plaats - 1]) && !isLetter(tekst[plaats + woord.length])) return true;
  }
  return false;
}

function isLetter(teken: string | undefined): boolean {
  return teken !== undefined && /[\p{L}\p{N}]/u.test(teken);
}
