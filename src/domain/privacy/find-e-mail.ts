import { type Plek, sortPlekken } from './plek.ts';

// The name is read backwards from the @, which keeps the search linear in a long text without any @.
const ADDRESS = /(?=@)(?<=([\p{L}\d][\p{L}\d._%+'-]{0,63}))@([\p{L}\d][\p{L}\d.-]{1,250}[\p{L}\d])/gu;
const TOP_LEVEL_DOMAIN = /\.\p{L}{2}/u;

/** Finds e-mail addresses. */
export function findEMail(text: string): Plek[] {
  const found: Plek[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const [whole, name = '', domain = ''] = match;
    if (!TOP_LEVEL_DOMAIN.test(domain)) continue;
    found.push({ begin: match.index - name.length, eind: match.index + whole.length });
  }
  return sortPlekken(found);
}
