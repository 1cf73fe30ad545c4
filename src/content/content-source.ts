import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../domain/editing/versions.ts';
import { FILES, TAFEL_FOLDER } from './content-files.ts';

/** Where content is read from; its files have a path such as `tables/contacten.json`, with `/` in between. */
export interface ContentSource {
  /** The names of the JSON files in a folder, without `.json`, sorted. @throws Error when there is no such folder. */
  list(folder: string): string[];
  /** What is in a file. @throws SyntaxError when it is no JSON, another Error when it cannot be read. */
  read(path: string): unknown;
}

const EXTENSION = '.json';

/** The files as they lie below a folder. */
export function fromFolder(root: string): ContentSource {
  return {
    list: (folder) =>
      readdirSync(join(root, folder))
        .filter((naam) => naam.endsWith(EXTENSION))
        .map((naam) => naam.slice(0, -EXTENSION.length))
        .sort(),
    read: (path) => JSON.parse(readFileSync(join(root, path), 'utf8')),
  };
}

/** Files that were read before, such as those of a version. */
export function fromFiles(files: Files): ContentSource {
  return {
    list: (folder) => {
      const names = Object.keys(files)
        .filter((path) => path.startsWith(`${folder}/`) && path.endsWith(EXTENSION))
        .map((path) => path.slice(folder.length + 1, -EXTENSION.length))
        .filter((naam) => !naam.includes('/'));
      if (names.length === 0) throw new Error(`There is nothing in ${folder}.`);
      return names.sort();
    },
    read: (path) => {
      if (!Object.hasOwn(files, path)) throw new Error(`There is no ${path}.`);
      return files[path];
    },
  };
}

/**
 * All content files below `root` (the folder that holds `rules/` and `tables/`), whole and unchecked; no schemas, and
 * nothing that is not read as content.
 * @throws Error when a file or folder is not there or holds no JSON: content that was read without a fault has none of that.
 */
export function readFolderFiles(root: string): Files {
  const source = fromFolder(root);
  return Object.fromEntries(listContentPaths(source).map((path) => [path, source.read(path)]));
}

/** The paths of all files that the content is read from, sorted. */
function listContentPaths(source: Pick<ContentSource, 'list'>): string[] {
  const listFolder = (folder: string) => source.list(folder).map((naam) => `${folder}/${naam}.json`);
  return [
    ...new Set([
      ...Object.values(FILES).map(({ bestand }) => bestand),
      ...listFolder('rules'),
      ...listFolder(TAFEL_FOLDER),
    ]),
  ].sort();
}

/** A hash of content files that is the same for the same content, however the keys in it are ordered: a database may order them. */
export function hashFiles(files: Files): string {
  return createHash('sha256').update(toCanonicalJson(files)).digest('hex');
}

/** JSON in which the keys of every object are sorted. */
export function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
