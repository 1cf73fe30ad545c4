/** A text that begins a sentence: with a capital. */
export function toSentence(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}

/** A sentence as part of another one: without capital and full stop. */
export function toClause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

/** A text of at most so many characters; of a longer one the beginning, and that it goes on. */
export function shorten(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
}
