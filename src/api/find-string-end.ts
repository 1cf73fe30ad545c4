/** Where the JSON string ends of which the contents begin here; past the text when it has no end. */
export function findEnd(json: string, begin: number): number {
  let place = begin;
  while (place < json.length && json[place] !== '"') place += json[place] === '\\' ? 2 : 1;
  return place;
}
