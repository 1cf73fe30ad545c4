import { isObject, type JsonPath, nameAll, putItem } from '../json.ts';
import type { PartRef } from './part.ts';
import type { Files } from './versions.ts';

/** Where the things of a kind stand. */
export type Staat =
  /** In a list of a file, under this key. */
  | { readonly in: 'lijst'; readonly bestand: string; readonly lijst: string }
  /** One thing: these keys of a file; null: all of it. */
  | { readonly in: 'bestand'; readonly bestand: string; readonly sleutels: readonly string[] | null }
  /** A file each, in a folder. `behalve` is the name of another file there. */
  | { readonly in: 'map'; readonly map: string; readonly behalve: string | null };

/** What is wrong with the value of a thing by itself, and where in it. */
export interface ValueFault {
  readonly pad: JsonPath;
  readonly melding: string;
}

/** The fields with what a thing is called; the first one that it has. */
export const NAME_FIELDS = ['naam', 'titel', 'woord', 'label', 'kort', 'wie'];

/** A kind of content that one edits thing by thing. */
export interface Soort {
  /** In addresses. */
  readonly soort: string;
  readonly staat: Staat;
  /** The JSON Schema of one thing. */
  readonly schema: object;
  /** What a new file names as its schema. */
  readonly $schema: string;
  /** What the schema refuses, all at once. */
  readonly check: (value: unknown) => readonly ValueFault[];
}

/** The file of a thing. */
export function toBestand({ staat }: Pick<Soort, 'staat'>, naam: string): string {
  return staat.in === 'map' ? `${staat.map}/${naam}.json` : staat.bestand;
}

/** The name of a file in a folder, without its ending; null for another file. */
export function toFileName(bestand: string, map: string): string | null {
  const name = bestand.startsWith(`${map}/`) ? bestand.slice(map.length + 1) : '';
  return name.endsWith('.json') && !name.includes('/') ? name.slice(0, -'.json'.length) : null;
}

/** The names of the things of a kind, in their order. */
export function listNamen(files: Files, { soort, staat }: Pick<Soort, 'soort' | 'staat'>): readonly string[] {
  if (staat.in === 'bestand') return [soort];
  if (staat.in === 'lijst') return nameAll(readList(files[staat.bestand], staat.lijst));
  return Object.keys(files)
    .flatMap((path) => toFileName(path, staat.map) ?? [])
    .filter((naam) => naam !== staat.behalve);
}

/** The list that a file holds under a key; an empty one where it holds none. */
export function readList(json: unknown, lijst: string): readonly unknown[] {
  const list = isObject(json) ? json[lijst] : null;
  return Array.isArray(list) ? list : [];
}

/** The value of a thing; undefined when it is not there. */
export function readThing(files: Files, soort: Pick<Soort, 'soort' | 'staat'>, naam: string): unknown {
  const { staat } = soort;
  const json = files[toBestand(soort, naam)];
  if (!isObject(json)) return undefined;
  if (staat.in === 'lijst') {
    const list = readList(json, staat.lijst);
    const number = nameAll(list).indexOf(naam);
    return number < 0 ? undefined : list[number];
  }
  if (staat.in === 'bestand' && naam !== soort.soort) return undefined;
  const keys = staat.in === 'bestand' ? staat.sleutels : null;
  return Object.fromEntries(
    Object.entries(json).filter(([key]) => key !== '$schema' && (keys === null || keys.includes(key))),
  );
}

/** Where a thing stands in its file; at -1 when it is not there. */
export function findPath(files: Files, soort: Pick<Soort, 'soort' | 'staat'>, naam: string): JsonPath {
  const { staat } = soort;
  if (staat.in !== 'lijst') return [];
  return [staat.lijst, nameAll(readList(files[staat.bestand], staat.lijst)).indexOf(naam)];
}

/** What drafts save as one. A file that is nothing but a list is saved thing by thing; another one as a whole. */
export function toPartRef(soort: Pick<Soort, 'staat'>, naam: string): PartRef {
  const bestand = toBestand(soort, naam);
  const isOwnList = soort.staat.in === 'lijst' && bestand.endsWith(`/${soort.staat.lijst}.json`);
  return { bestand, naam: isOwnList ? naam : null };
}

/** The file, without its `$schema`, with another value of a thing; undefined takes it away, a new name comes last. */
export function writeInto(
  file: unknown,
  { staat }: Pick<Soort, 'staat'>,
  naam: string,
  value: unknown,
): unknown {
  const json = isObject(file) ? file : {};
  if (staat.in === 'map') return value;
  if (staat.in === 'bestand') return { ...json, ...(value as object) };
  return { ...json, [staat.lijst]: putItem(readList(json, staat.lijst), naam, value) };
}

/** The files with a thing one place up (-1) or down (1) in its list. */
export function moveThing(files: Files, { staat }: Pick<Soort, 'staat'>, naam: string, by: -1 | 1): Files {
  if (staat.in !== 'lijst') return files;
  const json = files[staat.bestand];
  const list = [...readList(json, staat.lijst)];
  const from = nameAll(list).indexOf(naam);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return files;
  [list[from], list[to]] = [list[to], list[from]];
  return { ...files, [staat.bestand]: { ...(isObject(json) ? json : {}), [staat.lijst]: list } };
}
