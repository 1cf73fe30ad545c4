import { decideNothing, decideUntilKept } from '../domain/editing/decide.ts';
import { type Concept, isOpen, toNewConcept } from '../domain/editing/draft.ts';
import { merge } from '../domain/editing/merge.ts';
import {
  applyOverrides,
  type PartRef,
  readPart,
  restorePart,
  toOverrides,
  writePart,
} from '../domain/editing/part.ts';
import type { Wie } from '../domain/editing/people.ts';
import {
  createToLogEntry,
  type Kept,
  type LogEntry,
  type RecordChange,
  type Records,
} from '../domain/editing/records.ts';
import type { Files } from '../domain/editing/versions.ts';
import { isSame } from '../domain/json.ts';
import type { DraftBasis } from './draft-basis.ts';
import type { VersionStore } from './version-store.ts';

/** A draft with what it makes of the content. */
export interface OpenDraft {
  readonly id: string;
  readonly revision: number;
  readonly concept: Concept;
  /** The content that it changes. */
  readonly basis: Files;
  /** The content as it makes it. */
  readonly files: Files;
}

/** What became of saving a part. */
export type Saved =
  | { readonly soort: 'bewaard' }
  /** Somebody else changed the same place meanwhile: `value` is both together, with `clashes` where they are other. */
  | {
      readonly soort: 'botsing';
      readonly value: unknown;
      readonly theirs: unknown;
      readonly clashes: ReturnType<typeof merge>['clashes'];
    }
  /** It is published or taken back: nothing can be changed in it. */
  | { readonly soort: 'dicht' };

export interface Options {
  readonly records: Records;
  readonly versions: VersionStore;
  readonly basis: DraftBasis;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Drafts: made, opened and changed. All of it throws StorageFailure when there is no storage. */
export type Drafts = ReturnType<typeof createDrafts>;

/** Makes what opens and changes drafts. */
export function createDrafts({ records, versions, basis: bases, now, newId }: Options) {
  const toLogEntry = createToLogEntry(now);

  async function open(id: string): Promise<OpenDraft | null> {
    const kept = await records.read('concept', id);
    return kept && toOpen(kept);
  }

  async function toOpen({ id, revision, value: concept }: Kept<Concept>): Promise<OpenDraft> {
    const basis = await bases.read(concept);
    return { id, revision, concept, basis, files: applyOverrides(basis, concept.bestanden) };
  }

  /**
   * Writes what `change` makes of the draft as it is now; again when somebody was just before. Null from `change`, or a
   * draft that is not there, writes nothing. Gives whether it was written.
   */
  function change(
    id: string,
    log: readonly LogEntry[],
    make: (draft: OpenDraft) => Partial<Concept> | null,
  ): Promise<boolean> {
    return decideUntilKept(records, async () => {
      const draft = await open(id);
      const changed = draft && make(draft);
      if (!changed) return decideNothing(false);
      const value = { ...draft.concept, ...changed, gewijzigd: now().toISOString() };
      return { changes: [{ kind: 'concept', id, revision: draft.revision, value }], log, result: true };
    });
  }

  /** What begins a draft on a version, to be written with what else belongs to it. */
  function toNew(wie: Wie, titel: string, basis: number, first: Partial<Concept>, id = newId()) {
    const value = toNewConcept({ titel, wie: wie.id, basis, moment: now().toISOString() }, first);
    const change: RecordChange = { kind: 'concept', id, revision: 0, value };
    return { id, change, entry: toLogEntry(wie.id, 'concept-begonnen', titel) };
  }

  return {
    open,
    change,
    toNew,
    toLogEntry,

    /** All drafts, the one that was changed last first. */
    async list(): Promise<readonly Kept<Concept>[]> {
      const all = await records.list('concept');
      return all.toSorted((a, b) => b.value.gewijzigd.localeCompare(a.value.gewijzigd));
    },

    newId,

    /**
     * Begins a draft on the live version, with some changed files when those are known, under an id of its own when that was
     * made before; gives its id. One of that id that was begun already stays as it is.
     */
    async start(
      wie: Wie,
      titel: string,
      first: Partial<Concept> & { files?: Files; id?: string } = {},
    ): Promise<string> {
      const { files, id = newId(), ...rest } = first;
      const { nummer, files: live } = await versions.readLive();
      const bestanden = files ? { bestanden: toOverrides(live, files) } : {};
      const basis = await bases.note(nummer);
      const { change, entry } = toNew(wie, titel, nummer, { ...basis, ...bestanden, ...rest }, id);
      await records.commit([change], [entry]);
      return id;
    },

    /** Gives it another title; false when it is closed. */
    rename(id: string, wie: Wie, titel: string): Promise<boolean> {
      return change(id, [toLogEntry(wie.id, 'concept-hernoemd', titel)], ({ concept }) =>
        isOpen(concept) ? { titel } : null,
      );
    },

    /**
     * Saves a part that was opened as `was` and became `value` (undefined: taken away). What others changed elsewhere in it
     * stays; where both changed the same, nothing is written and both are given.
     */
    async savePart(
      id: string,
      wie: Wie,
      part: PartRef,
      was: unknown,
      value: unknown,
      $schema?: string,
    ): Promise<Saved> {
      let outcome: Saved = { soort: 'dicht' };
      await change(id, [toLogEntry(wie.id, 'concept-gewijzigd', toPartText(part))], (draft) => {
        if (!isOpen(draft.concept)) return null;
        const theirs = readPart(draft.files, part);
        const merged = merge(was, value, theirs);
        if (merged.clashes.length > 0) {
          outcome = { soort: 'botsing', value: merged.value, theirs, clashes: merged.clashes };
          return null;
        }
        outcome = { soort: 'bewaard' };
        // Who saves what was there already, changed nothing: they may still approve it.
        if (isSame(merged.value, theirs)) return null;
        return withFiles(draft, writePart(draft.files, part, merged.value, $schema), wie);
      });
      return outcome;
    },

    /** Puts back a part that the draft took away; false when it is closed, or the part is not gone. */
    restorePart(id: string, wie: Wie, part: PartRef): Promise<boolean> {
      return change(id, [toLogEntry(wie.id, 'concept-gewijzigd', toPartText(part))], (draft) => {
        const files = restorePart(draft.basis, draft.files, part);
        return isOpen(draft.concept) && files !== draft.files ? withFiles(draft, files, wie) : null;
      });
    },

    /** Changes the files as a whole, such as to move a thing in its list; false when the draft is closed. */
    changeFiles(id: string, wie: Wie, about: string, make: (files: Files) => Files): Promise<boolean> {
      return change(id, [toLogEntry(wie.id, 'concept-gewijzigd', about)], (draft) =>
        isOpen(draft.concept) ? withFiles(draft, make(draft.files), wie) : null,
      );
    },
  };
}

/** The draft with other files: whoever changed it does not approve it, and what was offered is to be offered again. */
function withFiles({ concept, basis }: OpenDraft, files: Files, wie: Wie): Partial<Concept> {
  return {
    bestanden: toOverrides(basis, files),
    gemaaktDoor: [...new Set([...concept.gemaaktDoor, wie.id])],
    status: 'bezig',
  };
}

/** A part as the log names it. */
export function toPartText({ bestand, naam }: PartRef): string {
  return naam === null ? bestand : `${bestand}, ${naam}`;
}
