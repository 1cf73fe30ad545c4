import type { Records } from '../domain/editing/records.ts';
import { type Files, type LiveFault, toVersieId } from '../domain/editing/versions.ts';
import { SpoiltRecord } from '../domain/storage-failure.ts';

/** What a version came to: what was made of it, or why this program cannot show it. */
export type Attempt<T> = { readonly made: T } | { readonly fouten: readonly string[] };

/** The version to show. */
export interface Showable<T> {
  /** 0: the files of the program. */
  readonly nummer: number;
  /** What was made of it; null when it is the one that is shown already, or 0. */
  readonly made: T | null;
  /** Why it is not the newest. */
  readonly fault: LiveFault | null;
}

interface Options<T> {
  readonly records: Pick<Records, 'read'>;
  /** The number to begin with, and go down from. */
  readonly newest: number;
  /** The version that is shown now. */
  readonly shown: number | null;
  /** Versions that this program could not show, with why: asked once, since neither changes. */
  readonly refused: Map<number, readonly string[]>;
  readonly attempt: (nummer: number, files: Files) => Promise<Attempt<T>>;
  /** Told of each version that cannot be shown, once. */
  readonly onRefused: (fault: LiveFault) => void;
}

/**
 * Finds the newest version that this program can show: a program may be older or stricter than the one that a version was
 * published with, and what is kept of one may be spoilt.
 * @throws StorageFailure, and whatever `attempt` throws: then nothing is known of that version.
 */
export async function findShowable<T>(options: Options<T>): Promise<Showable<T>> {
  const { records, newest, shown, refused, attempt, onRefused } = options;
  let fault: LiveFault | null = null;
  for (let nummer = newest; nummer > 0; nummer -= 1) {
    if (nummer === shown) return { nummer, made: null, fault };
    let fouten = refused.get(nummer);
    if (!fouten) {
      const files = await readFiles(records, nummer);
      const tried = 'made' in files ? await attempt(nummer, files.made) : files;
      if ('made' in tried) return { nummer, made: tried.made, fault };
      fouten = tried.fouten;
      refused.set(nummer, fouten);
      onRefused({ nummer, fouten });
    }
    fault ??= { nummer, fouten };
  }
  return { nummer: 0, made: null, fault };
}

/** The files of a version; what is spoilt stays so until somebody puts a backup back, for which a server stops. */
async function readFiles(records: Pick<Records, 'read'>, nummer: number): Promise<Attempt<Files>> {
  try {
    const kept = await records.read('inhoud', toVersieId(nummer));
    return kept ? { made: kept.value } : { fouten: [`Versie ${nummer} is er niet.`] };
  } catch (error) {
    if (error instanceof SpoiltRecord) return { fouten: [error.message] };
    throw error;
  }
}
