/** What a page is asked to find, as short as a name is. */
export function toSearch(zoek: unknown): string {
  return typeof zoek === 'string' ? zoek.trim().slice(0, 100) : '';
}

/** Whether a text has all words of what is looked for. */
export function hasWords(text: string, zoek: string): boolean {
  const [within, words] = [text.toLowerCase(), zoek.toLowerCase().split(/\s+/)];
  return words.every((word) => within.includes(word));
}
