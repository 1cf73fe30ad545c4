import type { Concept } from '../domain/editing/draft.ts';
import type { Records } from '../domain/editing/records.ts';
import type { Files } from '../domain/editing/versions.ts';
import type { VersionStore } from './version-store.ts';

interface Options {
  readonly records: Pick<Records, 'read' | 'commit'>;
  readonly versions: Pick<VersionStore, 'readFiles'>;
  /** The content of the program, and its hash. */
  readonly projectFiles: Files;
  readonly programma: () => string;
}

/** What drafts change. */
export type DraftBasis = ReturnType<typeof createDraftBasis>;

/** Makes what tells what a draft changes: a version, or the program as it was when the draft began. */
export function createDraftBasis({ records, versions, projectFiles, programma }: Options) {
  /** Whether it changes the program as it was before a newer one came. */
  const isOfOlderProgram = ({ basis, basisProgramma }: Concept) =>
    basis === 0 && basisProgramma !== undefined && basisProgramma !== programma();

  return {
    /** The content that a draft changes. */
    async read(concept: Concept): Promise<Files> {
      const { basis, basisProgramma = '' } = concept;
      const older = isOfOlderProgram(concept) ? await records.read('programma', basisProgramma) : null;
      return older?.value ?? versions.readFiles(basis);
    },

    /** Whether it changes something else than what is live: what came meanwhile is to be taken in first. */
    isOutdated: (concept: Concept, live: number): boolean =>
      concept.basis !== live || isOfOlderProgram(concept),

    /** What a draft on a version keeps of that. The files of the program are kept, since a newer one has others. */
    async note(nummer: number): Promise<Pick<Concept, 'basis' | 'basisProgramma'>> {
      if (nummer !== 0) return { basis: nummer, basisProgramma: undefined };
      const hash = programma();
      // Who was just before kept the same.
      if ((await records.read('programma', hash)) === null)
        await records.commit([{ kind: 'programma', id: hash, revision: 0, value: { ...projectFiles } }]);
      return { basis: nummer, basisProgramma: hash };
    },
  };
}
