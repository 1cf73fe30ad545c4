/**
 * The name of a member that an object in this JSON has twice; null when there is none. JSON.parse takes the last without a
 * word, and a reviver does not see the first. `json` is valid: there a string with a colon behind it is always a name.
 */
export function findDoubleMember(json: string): string | null {
  /** Of each object in which we are the names so far; null for a list. */
  const open: (Set<string> | null)[] = [];
  for (let place = 0; place < json.length; place += 1) {
    const sign = json[place];
    if (sign === '{') open.push(new Set());
    else if (sign === '[') open.push(null);
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === '"') {
      const end = findEnd(json, place + 1);
      const names = open.at(-1);
      if (names && isBeforeColon(json, end + 1)) {
        // Parsed, since "\u0061" and "a" are the same name.
        const name = JSON.parse(json.slice(place, end + 1)) as string;
        if (names.has(name)) return name;
        names.add(name);
      }
      place = end;
    }
  }
  return null;
}

/** Whether the first sign from here on, spaces aside, is a colon. */
function isBeforeColon(json: string, begin: number): boolean {
  let place = begin;
  while (' \t\r\n'.includes(json[place] ?? '.')) place += 1;
  return json[place] === ':';
}

/** Where the JSON string ends of which the contents begin here; past the text when it has no end. */
export function findEnd(json: string, begin: number): number {
  let place = begin;
  while (place < json.length && json[place] !== '"') place += json[place] === '\\' ? 2 : 1;
  return place;
}
