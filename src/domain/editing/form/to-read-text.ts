import { isDate, toDateText } from '../../calendar.ts';
import { isObject } from '../../json.ts';
import { shorten } from '../../sentence.ts';
import type { FindChoices } from './choices.ts';
import type { FormWords } from './knoop.ts';
import { findVorm } from './to-invoer.ts';
import type { Groep, Named, Veld } from './veld.ts';

/** What a place or a value is told in: the words of the forms, and the names of what there is to choose. */
export interface Telling {
  readonly woorden: FormWords;
  readonly choices: FindChoices;
}

/** How much of a thing names it among others, in letters. */
const HEAD = 60;

/**
 * A value to read, as its form shows it: what one chooses by its name, things by their parts. Empty when nothing is filled
 * in. `siblings` are the words beside it, and `ouder` what it is in.
 */
export function toReadText(
  telling: Telling,
  veld: Veld | null,
  value: unknown,
  siblings: Groep = {},
  ouder = '',
): string {
  if (value === undefined || value === null) return '';
  const { woorden } = telling;
  if (typeof value === 'boolean') return woorden.keuze(value ? 'ja' : 'nee');
  if (Array.isArray(value)) return toListText(telling, veld, value, siblings, ouder);
  if (!isObject(value)) return toWord(telling, veld, String(value), siblings);
  if (veld?.soort === 'vormen')
    return toReadText(telling, findVorm(veld, value)?.veld ?? null, value, siblings, ouder);
  return toPartsText(telling, veld, value, ouder);
}

function toWord({ woorden, choices }: Telling, veld: Veld | null, word: string, siblings: Groep): string {
  const toName = (naar: Named) => choices(naar, siblings, '').find(({ id }) => id === word)?.tekst ?? word;
  switch (veld?.soort) {
    case 'keuze':
    case 'vast':
      return woorden.keuze(word);
    case 'verwijzing':
    case 'meer':
      return toName(veld.naar);
    case 'antwoord':
      return toName('antwoorden');
    case 'datum':
      return isDate(word) ? toDateText(word) : word;
    default:
      return word;
  }
}

/** Words in a row; things, and lines of text, each on a line. */
function toListText(
  telling: Telling,
  veld: Veld | null,
  value: readonly unknown[],
  siblings: Groep,
  ouder: string,
): string {
  const item = veld?.soort === 'lijst' ? veld.item : veld;
  const texts = value.map((one) => toReadText(telling, item, one, siblings, ouder)).filter(Boolean);
  return texts.join(veld?.soort === 'regels' || value.some(isObject) ? '\n' : ', ');
}

function toPartsText(
  telling: Telling,
  veld: Veld | null,
  value: Readonly<Record<string, unknown>>,
  ouder: string,
): string {
  const { woorden } = telling;
  const words = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const siblings = Object.fromEntries(words);
  const parts = Object.entries(value).flatMap(([naam, inner]) => {
    const isEntry = veld?.soort === 'register';
    const label = isEntry ? toReadText(telling, veld.sleutel, naam) : woorden.label(naam, ouder);
    const lid = veld?.soort === 'groep' ? veld.leden.find((one) => one.naam === naam)?.veld : null;
    const beside = isEntry ? { sleutel: naam } : siblings;
    const text = toReadText(telling, isEntry ? veld.waarde : (lid ?? null), inner, beside, naam);
    const isNested = Array.isArray(inner) && inner.some(isObject);
    return text === '' ? [] : [`${label}: ${isNested ? `(${text.replaceAll('\n', '; ')})` : text}`];
  });
  return parts.join('; ');
}

/** What a thing in a list is about, in a few words: the first text in it that is not its id, or else the first choice. */
export function toHeadText(telling: Telling, veld: Veld | null, value: unknown): string {
  if (veld?.soort === 'vormen') return toHeadText(telling, findVorm(veld, value)?.veld ?? null, value);
  const text =
    veld?.soort === 'groep' && isObject(value)
      ? HEADS.flatMap((soort) =>
          veld.leden.filter(({ naam, veld: { soort: own } }) => naam !== 'id' && own === soort),
        )
          .map(({ naam, veld: inner }) => toReadText(telling, inner, value[naam]))
          .find(Boolean)
      : toReadText(telling, veld, value);
  return shorten(text ?? '', HEAD);
}

/** What tells most of a thing, first. */
const HEADS: readonly Veld['soort'][] = ['tekst', 'verwijzing', 'keuze', 'regels'];
