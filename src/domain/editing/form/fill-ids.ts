import { isSame } from '../../json.ts';
import { DONT_KNOW } from '../../model/vraag.ts';
import { NAME_FIELDS } from '../soort.ts';
import { type Groep, type Invoer, joinPad, type Lid, toGroep, toItems, toTekst, type Veld } from './veld.ts';

/** What an id can be made of; of several lines the first. */
const SOURCES = [...NAME_FIELDS, 'tekst', 'vraag', 'woorden'];
const ID_FIELDS: ReadonlySet<string> = new Set(['id', 'feit']);
/** An id stands in addresses: about this long, in characters, and whole words. */
const LONGEST = 40;

/** What became of an id that was left empty in something new. */
interface IdOfName {
  /** The name of the field that it is made of. */
  readonly van: string;
  /** Made; not made, since that field is empty; or not, since no id can be made of what stands there. */
  readonly stand: 'gemaakt' | 'leeg' | 'onmogelijk';
}

/** By the name of the field of the id. */
export type IdsOfNames = ReadonlyMap<string, IdOfName>;

/** What is filled in with the ids that were made, and what became of each that was left empty. */
interface WithIds {
  readonly invoer: Invoer;
  readonly ids: IdsOfNames;
}

/**
 * Fills in each id that was left empty, made of the name beside it: "Meldpunt Twente" gives meldpunt-twente; where a hyphen may
 * not stand, meldpuntTwente. Editors need not know what an id looks like. In a list within the thing the second of a name
 * gets a number. What is there already keeps its empty field, to be refused: others name it by its id. `was` is the thing as
 * its form was opened; undefined for a new one.
 */
export function fillIds(veld: Veld, invoer: Invoer, was: Invoer | undefined): WithIds {
  const ids = new Map<string, IdOfName>();
  // Another thing of that name is a fault that the editor must hear of, so no number for the thing itself.
  return { invoer: fill(veld, invoer, was === undefined ? [] : null, was, ''), ids };

  /** `taken` are the ids that others in the list have; null for what is there already. */
  function fill(
    part: Veld,
    typed: Invoer,
    taken: readonly string[] | null,
    before: Invoer | undefined,
    pad: string,
  ): Invoer {
    switch (part.soort) {
      case 'groep': {
        const groep = toGroep(typed);
        const field = part.leden.find((lid) => ID_FIELDS.has(lid.naam) && lid.veld.soort === 'tekst');
        // A part of something new may be what has the id.
        const inPart = field === undefined ? taken : null;
        const inside = part.leden.flatMap(({ naam, veld: lid }) => {
          const value = groep[naam];
          if (value === undefined) return [];
          return [[naam, fill(lid, value, inPart, toGroep(before)[naam], joinPad(pad, naam))] as const];
        });
        const filled: Groep = { ...groep, ...Object.fromEntries(inside) };
        if (field === undefined || taken === null || toTekst(filled[field.naam]).trim() !== '') return filled;
        const van = findSource(part.leden, filled);
        const id = van === undefined ? '' : makeId(field, toTekst(filled[van]), taken);
        if (van !== undefined)
          ids.set(joinPad(pad, field.naam), { van: joinPad(pad, van), stand: toStand(filled[van], id) });
        return { ...filled, [field.naam]: id };
      }
      case 'lijst': {
        const items = toItems(typed);
        const others = items.map((item) => toTekst(toGroep(item).id));
        const old = toItems(before);
        return items.map((item, number) => {
          const same = old.find((one) => isSame(withoutId(one), withoutId(item)));
          const free = same === undefined ? others : null;
          const filled = fill(part.item, item, free, same, joinPad(pad, number));
          // The next one of the same name gets another id.
          others[number] = toTekst(toGroep(filled).id);
          return filled;
        });
      }
      case 'vormen': {
        const { vorm, inhoud } = toGroep(typed);
        const chosen = part.vormen[Number(toTekst(vorm) || Number.NaN)];
        return chosen && inhoud !== undefined
          ? { ...toGroep(typed), inhoud: fill(chosen.veld, inhoud, taken, toGroep(before).inhoud, pad) }
          : typed;
      }
      default:
        return typed;
    }
  }
}

function withoutId(invoer: Invoer): Groep {
  return { ...toGroep(invoer), id: '' };
}

/** The field that an id is made of: the first that is filled in; or else the first that there is. */
function findSource(leden: readonly Lid[], groep: Groep): string | undefined {
  const there = SOURCES.filter((name) => leden.some(({ naam }) => naam === name));
  return there.find((name) => toTekst(groep[name]).trim() !== '') ?? there[0];
}

function toStand(source: Invoer | undefined, id: string): IdOfName['stand'] {
  if (id !== '') return 'gemaakt';
  return toTekst(source).trim() === '' ? 'leeg' : 'onmogelijk';
}

/** The id that is made of a text; empty where none can be made of it. */
function makeId({ veld }: Lid, source: string, taken: readonly string[]): string {
  const [first = ''] = source.trim().split('\n');
  // This answer means the same at every question.
  if (/^ik weet het niet\.?$/i.test(first)) return DONT_KNOW;
  const words = toWords(first);
  if (words.length === 0) return '';
  const isHyphened = veld.soort !== 'tekst' || (veld.patroon?.test('a-b') ?? true);
  const write = isHyphened ? (all: readonly string[]) => all.join('-') : toCamelCase;
  let id = write(words);
  for (let number = 2; taken.includes(id); number += 1) id = write([...words, String(number)]);
  return id;
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
