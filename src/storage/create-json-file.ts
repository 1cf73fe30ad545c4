import { type BigIntStats, readFileSync } from 'node:fs';
import { copyFile, link, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { StorageFailure } from '../domain/storage-failure.ts';
import { syncFolder, toOpslagFout, writeDurably } from './write-durably.ts';

/** The version of the form in which data is kept. */
export const VERSIE = 1;

/** A file of the store: its name in the data folder, its form, and what is there before the first entry. */
export interface StoreFile<T> {
  readonly naam: string;
  readonly schema: z.ZodType<T>;
  readonly leeg: () => T;
}

/**
 * A file for lowdb. Its own file adapter renames too, but does not wait for the disk and writes over what it could not
 * read; this one writes beside the file, waits for the disk, keeps the last good version and then renames.
 * One write at a time. `check` runs before each write and stops it by throwing.
 * @throws StorageFailure from `read` and `write`; after it the file is what it was.
 */
export function createJsonFile<T>(pad: string, schema: z.ZodType<T>, check: () => void): Adapter<T> {
  const nieuw = `${pad}.nieuw`;
  /** The file as this process read or wrote it last; null when it was not there. */
  let bekend: BigIntStats | null = null;

  async function replace(tekst: string): Promise<void> {
    check();
    const huidig = await statOrNull(pad);
    if (huidig) checkHuidig(huidig);
    const geschreven = await writeDurably(nieuw, tekst, 'w');
    if (huidig) await keepVorige(pad);
    await rename(nieuw, pad);
    bekend = geschreven;
    await syncFolder(dirname(pad));
  }

  function checkHuidig(huidig: BigIntStats): void {
    if (!isSame(huidig, bekend)) {
      throw new StorageFailure(
        `Het bestand ${pad} is door iets anders veranderd. Er is niets overschreven. ` +
          'Start de server opnieuw: die leest dan wat er nu staat.',
      );
    }
    // Renaming would pass by the rights of the file itself.
    if ((huidig.mode & 0o222n) === 0n) {
      throw new StorageFailure(
        `Opslaan in ${pad} lukt niet: het bestand is alleen te lezen. Geef schrijfrechten. Wat er al stond, is bewaard.`,
      );
    }
  }

  return {
    async read() {
      const data = await readJsonFile(pad, schema);
      bekend = data === null ? null : await statOrNull(pad);
      return data;
    },
    async write(data) {
      try {
        await replace(`${JSON.stringify(data, null, 1)}\n`);
      } catch (error) {
        await rm(nieuw, { force: true }).catch(() => {});
        throw toOpslagFout(error, pad);
      }
    },
  };
}

/** Keeps the file as it is now under its second name; at no moment is there none. */
async function keepVorige(pad: string): Promise<void> {
  const tijdelijk = `${toVorigePad(pad)}.nieuw`;
  await rm(tijdelijk, { force: true });
  // A second name for the same bytes costs nothing; not every disk can do it.
  await link(pad, tijdelijk).catch(() => copyFile(pad, tijdelijk));
  await rename(tijdelijk, toVorigePad(pad));
}

function isSame(a: BigIntStats, b: BigIntStats | null): boolean {
  return b !== null && a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs;
}

async function statOrNull(pad: string): Promise<BigIntStats | null> {
  return stat(pad, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/**
 * Reads a file of the store and checks it; null when it was never made.
 * @throws StorageFailure when it cannot be read or is not whole: it is never started over.
 */
export async function readJsonFile<T>(pad: string, schema: z.ZodType<T>): Promise<T | null> {
  const tekst = readOrThrow(pad);
  if (tekst === null) {
    const vorige = toVorigePad(pad);
    if (readOrThrow(vorige) === null) return null;
    throw new StorageFailure(
      `Het bestand ${pad} is weg, maar de vorige versie is er nog: ${vorige}. Maak daarvan een kopie met de naam ` +
        `${pad} en start opnieuw. Wilt u leeg beginnen? Verplaats dan ook ${vorige}.`,
    );
  }
  const gelezen = parse(tekst, schema);
  if ('data' in gelezen) return gelezen.data;
  throw new StorageFailure(
    `Het bestand ${pad} ${gelezen.reden}. Er is niets overschreven. ${toHerstel(pad, schema)}`,
  );
}

function parse<T>(tekst: string, schema: z.ZodType<T>): { data: T } | { reden: string } {
  try {
    const json: unknown = JSON.parse(tekst);
    const versie = z.object({ versie: z.number().gt(VERSIE) }).safeParse(json);
    if (versie.success) return { reden: 'komt van een nieuwere versie van deze server' };
    const resultaat = schema.safeParse(json, { reportInput: false });
    if (resultaat.success) return { data: resultaat.data };
    const plaats = resultaat.error.issues[0]?.path.join('.') ?? '';
    return { reden: `heeft niet de goede vorm${plaats === '' ? '' : ` (bij ${plaats})`}` };
  } catch {
    return { reden: 'is beschadigd of niet compleet: het is geen geldige JSON' };
  }
}

function toHerstel<T>(pad: string, schema: z.ZodType<T>): string {
  const vorige = toVorigePad(pad);
  return isGoed(vorige, schema)
    ? `De laatste goede versie is ${vorige}. Bewaar het kapotte bestand, kopieer de goede versie naar ${pad} en start opnieuw.`
    : 'Er is geen goede vorige versie. Bewaar het bestand, zet een reservekopie terug en start opnieuw.';
}

function isGoed<T>(pad: string, schema: z.ZodType<T>): boolean {
  try {
    const tekst = readOrThrow(pad);
    return tekst !== null && 'data' in parse(tekst, schema);
  } catch {
    return false;
  }
}

/** Waits for the disk: the start can do nothing else yet, and going through the threads of Node for it takes 10 ms. */
function readOrThrow(pad: string): string | null {
  try {
    return readFileSync(pad, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new StorageFailure(
      `Het bestand ${pad} is niet te lezen (${code}). Er is niets overschreven. ` +
        'Geef de gebruiker van de server leesrechten op dit bestand en start opnieuw.',
    );
  }
}

/** Where the last good version of a file is kept: beside it, as `<name>.vorige.json`. */
function toVorigePad(pad: string): string {
  return pad.replace(/\.json$/, '.vorige.json');
}
