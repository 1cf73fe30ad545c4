import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../domain/editing/versions.ts';

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
