import type { BrokenCase } from '../domain/editing/proof.ts';
import type { Kept, RecordChange, Records } from '../domain/editing/records.ts';
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

interface NewVersionOptions {
  readonly records: Pick<Records, 'read'>;
  readonly projectFiles: Files;
  readonly programma: () => string;
  readonly now: () => Date;
}

/** What is known of a new version by who publishes it. */
export type About = Pick<Versie, 'titel' | 'reden' | 'gemaaktDoor' | 'concept' | 'uitgegevenDoor'> &
  Partial<Versie>;

/**
 * The records of a new version, in the place of `live` (its number; `before` when there is a record of it).
 *
 * Its `programma` is that of which the changes are in its files already, since what a newer program brings is found by
 * comparing with it. A draft that merged a newer program says which (`about`). Any other draft changes the files of `before`,
 * and so has merged what that has. Without `before` the files come from this program. A version that is brought back has
 * that of the version that it was, for the changes of a later program went with its files; version 0 is this program itself.
 */
export async function toNewVersion(
  { records, projectFiles, programma, now }: NewVersionOptions,
  live: number,
  before: Versie | null,
  files: Files,
  about: About,
): Promise<readonly RecordChange[]> {
  const hash = about.programma ?? before?.programma ?? programma();
  const id = toVersieId(live + 1);
  const own = { nummer: live + 1, op: now().toISOString(), vorige: live };
  const value: Versie = { ...own, ...about, programma: hash };
  const isKnown = (await records.read('programma', hash)) !== null;
  return [
    { kind: 'versie', id, revision: 0, value },
    { kind: 'inhoud', id, revision: 0, value: { ...files } },
    ...(isKnown ? [] : [{ kind: 'programma', id: hash, revision: 0, value: { ...projectFiles } } as const]),
  ];
}

/**
 * Kept cases with the outcome that they have from now on: who published gave the reason, and the next draft is not to be
 * asked for it again. One that was taken away meanwhile is left out.
 */
export async function toKeptAsNow(
  records: Pick<Records, 'read'>,
  broken: readonly BrokenCase[],
): Promise<readonly RecordChange[]> {
  const kept = await Promise.all(broken.map(({ id }) => records.read('vasteCasus', id)));
  return broken.flatMap(({ wordt: { uitkomst, tafels } }, number) => {
    const found = kept[number];
    if (!found) return [];
    const value = { ...found.value, uitkomst, tafels: [...tafels] };
    return [{ ...found, kind: 'vasteCasus', value } as const];
  });
}
