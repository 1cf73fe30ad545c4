import { isObject, isSame, nameAll, putItem } from '../json.ts';
import type { Files } from './versions.ts';

/** What is edited as one: a whole file, or one thing in a file that is a list. */
export interface PartRef {
  readonly bestand: string;
  /** The name of the thing in the list; null: the whole file. */
  readonly naam: string | null;
}

/** One thing in a file that is a list. */
export interface NamedPart extends PartRef {
  readonly naam: string;
}

/** The list that a file holds under its own name; null when the file is one thing. */
export function listOf(bestand: string, json: unknown): readonly unknown[] | null {
  const list = isObject(json) ? json[toListName(bestand)] : null;
  return Array.isArray(list) &&
    isObject(json) &&
    Object.keys(json).every((key) => key === '$schema' || json[key] === list)
    ? list
    : null;
}

function toListName(bestand: string): string {
  return bestand.replace(/^.*\/|\.json$/g, '');
}

/** The names of the things in a file that is a list, in order; none for a file that is one thing. */
export function listPartNames(files: Files, bestand: string): readonly string[] {
  const list = listOf(bestand, files[bestand]);
  return list === null ? [] : nameAll(list);
}

/** The parts that differ; a list with the same things in another order is one. */
export function listChangedParts(before: Files, after: Files): readonly PartRef[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...paths].filter((bestand) => !isSame(before[bestand], after[bestand]));
  return changed.toSorted().flatMap((bestand): PartRef[] => {
    const names = [before, after].flatMap((files) => listPartNames(files, bestand));
    const parts = [...new Set(names)]
      .map((naam) => ({ bestand, naam }))
      .filter((part) => !isSame(readPart(before, part), readPart(after, part)));
    return parts.length > 0 ? parts : [{ bestand, naam: null }];
  });
}

/** The value of a part; undefined when it is not there. A whole file comes without its `$schema`. */
export function readPart(files: Files, { bestand, naam }: PartRef): unknown {
  const json = files[bestand];
  if (naam === null) {
    if (!isObject(json)) return undefined;
    const { $schema: _, ...rest } = json;
    return rest;
  }
  const number = listPartNames(files, bestand).indexOf(naam);
  return number < 0 ? undefined : listOf(bestand, json)?.[number];
}

/**
 * The files with another value of a part; undefined takes the part away, a name that is not there is added at the end of
 * its list. A whole file keeps its `$schema`, or gets `$schema` when it is new.
 */
export function writePart(files: Files, { bestand, naam }: PartRef, value: unknown, $schema?: string): Files {
  const json = files[bestand];
  if (naam === null) {
    const { [bestand]: _, ...rest } = files;
    if (value === undefined) return rest;
    const schema = isObject(json) ? json.$schema : $schema;
    return {
      ...files,
      [bestand]: { ...(schema === undefined ? {} : { $schema: schema }), ...(value as object) },
    };
  }
  const list = putItem(listOf(bestand, json) ?? [], naam, value);
  return { ...files, [bestand]: { ...(isObject(json) ? json : {}), [toListName(bestand)]: list } };
}

/**
 * The files with a part that went, as it is in `base` and in its place there: after the first before it that is still there.
 * The same files when it is in both or in neither.
 */
export function restorePart(base: Files, files: Files, part: PartRef): Files {
  const value = readPart(base, part);
  if (value === undefined || readPart(files, part) !== undefined) return files;
  const { bestand, naam } = part;
  if (naam === null) return { ...files, [bestand]: base[bestand] };
  const list = listOf(bestand, files[bestand]);
  if (list === null) return files;
  const names = listPartNames(files, bestand);
  const old = listPartNames(base, bestand);
  const before = old.slice(0, old.indexOf(naam)).findLast((name) => names.includes(name));
  const at = before === undefined ? 0 : names.indexOf(before) + 1;
  return {
    ...files,
    [bestand]: { ...(files[bestand] as object), [toListName(bestand)]: list.toSpliced(at, 0, value) },
  };
}

/** The files that differ from `base`, whole; null for what is gone. */
export function toOverrides(base: Files, files: Files): Record<string, unknown> {
  const changed = Object.keys(files).filter((path) => !isSame(base[path], files[path]));
  const gone = Object.keys(base).filter((path) => !Object.hasOwn(files, path));
  return Object.fromEntries([
    ...changed.map((path) => [path, files[path]] as const),
    ...gone.map((path) => [path, null] as const),
  ]);
}

/** The files of a draft: those of its version, with what differs. */
export function applyOverrides(base: Files, overrides: Files): Files {
  const files: Record<string, unknown> = { ...base, ...overrides };
  return Object.fromEntries(Object.entries(files).filter(([, json]) => json !== null));
}
