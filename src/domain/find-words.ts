import type { WordEntry } from './model/word.ts';

/** The words of the word list that occur in the texts, as whole words, in the order of the list. */
export function findWords(woordenlijst: readonly WordEntry[], teksten: readonly string[]): WordEntry[] {
  const tekst = teksten.join('\n').toLowerCase();
  return woordenlijst.filter(({ woord, ookBekendAls }) =>
    [woord, ...ookBekendAls].some((naam) => containsWord(tekst, naam.toLowerCase())),
  );
}

function containsWord(tekst: string, woord: string): boolean {
  for (let place = tekst.indexOf(woord); place >= 0; place = tekst.indexOf(woord, place + 1)) {
    if (!isLetter(tekst[place - 1]) && !isLetter(tekst[place + woord.length])) return true;
  }
  return false;
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}
