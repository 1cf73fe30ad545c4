import { findItemNumber, ITEM_KEYS, isObject } from '../../json.ts';
import { findVorm } from './to-invoer.ts';
import { type Telling, toHeadText, toReadText } from './to-read-text.ts';
import type { Groep, Veld } from './veld.ts';

/** Where a way through a value ended. */
export interface Place {
  /** What is passed on the way, in words. */
  readonly stappen: readonly string[];
  /** The field there; null where no form has one. */
  readonly veld: Veld | null;
  /** What stands there; undefined when nothing does. */
  readonly waarde: unknown;
  /** What stands beside it, as far as it is one word. */
  readonly siblings: Groep;
  /** The name of what it is in. */
  readonly ouder: string;
}

/** Where a way begins. `ouder` is the name of what the outermost field is in. */
export interface Begin {
  readonly veld: Veld | null;
  readonly waarde: unknown;
  readonly ouder: string;
}

/**
 * Follows a place such as `criteria.veiligheid.tekst` through a value: names of members, things in lists by what they are
 * known by or by their number. A name may have dots. What no form knows is called by its own name.
 */
export function walkPlace(telling: Telling, begin: Begin, plaats: string): Place {
  return walk(telling, { ...begin, stappen: [], siblings: {} }, plaats);
}

function walk(telling: Telling, at: Place, plaats: string): Place {
  if (plaats === '') return at;
  const { veld, waarde, ouder, stappen } = at;
  if (veld?.soort === 'vormen') {
    const form = findVorm(veld, waarde);
    return walk(telling, { ...at, veld: form?.veld ?? null }, plaats);
  }
  const step = findStep(telling, at, plaats);
  const [naam, rest] = step ? [step.naam, plaats.slice(step.naam.length + 1)] : split(plaats);
  const next = step ?? { stap: telling.woorden.label(naam, ouder), veld: null, waarde: undefined };
  return walk(
    telling,
    {
      ...{ veld: next.veld, waarde: next.waarde, stappen: [...stappen, next.stap] },
      ouder: veld?.soort === 'lijst' ? ouder : naam,
      siblings: veld?.soort === 'register' ? { sleutel: naam } : toSiblings(waarde),
    },
    rest,
  );
}

/** The first step of a place: its own name, and what it is called. */
interface Step {
  readonly naam: string;
  readonly stap: string;
  readonly veld: Veld | null;
  readonly waarde: unknown;
}

function findStep(telling: Telling, { veld, waarde, ouder }: Place, plaats: string): Step | null {
  const begins = (naam: string) => plaats === naam || plaats.startsWith(`${naam}.`);
  const inner = isObject(waarde) ? waarde : {};
  if (veld?.soort === 'groep') {
    const lid = veld.leden.find(({ naam }) => begins(naam));
    if (!lid) return null;
    return { ...lid, stap: telling.woorden.label(lid.naam, ouder), waarde: inner[lid.naam] };
  }
  if (veld?.soort === 'register') {
    const naam = Object.keys(inner).find(begins);
    if (naam === undefined) return null;
    const stap = toReadText(telling, veld.sleutel, naam);
    return { naam, stap, veld: veld.waarde, waarde: inner[naam] };
  }
  if (veld?.soort !== 'lijst' || !Array.isArray(waarde)) return null;
  for (const naam of [...waarde.flatMap(listNames), ...waarde.keys()].map(String).filter(begins)) {
    const number = findItemNumber(waarde, naam);
    if (number === null) continue;
    const item: unknown = waarde[number];
    const word = telling.woorden.een(ouder, '');
    // A list of a whole kind has no word for one of it: its own name stands before this.
    const een = word === ouder ? [] : [word];
    const kop = toHeadText(telling, veld.item, item);
    // What has no name yet has the number that its form shows.
    const which = kop ? `“${kop}”` : String(number + 1);
    return { naam, stap: [...een, which].join(' '), veld: veld.item, waarde: item };
  }
  return null;
}

function listNames(item: unknown): readonly unknown[] {
  return isObject(item) ? ITEM_KEYS.map((key) => item[key]).filter((name) => typeof name === 'string') : [];
}

function toSiblings(waarde: unknown): Groep {
  const words = Object.entries(isObject(waarde) ? waarde : {});
  return Object.fromEntries(words.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function split(plaats: string): readonly [naam: string, rest: string] {
  const [naam = '', ...rest] = plaats.split('.');
  return [naam, rest.join('.')];
}
