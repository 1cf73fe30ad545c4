import type { BrokenCase } from '../domain/editing/proof.ts';
import type { RecordChange, Records } from '../domain/editing/records.ts';
import { type Files, toVersieId, type Versie } from '../domain/editing/versions.ts';

interface Options {
  readonly records: Pick<Records, 'read'>;
  readonly projectFiles: Files;
  readonly programma: () => string;
  readonly now: () => Date;
}

/** What is known of a new version by who publishes it. */
type About = Pick<Versie, 'titel' | 'reden' | 'gemaaktDoor' | 'concept' | 'uitgegevenDoor'> & Partial<Versie>;

/** The records of a new version, in the place of `live` (its number; `before` when there is a record of it). */
export async function toNewVersion(
  { records, projectFiles, programma, now }: Options,
  live: number,
  before: Versie | null,
  files: Files,
  about: About,
): Promise<readonly RecordChange[]> {
  const hash = about.programma ?? before?.programma ?? programma();
  const id = toVersieId(live + 1);
  const value: Versie = {
    nummer: live + 1,
    op: now().toISOString(),
    vorige: live,
    ...about,
    programma: hash,
  };
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
