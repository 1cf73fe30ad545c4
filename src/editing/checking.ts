import { toDutchDate } from '../domain/calendar.ts';
import { BRONNEN } from '../domain/content-paths.ts';
import { listPartNames, type NamedPart, type PartRef, readPart, writePart } from '../domain/editing/part.ts';
import type { Wie } from '../domain/editing/people.ts';
import { isSame } from '../domain/json.ts';
import { type Options as DraftOptions, type Drafts, type OpenDraft, toPartText } from './drafts.ts';

interface Options extends Pick<DraftOptions, 'versions' | 'now'> {
  readonly drafts: Drafts;
}

/** What became of noting that a fact is still right. */
export type Confirmed =
  | { readonly soort: 'genoteerd'; readonly concept: string }
  /** It was checked today already: there is nothing to note. */
  | { readonly soort: 'vandaag' }
  /** What was looked at is not what is live by now: it is to be looked at again. */
  | { readonly soort: 'anders' }
  /** The draft has another value in that place than what is live. */
  | { readonly soort: 'botsing'; readonly concept: string };

/** A draft in which somebody notes what is still right, and the parts that it says so of. */
export interface CheckDraft {
  readonly id: string;
  readonly titel: string;
  readonly parts: readonly NamedPart[];
}

/** Makes what notes that facts were looked at and are still right. Content changes by versions alone, so what somebody looked at goes into a draft of their own, for a colleague to approve. */
export function createChecking({ drafts, versions, now }: Options) {
  /** The own draft of somebody for this; one that was offered or is closed is left alone. */
  async function findOwn(wie: Wie): Promise<OpenDraft | null> {
    const own = (await drafts.list()).find(
      ({ value }) => value.nagekeken && value.status === 'bezig' && value.gemaaktDoor[0] === wie.id,
    );
    return own ? drafts.open(own.id) : null;
  }

  return {
    /** What somebody noted so far and did not offer yet; null when there is nothing. */
    async find(wie: Wie): Promise<CheckDraft | null> {
      const draft = await findOwn(wie);
      return draft && { id: draft.id, titel: draft.concept.titel, parts: listChanged(draft) };
    },

    /**
     * Sets the date of the check of a contact, noodnummer or source to today, in the own draft of who looked, which begins
     * under `titel` when there is none. Of a contact that only an old list gave, the year of that list goes: somebody looked,
     * and it is still right. `isSeen` says of the part as it is live whether that is what they looked at.
     */
    async confirm(
      wie: Wie,
      titel: string,
      part: PartRef,
      isSeen: (live: unknown) => boolean,
    ): Promise<Confirmed> {
      const live = readPart((await versions.readLive()).files, part);
      if (live === undefined || !isSeen(live)) return { soort: 'anders' };
      const today = toDutchDate(now());
      if (isSame(toChecked(part, live, today), live)) return { soort: 'vandaag' };
      const concept = (await findOwn(wie))?.id ?? (await drafts.start(wie, titel, { nagekeken: true }));
      const draft = await drafts.open(concept);
      if (draft && isChangedInDraft(draft, part)) return { soort: 'botsing', concept };
      const isKept = await drafts.changeFiles(concept, wie, toPartText(part), (files) => {
        const value = readPart(files, part);
        return value === undefined ? files : writePart(files, part, toChecked(part, value, today));
      });
      return isKept ? { soort: 'genoteerd', concept } : { soort: 'botsing', concept };
    },
  };
}

/** Where a thing keeps the day of its check. */
function toDateField({ bestand }: PartRef): 'gecontroleerd' | 'geraadpleegd' {
  return bestand === BRONNEN ? 'geraadpleegd' : 'gecontroleerd';
}

/** The thing as somebody says on this day that it is still right. */
function toChecked(part: PartRef, value: unknown, today: string): Readonly<Record<string, unknown>> {
  const { laatstBekend: _, ...rest } = value as Readonly<Record<string, unknown>>;
  return { ...rest, [toDateField(part)]: today };
}

/** Whether the draft changes something besides that, or takes it away: then it does not say that it is still right. */
function isChangedInDraft({ basis, files }: OpenDraft, part: PartRef): boolean {
  const [was, is] = [basis, files].map((some) => readPart(some, part));
  // What is in neither came with a version that is newer than the draft.
  if (was === undefined || is === undefined) return true;
  const [oldYear, year] = [was, is].map((some) => (some as { laatstBekend?: unknown }).laatstBekend ?? null);
  if (year !== null && year !== oldYear) return true;
  return !isSame(toChecked(part, was, ''), toChecked(part, is, ''));
}

/** The parts of lists that the draft has other than the version that it changes. */
function listChanged({ basis, files, concept }: OpenDraft): CheckDraft['parts'] {
  return Object.keys(concept.bestanden).flatMap((bestand) =>
    listPartNames(files, bestand)
      .map((naam) => ({ bestand, naam }))
      .filter((part) => !isSame(readPart(basis, part), readPart(files, part))),
  );
}
