import { type Groep, type Invoer, toGroep, toItems, toTekst, type Veld } from './veld.ts';

/** The fields with what a thing is called; the first one that is filled in. */
export const NAMES = ['naam', 'titel', 'woord', 'label', 'kort', 'wie'];
/** What else an id can be made of. */
const SOURCES = [...NAMES, 'tekst', 'vraag'];
const ID_FIELDS: ReadonlySet<string> = new Set(['id', 'feit']);
/** An id stands in addresses: no longer than this, in characters, and whole words. */
const LONGEST = 40;

/**
 * Fills in each id that was left empty, made of the name beside it: "Meldpunt Twente" gives meldpunt-twente, and where that is
 * taken meldpunt-twente-2; the fact of a question is written as facts are. Editors need not know what an id looks like.
 * `taken` are the ids of the other things of its kind; null for a thing that is there already: others name it by its id.
 */
export function fillIds(veld: Veld, invoer: Invoer, taken: readonly string[] | null): Invoer {
  switch (veld.soort) {
    case 'groep': {
      const groep = toGroep(invoer);
      const field = veld.leden.find((lid) => ID_FIELDS.has(lid.naam) && lid.veld.soort === 'tekst')?.naam;
      // A part of something new may be what has the id.
      const inPart = field === undefined ? taken : null;
      const inside = veld.leden.flatMap(({ naam, veld: lid }) => {
        const value = groep[naam];
        return value === undefined ? [] : [[naam, fillIds(lid, value, inPart)] as const];
      });
      const filled: Groep = { ...groep, ...Object.fromEntries(inside) };
      return field === undefined || taken === null ? filled : { ...filled, ...makeId(field, filled, taken) };
    }
    case 'lijst': {
      const items = toItems(invoer);
      const ids = items.map((item) => toTekst(toGroep(item).id));
      return items.map((item, number) => {
        const filled = fillIds(veld.item, item, ids);
        // The next one of the same name gets another id.
        ids[number] = toTekst(toGroep(filled).id);
        return filled;
      });
    }
    case 'vormen': {
      const { vorm, inhoud } = toGroep(invoer);
      const chosen = veld.vormen[Number(toTekst(vorm) || Number.NaN)];
      return chosen && inhoud !== undefined
        ? { ...toGroep(invoer), inhoud: fillIds(chosen.veld, inhoud, taken) }
        : invoer;
    }
    default:
      return invoer;
  }
}

/** The id or fact of a group whose field for it is empty; nothing where there is no name to make it of. */
function makeId(field: string, groep: Groep, taken: readonly string[]): Groep {
  if (toTekst(groep[field]).trim() !== '') return {};
  const words = toWords(SOURCES.map((naam) => toTekst(groep[naam])).find((text) => text.trim() !== '') ?? '');
  if (words.length === 0) return {};
  const write = field === 'feit' ? toCamelCase : (all: readonly string[]) => all.join('-');
  let id = write(words);
  for (let number = 2; taken.includes(id); number += 1) id = write([...words, String(number)]);
  return { [field]: id };
}

/** The words of a text in letters without accents and digits, as many as fit. */
function toWords(text: string): readonly string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  const fitting = words.filter((_, index) => words.slice(0, index + 1).join('-').length <= LONGEST);
  return fitting.length > 0 ? fitting : words.slice(0, 1).map((word) => word.slice(0, LONGEST));
}

/** A fact begins with a letter. */
function toCamelCase(words: readonly string[]): string {
  const [first = '', ...rest] = words;
  const begin = /^\d/.test(first) ? `f${first}` : first;
  return [begin, ...rest.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)].join('');
}
