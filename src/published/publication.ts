import { setImmediate as takeTurn } from 'node:timers/promises';
import type { PublishedFile } from './published-file.ts';

/** A file that is there, that is being made, or how to make it. */
type Entry = PublishedFile | Promise<PublishedFile> | (() => PublishedFile | Promise<PublishedFile>);

/** All that is the same for every visitor, by address. Each file is made once: when there is time, or when it is asked for. */
export interface Publication {
  find(path: string): PublishedFile | Promise<PublishedFile> | undefined;
  /**
   * Makes all that is not there yet, one file a turn, so that requests come in between.
   * @throws Error that names the file that cannot be made.
   */
  complete(): Promise<void>;
}

/** Makes a publication of these files, or of how to make them. */
export function createPublication(files: Iterable<readonly [path: string, entry: Entry]>): Publication {
  const entries = new Map<string, Entry>(files);

  function find(path: string): PublishedFile | Promise<PublishedFile> | undefined {
    const entry = entries.get(path);
    if (typeof entry !== 'function') return entry;
    const made = entry();
    entries.set(path, made);
    if (made instanceof Promise) {
      made.then(
        (file) => entries.set(path, file),
        // Whoever asked hears of it; the next one may have more luck.
        () => entries.set(path, entry),
      );
    }
    return made;
  }

  return {
    find,
    async complete() {
      for (const path of entries.keys()) {
        try {
          await find(path);
        } catch (error) {
          const reden = error instanceof Error ? error.message : String(error);
          throw new Error(`${path} is niet te maken: ${reden}`, { cause: error });
        }
        await takeTurn();
      }
    },
  };
}
