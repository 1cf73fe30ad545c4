/** A text that begins a sentence: with a capital. */
export function toZin(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}
