import { type RecordsFile, toFileName } from './records-file.ts';
import type { Commits } from './store-file.ts';
import type { WriteOnceFiles } from './write-once-files.ts';

/** How many lines of the log go in a file of their own. */
const PART = 250;
type Part = RecordsFile['logboek']['delen'][number];

/**
 * Moves the oldest lines of the log out of the file that each change writes, into files that never change, so many at a
 * time; the newest stay. A line is at every moment in one of the two, and what fails is done again after a next change.
 * @throws StorageFailure when it cannot be written.
 */
export async function rollLog(commits: Commits<RecordsFile>, files: WriteOnceFiles): Promise<void> {
  while (commits.data.logboek.regels.length >= 2 * PART) {
    // Lines are only ever added behind these, and one does this at a time.
    const part = await keepPart(commits.data.logboek, files);
    try {
      await commits.commit((data) => ({
        data: { ...data, logboek: movePart(data.logboek, part) },
        result: null,
      }));
    } catch (error) {
      await files.wipe(part.bestand).catch(() => {});
      throw error;
    }
  }
}

/** Writes the oldest lines in a file. */
async function keepPart({ delen, regels }: RecordsFile['logboek'], files: WriteOnceFiles): Promise<Part> {
  const bestand = toFileName(`logboek-${String(delen.length + 1).padStart(6, '0')}`);
  await files.keep(JSON.stringify(regels.slice(0, PART)), bestand);
  return { bestand, aantal: PART };
}

function movePart({ delen, regels }: RecordsFile['logboek'], part: Part): RecordsFile['logboek'] {
  return { delen: [...delen, part], regels: regels.slice(part.aantal) };
}

/** Writes lines, oldest first, the way they come to lie in time; gives what names them. */
export async function splitLog(
  lines: readonly unknown[],
  files: WriteOnceFiles,
): Promise<RecordsFile['logboek']> {
  let logboek: RecordsFile['logboek'] = { delen: [], regels: [...lines] };
  while (logboek.regels.length >= 2 * PART) logboek = movePart(logboek, await keepPart(logboek, files));
  return logboek;
}
