import type { Files } from '../domain/editing/versions.ts';
import { FILES, TAFEL_FOLDER } from './content-files.ts';
import { type ContentSource, fromFolder } from './content-source.ts';

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
