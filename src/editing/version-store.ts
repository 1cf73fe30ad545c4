import type { Kept, Records } from '../domain/editing/records.ts';
import { type Files, toVersieId, type Versie } from '../domain/editing/versions.ts';
import { createAtHand } from './at-hand.ts';

interface Options {
  readonly records: Pick<Records, 'read' | 'list' | 'findLiveVersion'>;
  /** The content of the program: version 0. */
  readonly projectFiles: Files;
}

/** How many versions to keep at hand: a draft asks for its own at every page. */
const AT_HAND = 8;

/** The versions of the content. */
export type VersionStore = ReturnType<typeof createVersionStore>;

/** Makes what reads versions. They never change, so the last ones that were read stay at hand. */
export function createVersionStore({ records, projectFiles }: Options) {
  const atHand = createAtHand<Promise<Files>>(AT_HAND);

  /** The files of a version. @throws Error when it is not there. */
  async function readFiles(nummer: number): Promise<Files> {
    if (nummer === 0) return projectFiles;
    const id = toVersieId(nummer);
    try {
      return await atHand.get(id, async () => {
        const kept = await records.read('inhoud', id);
        if (kept) return kept.value;
        throw new Error(`Versie ${nummer} van de inhoud is er niet.`);
      });
    } catch (error) {
      atHand.forget(id);
      throw error;
    }
  }

  return {
    readFiles,
    /** The newest version. */
    async readLive(): Promise<{ readonly nummer: number; readonly files: Files }> {
      const nummer = await records.findLiveVersion();
      return { nummer, files: await readFiles(nummer) };
    },
    /** A version without its files; null when it is not there. */
    async read(nummer: number): Promise<Versie | null> {
      return (await records.read('versie', toVersieId(nummer)))?.value ?? null;
    },
    /** All versions, the newest first. */
    async list(): Promise<readonly Kept<Versie>[]> {
      return (await records.list('versie')).toReversed();
    },
  };
}
