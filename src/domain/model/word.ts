import { z } from 'zod';
import { bronVerwijzingSchema, idSchema, textSchema, toRealText } from './basis.ts';

/** Words to search with. */
const shortSchema = toRealText(60);

/** A word of the field with its explanation in plain Dutch. */
export const wordSchema = z.strictObject({
  id: idSchema,
  woord: textSchema,
  ookBekendAls: z.array(textSchema),
  uitleg: textSchema,
  /** Where what it names is itself to be found. */
  url: z.url().optional(),
  /** Null for a plain explanation that states no fact about the world. */
  bron: bronVerwijzingSchema.nullable(),
});
export type WordEntry = z.infer<typeof wordSchema>;

/**
 * Words that people use, with what this site calls it (`tables/synoniemen.json`).
 * It says where to look, not that the words mean the same, so it states no fact and has no bron.
 */
export const synonymSchema = z.strictObject({
  id: idSchema,
  /** What a visitor may type. */
  woorden: z.array(shortSchema).min(1),
  /** Words from the names of what the visitor should find, what is best to see first: all words of one `term` must occur in one name. */
  termen: z.array(shortSchema).min(1),
});
export type Synonym = z.infer<typeof synonymSchema>;

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
