import { decideNothing, decideUntilKept } from '../domain/editing/decide.ts';
import { type Botsing, type Concept, isOpen } from '../domain/editing/draft.ts';
import { merge } from '../domain/editing/merge.ts';
import { toOverrides } from '../domain/editing/part.ts';
import type { Wie } from '../domain/editing/people.ts';
import type { Files } from '../domain/editing/versions.ts';
import { setAt } from '../domain/json.ts';
import type { Options as DraftOptions, Drafts } from './drafts.ts';

interface Options extends Pick<DraftOptions, 'records' | 'versions' | 'basis'> {
  readonly drafts: Drafts;
  /** The content of the program, and its hash. */
  readonly projectFiles: Files;
  readonly programma: () => string;
}

/** A draft of a newer program, and whether it was begun just now. */
interface ProgramDraft {
  readonly id: string;
  readonly isNew: boolean;
}

/** Makes what keeps drafts up to date: with what others published, and with what a newer program brings. */
export function createUpdating({
  records,
  versions,
  basis: bases,
  drafts,
  projectFiles,
  programma,
}: Options) {
  /** What a draft of the program begins with; null when it brings nothing that the live version does not have. */
  async function toProgramDraft(): Promise<(Partial<Concept> & Pick<Concept, 'basis'>) | null> {
    const live = await versions.readLive();
    const versie = await versions.read(live.nummer);
    const hash = programma();
    if (!versie || versie.programma === hash) return null;
    const before = (await records.read('programma', versie.programma))?.value ?? {};
    const merged = mergeIn(before, live.files, projectFiles, live.files);
    const isNothing = Object.keys(merged.bestanden).length + merged.botsingen.length === 0;
    return isNothing ? null : { ...merged, basis: live.nummer, programma: hash };
  }

  return {
    /** Takes what was published meanwhile, or what a newer program has, into a draft; what both changed is to be chosen. False when it is closed. */
    async update(id: string, wie: Wie): Promise<boolean> {
      const live = await versions.readLive();
      const fresh = await bases.note(live.nummer);
      return drafts.change(
        id,
        [drafts.toLogEntry(wie.id, 'concept-bijgewerkt', id)],
        ({ concept, basis, files }) => {
          if (!isOpen(concept) || !bases.isOutdated(concept, live.nummer) || concept.botsingen?.length)
            return null;
          return { ...mergeIn(basis, files, live.files, live.files), ...fresh, status: 'bezig' };
        },
      );
    },

    /** Whether the program brings content that the live version does not have, and was not merged with. */
    async hasNewProgram(): Promise<boolean> {
      return (await toProgramDraft()) !== null;
    },

    /**
     * Begins a draft with what a newer program changed in its content, beside what the region changed, or finds the one that
     * is open already; null: nothing new.
     */
    startProgramDraft(wie: Wie, titel: string): Promise<ProgramDraft | null> {
      const hash = programma();
      return decideUntilKept<ProgramDraft | null>(records, async () => {
        // Written with the draft, also when it was there: of two who begin at once, one then finds the draft of the other.
        const kept = await records.read('programma', hash);
        const begun = (await drafts.list()).find(({ value }) => isOpen(value) && value.programma === hash);
        if (begun) return decideNothing({ id: begun.id, isNew: false });
        const first = await toProgramDraft();
        if (first === null) return decideNothing(null);
        const { id, change, entry } = drafts.toNew(wie, titel, first.basis, first);
        const files = {
          kind: 'programma',
          id: hash,
          revision: kept?.revision ?? 0,
          value: { ...projectFiles },
        } as const;
        return { changes: [files, change], log: [entry], result: { id, isNew: true } };
      });
    },

    /**
     * Chooses for every clash, in their order: what the draft has, or what the newer version has. False when the draft is
     * closed, or is not any more as it was seen (`seen`, its revision).
     */
    choose(id: string, wie: Wie, choices: readonly ('concept' | 'anders')[], seen: number): Promise<boolean> {
      return drafts.change(
        id,
        [drafts.toLogEntry(wie.id, 'botsingen-gekozen', id)],
        ({ concept, basis, files, revision }) => {
          const { botsingen = [], gemaaktDoor, ...rest } = concept;
          if (seen !== revision) return null;
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
