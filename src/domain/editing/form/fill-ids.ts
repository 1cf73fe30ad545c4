import { DONT_KNOW } from '../../model/vraag.ts';
import { isSame } from '../json.ts';
import { NAME_FIELDS } from '../soort.ts';
import { type Groep, type Invoer, type Lid, toGroep, toItems, toTekst, type Veld } from './veld.ts';

/** What an id can be made of; of several lines the first. */
const SOURCES = [...NAME_FIELDS, 'tekst', 'vraag', 'woorden'];
const ID_FIELDS: ReadonlySet<string> = new Set(['id', 'feit']);
/** An id stands in addresses: about this long, in characters, and whole words. */
const LONGEST = 40;

/**
 * Fills in each id that was left empty, made of the name beside it: "Meldpunt Twente" gives meldpunt-twente; where a hyphen may
 * not stand, meldpuntTwente. Editors need not know what an id looks like. In a list within the thing the second of a name
 * gets a number. What is there already keeps its empty field, to be refused: others name it by its id. `was` is the thing as
 * its form was opened; undefined for a new one.
 */
export function fillIds(veld: Veld, invoer: Invoer, was: Invoer | undefined): Invoer {
  // Another thing of that name is a fault that the editor must hear of, so no number for the thing itself.
  return fill(veld, invoer, was === undefined ? [] : null, was);
}

/** `taken` are the ids that others in the list have; null for what is there already. */
function fill(veld: Veld, invoer: Invoer, taken: readonly string[] | null, was: Invoer | undefined): Invoer {
  switch (veld.soort) {
    case 'groep': {
      const groep = toGroep(invoer);
      const field = veld.leden.find((lid) => ID_FIELDS.has(lid.naam) && lid.veld.soort === 'tekst');
      // A part of something new may be what has the id.
      const inPart = field === undefined ? taken : null;
      const inside = veld.leden.flatMap(({ naam, veld: lid }) => {
        const value = groep[naam];
        return value === undefined ? [] : [[naam, fill(lid, value, inPart, toGroep(was)[naam])] as const];
      });
      const filled: Groep = { ...groep, ...Object.fromEntries(inside) };
      return field === undefined || taken === null ? filled : { ...filled, ...makeId(field, filled, taken) };
    }
    case 'lijst': {
      const items = toItems(invoer);
      const ids = items.map((item) => toTekst(toGroep(item).id));
      const before = toItems(was);
      return items.map((item, number) => {
        const old = before.find((one) => isSame(withoutId(one), withoutId(item)));
        const filled = fill(veld.item, item, old === undefined ? ids : null, old);
        // The next one of the same name gets another id.
        ids[number] = toTekst(toGroep(filled).id);
        return filled;
      });
    }
    case 'vormen': {
      const { vorm, inhoud } = toGroep(invoer);
      const chosen = veld.vormen[Number(toTekst(vorm) || Number.NaN)];
      return chosen && inhoud !== undefined
        ? { ...toGroep(invoer), inhoud: fill(chosen.veld, inhoud, taken, toGroep(was).inhoud) }
        : invoer;
    }
    default:
      return invoer;
  }
}

function withoutId(invoer: Invoer): Groep {
  return { ...toGroep(invoer), id: '' };
}

/** The id or fact of a group whose field for it is empty; nothing where there is no name to make it of. */
function makeId({ naam, veld }: Lid, groep: Groep, taken: readonly string[]): Groep {
  if (toTekst(groep[naam]).trim() !== '') return {};
  const source = SOURCES.map((name) => toTekst(groep[name]).trim()).find((text) => text !== '') ?? '';
  const [first = ''] = source.split('\n');
  // This answer means the same at every question.
  if (/^ik weet het niet\.?$/i.test(first)) return { [naam]: DONT_KNOW };
  const words = toWords(first);
  if (words.length === 0) return {};
  const isHyphened = veld.soort !== 'tekst' || (veld.patroon?.test('a-b') ?? true);
  const write = isHyphened ? (all: readonly string[]) => all.join('-') : toCamelCase;
  let id = write(words);
  for (let number = 2; taken.includes(id); number += 1) id = write([...words, String(number)]);
  return { [naam]: id };
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
