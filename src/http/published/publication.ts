import { setImmediate as takeTurn } from 'node:timers/promises';
import type { PublishedFile, PublishedFiles } from './published-file.ts';

type Made = PublishedFile | Promise<PublishedFile>;

/** Makes a file as it is on a day. */
export type MakeFile = (today: Date) => Made;

/** All that is the same for every visitor, by address. */
export interface Publication {
  find(path: string): Made | undefined;
  /** Whether there is a file at an address; makes nothing. */
  has(path: string): boolean;
  /** Of all that there is. */
  readonly paths: readonly string[];
  /**
   * Makes all that is not there yet, one file a turn, so that requests come in between; gives all that was made.
   * @throws Error that names the file that cannot be made.
   */
  complete(): Promise<PublishedFiles>;
}

/** What was made before, elsewhere, for a day and an edition. */
export interface MadeFiles {
  readonly day: number;
  readonly edition: number;
  readonly files: PublishedFiles;
}

/**
 * Makes a publication of files, or of how to make them. What is made is kept for a day, since pages say how old something
 * is; the first request of a new day makes its file anew, and so does the first one after `getEdition` gives another
 * number. `getToday` gives the day as one moment, the same all day. What is in `before` need not be made again.
 */
export function createPublication(
  files: Iterable<readonly [path: string, file: PublishedFile | MakeFile]>,
  getToday: () => Date,
  getEdition: () => number = () => 0,
  before: MadeFiles | null = null,
): Publication {
  const sources = new Map(files);
  const kept = new Map<string, { readonly day: number; readonly edition: number; readonly made: Made }>();
  if (before) {
    const { day, edition } = before;
    for (const [path, made] of before.files) kept.set(path, { day, edition, made });
  }

  function find(path: string): Made | undefined {
    const source = sources.get(path);
    if (typeof source !== 'function') return source;
    const today = getToday();
    const day = today.getTime();
    const edition = getEdition();
    const known = kept.get(path);
    if (known?.day === day && known.edition === edition) return known.made;
    const made = source(today);
    kept.set(path, { day, edition, made });
    if (made instanceof Promise) {
      made.then(
        (file) => kept.set(path, { day, edition, made: file }),
        // Whoever asked hears of it; the next one may have more luck.
        () => kept.delete(path),
      );
    }
    return made;
  }

  return {
    find,
    has: (path) => sources.has(path),
    paths: [...sources.keys()],
    async complete() {
      const all = new Map<string, PublishedFile>();
      for (const [path, source] of sources) {
        try {
          const file = await find(path);
          if (file && typeof source === 'function') all.set(path, file);
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          throw new Error(`${path} is niet te maken: ${reason}`, { cause: error });
        }
        await takeTurn();
      }
      return all;
    },
  };
}
