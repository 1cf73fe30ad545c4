import { TAFEL_FOLDER, toTafelFile } from '../../../domain/content-paths.ts';
import { createChoices } from '../../../domain/editing/form/choices.ts';
import type { Formulier } from '../../../domain/editing/form/references.ts';
import { type Telling, toHeadText, toReadText } from '../../../domain/editing/form/to-read-text.ts';
import { type Begin, type Place, walkPlace } from '../../../domain/editing/form/walk-place.ts';
import { listOf, listPartNames, type PartRef, readPart } from '../../../domain/editing/part.ts';
import { toFileName } from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import { findItemNumber, getAt, isObject } from '../../../domain/json.ts';
import type { Say } from '../../../domain/texts.ts';
import { createFormWords, findWord, toSoortText } from '../content/catalog.ts';

/** What a part is called: for tables the name that people use goes first. */
const PART_NAME_FIELDS = ['korteNaam', 'naam', 'titel', 'woord', 'label', 'kort', 'vraag', 'tekst', 'id'];

/** The name of a part for who reads it, such as "Adresboek: Zorg- en Veiligheidshuis Twente". */
export function toPartTitle(say: Say, files: readonly Files[], part: PartRef): string {
  const file = part.bestand.replace(/^.*\/|\.json$/g, '');
  const tafel = findTafel(part);
  const soort = tafel === null ? file : part.bestand.startsWith('rules/') ? 'regels' : 'tafels';
  const bestand = findWord(say, (key) => `concepten.bestand-${key}`, soort) ?? say('concepten.bestand-ander');
  // The rules of a table have no name of their own.
  const named = tafel === null ? part : { bestand: toTafelFile(tafel), naam: null };
  const value = files.map((some) => readPart(some, named)).find((some) => some !== undefined);
  const naam = tafel ?? part.naam;
  return naam === null ? bestand : say('concepten.onderdeel', { bestand, naam: findName(value) ?? naam });
}

function findName(value: unknown): string | null {
  const name = isObject(value)
    ? PART_NAME_FIELDS.map((key) => value[key]).find((own) => typeof own === 'string')
    : null;
  return typeof name === 'string' ? name : null;
}

/** The part and the field in it that a fault is at: `plaats` of a list begins with its name and a number, or with that of the thing. */
export function findPart(files: Files, bestand: string, plaats: string): { part: PartRef; veld: string } {
  const [first = '', number, ...rest] = plaats.split('.');
  const list = listOf(bestand, files[bestand]);
  const names = list && listPartNames(files, bestand);
  if (names?.includes(first)) return { part: { bestand, naam: first }, veld: plaats.slice(first.length + 1) };
  const naam = number === undefined ? undefined : names?.[Number(number)];
  return naam === undefined
    ? { part: { bestand, naam: null }, veld: list ? '' : plaats }
    : { part: { bestand, naam }, veld: rest.join('.') };
}

/** A place in a part, and what stands there, in the words of its form. */
interface Described {
  readonly plaats: string;
  /** The same step by step. */
  readonly stappen: readonly string[];
  /** What stands there; `value` is what there is to tell. */
  readonly toText: (value: unknown) => string;
}

/** Tells of places in the parts of some files. */
export type Describe = (part: PartRef, plaats: string) => Described;

/** Makes what tells of places and values in these files as the forms do; what no form has keeps its own name. */
export function createDescribe(say: Say, formulieren: readonly Formulier[], files: Files): Describe {
  const woorden = createFormWords(say);
  return (part, plaats) => {
    const telling = { woorden, choices: createChoices(files, findTafel(part)) };
    const { begin, eerst, rest } = findBegin(formulieren, files, part, plaats);
    const place = walkPlace(telling, begin, rest);
    const stappen = [...(eerst === null ? [] : [toSoortText(say, eerst).naam]), ...place.stappen];
    return {
      stappen,
      plaats: stappen.length === 0 ? say('concepten.geheel') : stappen.join(' › '),
      toText: (value) => toText(telling, place, value) || say('concepten.leeg'),
    };
  };
}

/** Things of a list in another order are told by what each is about. */
function toText(telling: Telling, { veld, waarde, siblings, ouder }: Place, value: unknown): string {
  if (veld?.soort !== 'lijst' || !Array.isArray(value) || value.some(isObject))
    return toReadText(telling, veld, value, siblings, ouder);
  const list = Array.isArray(waarde) ? waarde : [];
  const heads = value.map(
    (naam) =>
      toHeadText(telling, veld.item, list[findItemNumber(list, String(naam)) ?? -1] ?? naam) || String(naam),
  );
  return heads.join(list.some(isObject) ? '\n' : ', ');
}

/** The form that a place is in, where in its value the place is, and the kind that is to be named first. */
function findBegin(
  formulieren: readonly Formulier[],
  files: Files,
  part: PartRef,
  plaats: string,
): { readonly begin: Begin; readonly eerst: string | null; readonly rest: string } {
  const value = readPart(files, part);
  const [first = '', ...others] = plaats.split('.');
  for (const { soort: kind, veld } of formulieren) {
    const { soort, staat } = kind;
    const whole = { begin: { veld, waarde: value, ouder: soort }, eerst: null, rest: plaats };
    if (staat.in === 'map') {
      const naam = toFileName(part.bestand, staat.map);
      if (naam !== null && naam !== staat.behalve) return whole;
    } else if (staat.bestand !== part.bestand) continue;
    else if (staat.in === 'bestand') {
      if (staat.sleutels === null || staat.sleutels.includes(first)) return whole;
    } else if (part.naam !== null) return whole;
    else if (staat.lijst === first || first === '') {
      const list = { soort: 'lijst', item: veld, min: 0 } as const;
      const begin = { veld: list, waarde: getAt(value, [staat.lijst]), ouder: soort };
      return { begin, eerst: soort, rest: others.join('.') };
    }
  }
  return { begin: { veld: null, waarde: value, ouder: '' }, eerst: null, rest: plaats };
}

/** The table that a file is about: the name of the file, in both folders. */
export function findTafel({ bestand }: PartRef): string | null {
  const rules = toFileName(bestand, 'rules');
  return toFileName(bestand, TAFEL_FOLDER) ?? (rules === 'vragen' ? null : rules);
}
