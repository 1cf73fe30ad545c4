/** A text that begins a sentence: with a capital. */
export function toSentence(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}
