import { type BigIntStats, readFileSync, readlinkSync } from 'node:fs';
import { copyFile, link, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { StorageFailure } from '../../domain/storage-failure.ts';
import { syncFolder, toStorageFailure, writeDurably } from './disk.ts';

/** The version of the form in which data is kept. */
export const VERSION = 1;

/**
 * A file for lowdb. Its own file adapter renames too, but does not wait for the disk and writes over what it could not
 * read; this one writes beside the file, waits for the disk, keeps the last good version and then renames.
 * One write at a time. `check` runs before each write and stops it by throwing. Where `link` is a symbolic link, all of
 * this happens beside the file that it names: renaming over the link would leave that file, and its back-up, behind.
 * @throws StorageFailure from `read` and `write`; after it the file is what it was.
 */
export function createJsonFile<T>(link: string, schema: z.ZodType<T>, check: () => void): Adapter<T> {
  const path = followLinks(link);
  const fresh = `${path}.nieuw`;
  /** The file as this process read or wrote it last; null when it was not there. */
  let known: BigIntStats | null = null;

  async function replace(tekst: string): Promise<void> {
    check();
    const current = await statOrNull(path);
    if (current) checkCurrent(current);
    const written = await writeDurably(fresh, tekst, 'w');
    if (current) await keepPrevious(path);
    await rename(fresh, path);
    known = written;
    await syncFolder(dirname(path));
  }

  function checkCurrent(current: BigIntStats): void {
    if (!isSame(current, known)) {
      throw new StorageFailure(
        `Het bestand ${path} is door iets anders veranderd. Er is niets overschreven. ` +
          'Start de server opnieuw: die leest dan wat er nu staat.',
      );
    }
    // Renaming would pass by the rights of the file itself.
    if ((current.mode & 0o222n) === 0n) {
      throw new StorageFailure(
        `Opslaan in ${path} lukt niet: het bestand is alleen te lezen. Geef schrijfrechten. Wat er al stond, is bewaard.`,
      );
    }
  }

  return {
    async read() {
      const data = await readJsonFile(path, schema);
      known = data === null ? null : await statOrNull(path);
      return data;
    },
    async write(data) {
      try {
        await replace(`${JSON.stringify(data, null, 1)}\n`);
      } catch (error) {
        await rm(fresh, { force: true }).catch(() => {});
        throw toStorageFailure(error, path);
      }
    },
  };
}

/** Keeps the file as it is now under its second name; at no moment is there none. */
async function keepPrevious(path: string): Promise<void> {
  const temporary = `${toPreviousPath(path)}.nieuw`;
  await rm(temporary, { force: true });
  // A second name for the same bytes costs nothing; not every disk can do it.
  await link(path, temporary).catch(() => copyFile(path, temporary));
  await rename(temporary, toPreviousPath(path));
}

function isSame(a: BigIntStats, b: BigIntStats | null): boolean {
  return b !== null && a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs;
}

async function statOrNull(path: string): Promise<BigIntStats | null> {
  return stat(path, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/** The file that a symbolic link names, whether it is there or not; any other path as it is. */
function followLinks(path: string): string {
  let file = path;
  // As many as Linux itself follows.
  for (let links = 0; links < 40; links += 1) {
    try {
      file = resolve(dirname(file), readlinkSync(file));
    } catch {
      return file;
    }
  }
  return file;
}

/**
 * Reads a file of the store and checks it; null when it was never made.
 * @throws StorageFailure when it cannot be read or is not whole: it is never started over.
 */
export async function readJsonFile<T>(link: string, schema: z.ZodType<T>): Promise<T | null> {
  const path = followLinks(link);
  const tekst = readOrThrow(path);
  if (tekst === null) {
    const previous = toPreviousPath(path);
    if (readOrThrow(previous) === null) return null;
    throw new StorageFailure(
      `Het bestand ${path} is weg, maar de vorige versie is er nog: ${previous}. Maak daarvan een kopie met de naam ` +
        `${path} en start opnieuw. Wilt u leeg beginnen? Verplaats dan ook ${previous}.`,
    );
  }
  const parsed = parse(tekst, schema);
  if ('data' in parsed) return parsed.data;
  const advice = parsed.isNewer
    ? 'Start de nieuwere versie weer, of zet de reservekopie terug van voor de overstap.'
    : toRecovery(path, schema);
  throw new StorageFailure(`Het bestand ${path} ${parsed.reden}. Er is niets overschreven. ${advice}`);
}

function parse<T>(tekst: string, schema: z.ZodType<T>): { data: T } | { reden: string; isNewer?: true } {
  try {
    const json: unknown = JSON.parse(tekst);
    const version = z.object({ versie: z.number().gt(VERSION) }).safeParse(json);
    if (version.success) return { reden: 'komt van een nieuwere versie van deze server', isNewer: true };
    const result = schema.safeParse(json, { reportInput: false });
    if (result.success) return { data: result.data };
    const place = result.error.issues[0]?.path.join('.') ?? '';
    return { reden: `heeft niet de goede vorm${place === '' ? '' : ` (bij ${place})`}` };
  } catch {
    return { reden: 'is beschadigd of niet compleet: het is geen geldige JSON' };
  }
}

function toRecovery<T>(path: string, schema: z.ZodType<T>): string {
  const previous = toPreviousPath(path);
  return isGood(previous, schema)
    ? `De laatste goede versie is ${previous}. Bewaar het kapotte bestand, kopieer de goede versie naar ${path} en start opnieuw.`
    : 'Er is geen goede vorige versie. Bewaar het bestand, zet een reservekopie terug en start opnieuw.';
}

function isGood<T>(path: string, schema: z.ZodType<T>): boolean {
  try {
    const tekst = readOrThrow(path);
    return tekst !== null && 'data' in parse(tekst, schema);
  } catch {
    return false;
  }
}

/** Waits for the disk: the start can do nothing else yet, and going through the threads of Node for it takes 10 ms. */
function readOrThrow(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new StorageFailure(
      `Het bestand ${path} is niet te lezen (${code}). Er is niets overschreven. ` +
        'Geef de gebruiker van de server leesrechten op dit bestand en start opnieuw.',
    );
  }
}

/** Where the last good version of a file is kept: beside it, as `<name>.vorige.json`. */
function toPreviousPath(path: string): string {
  return `${path.replace(/\.json$/, '')}.vorige.json`;
}
