import type { Botsing, Concept } from '../domain/editing/draft.ts';
import { merge } from '../domain/editing/merge.ts';
import { toOverrides } from '../domain/editing/part.ts';
import type { Wie } from '../domain/editing/people.ts';
import type { Files } from '../domain/editing/versions.ts';
import { setAt } from '../domain/json.ts';
import { type Options as DraftOptions, type Drafts, isOpen } from './drafts.ts';

interface Options extends Pick<DraftOptions, 'records' | 'versions'> {
  readonly drafts: Drafts;
  /** The content of the program, and its hash. */
  readonly projectFiles: Files;
  readonly programma: () => string;
}

/** Makes what keeps drafts up to date: with what others published, and with what a newer program brings. */
export function createUpdating({ records, versions, drafts, projectFiles, programma }: Options) {
  return {
    /** Takes what was published meanwhile into a draft; what both changed is to be chosen. False when it is closed. */
    async update(id: string, wie: Wie): Promise<boolean> {
      const live = await versions.readLive();
      return drafts.change(
        id,
        [drafts.toLogEntry(wie.id, 'concept-bijgewerkt', id)],
        ({ concept, basis, files }) => {
          if (!isOpen(concept) || concept.basis === live.nummer || concept.botsingen?.length) return null;
          return { ...mergeIn(basis, files, live.files, live.files), basis: live.nummer, status: 'bezig' };
        },
      );
    },

    /** Whether the program brings other content than the live version was merged with. */
    async hasNewProgram(): Promise<boolean> {
      const live = await versions.read(await records.findLiveVersion());
      return live !== null && live.programma !== programma();
    },

    /** Begins a draft with what a newer program changed in its content, beside what the region changed; null: nothing new. */
    async startProgramDraft(wie: Wie, titel: string): Promise<string | null> {
      const live = await versions.readLive();
      const versie = await versions.read(live.nummer);
      const hash = programma();
      if (!versie || versie.programma === hash) return null;
      const before = (await records.read('programma', versie.programma))?.value ?? {};
      if ((await records.read('programma', hash)) === null)
        await records.commit([{ kind: 'programma', id: hash, revision: 0, value: { ...projectFiles } }]);
      return drafts.start(wie, titel, {
        ...mergeIn(before, live.files, projectFiles, live.files),
        programma: hash,
      });
    },

    /**
     * Chooses for every clash, in their order: what the draft has, or what the newer version has. False when the draft is
     * closed, or is not any more as it was seen (`seen`, its revision).
     */
    choose(
      id: string,
      wie: Wie,
      choices: readonly ('concept' | 'anders')[],
      seen: number | null = null,
    ): Promise<boolean> {
      return drafts.change(
        id,
        [drafts.toLogEntry(wie.id, 'botsingen-gekozen', id)],
        ({ concept, basis, files, revision }) => {
          const { botsingen = [], gemaaktDoor, ...rest } = concept;
          if (seen !== null && seen !== revision) return null;
          if (!isOpen(concept) || botsingen.length === 0 || botsingen.length !== choices.length) return null;
          const theirs = botsingen.filter((_, number) => choices[number] === 'anders');
          return {
            ...rest,
            botsingen: [],
            gemaaktDoor: [...new Set([...gemaaktDoor, wie.id])],
            bestanden: toOverrides(basis, takeTheirs(files, theirs)),
          };
        },
      );
    },
  };
}

/** Two changes of the files together, as a draft on `basis` keeps them. */
function mergeIn(
  base: Files,
  ours: Files,
  theirs: Files,
  basis: Files,
): Pick<Concept, 'bestanden'> & { botsingen: Botsing[] } {
  const { value, clashes } = merge(base, ours, theirs);
  return {
    bestanden: toOverrides(basis, value as Files),
    botsingen: clashes.map(({ path: [bestand, ...pad], theirs: anders }) => ({
      bestand: String(bestand),
      pad,
      ...(anders === undefined ? {} : { anders }),
    })),
  };
}

/** The files with these clashes as the newer version has them; from behind, so that what goes moves nothing before it. */
function takeTheirs(files: Files, botsingen: readonly Botsing[]): Files {
  return botsingen.reduceRight<Files>(
    (until, { bestand, pad, anders }) => setAt(until, [bestand, ...pad], anders) as Files,
    files,
  );
}
