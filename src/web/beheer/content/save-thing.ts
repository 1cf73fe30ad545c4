import type { Formulier } from '../../../domain/editing/form/find-uses.ts';
import { readPart } from '../../../domain/editing/part.ts';
import type { Wie } from '../../../domain/editing/people.ts';
import { findPath, readThing, toPartRef, writeInto } from '../../../domain/editing/soort.ts';
import type { Drafts, OpenDraft } from '../../../editing/drafts.ts';
import { toNewName } from './check-thing.ts';
import type { Botsing } from './read-posted.ts';

/** What became of saving a thing. */
type SavedThing =
  | { readonly soort: 'bewaard'; readonly naam: string }
  | { readonly soort: 'weg' | 'dicht' }
  | {
      readonly soort: 'botsing';
      /** Both changes together. */
      readonly value: unknown;
      /** The thing as the other made it; undefined: taken away. */
      readonly theirs: unknown;
      readonly botsingen: readonly Botsing[];
    };

/** Saves a thing of a draft that was opened as `was`; undefined as value takes it away. */
export async function saveThing(
  drafts: Drafts,
  draft: OpenDraft,
  wie: Wie,
  formulier: Formulier,
  { naam, was, value }: { readonly naam: string | null; readonly was: unknown; readonly value: unknown },
): Promise<SavedThing> {
  const { soort } = formulier;
  const fresh = value === undefined ? (naam ?? '') : toNewName(draft.files, formulier, naam, value);
  const part = toPartRef(soort, naam ?? fresh);
  // A thing in a file with more in it is saved with the file, of which it leaves the rest as it is.
  const file = part.naam === null ? readPart(draft.files, part) : null;
  const isWhole = part.naam !== null || soort.staat.in === 'map';
  const base = isWhole ? was : writeInto(file, soort, naam ?? fresh, was);
  const ours = isWhole ? value : writeInto(file, soort, naam ?? fresh, value);
  const saved = await drafts.savePart(draft.id, wie, part, base, ours, soort.$schema || undefined);
  if (saved.soort === 'dicht') return { soort: 'dicht' };
  if (saved.soort === 'bewaard')
    return value === undefined ? { soort: 'weg' } : { soort: 'bewaard', naam: fresh };
  const read = (from: unknown) => (isWhole ? from : readFrom(formulier, naam ?? fresh, from));
  const skip = isWhole || soort.staat.in !== 'lijst' ? 0 : 2;
  return {
    soort: 'botsing',
    value: read(saved.value) ?? value,
    theirs: read(saved.theirs),
    botsingen: saved.clashes
      .filter(({ path }) => isWhole || skip === 0 || isHere(path))
      .map(({ path, theirs }) => ({ path: path.slice(skip), ...(theirs === undefined ? {} : { theirs }) })),
  };

  function isHere(path: readonly (string | number)[]): boolean {
    const files = { [part.bestand]: saved.soort === 'botsing' ? saved.value : null };
    const here = findPath(files, soort, naam ?? fresh);
    return path[0] === here[0] && path[1] === here[1];
  }
}

/** The thing in a file that is saved as a whole. */
function readFrom({ soort }: Formulier, naam: string, file: unknown): unknown {
  const part = toPartRef(soort, naam);
  return readThing({ [part.bestand]: file }, soort, naam);
}
