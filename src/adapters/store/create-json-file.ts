import type { BigIntStats } from 'node:fs';
import { copyFile, link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import { OpslagFout } from '../../domain/ports/opslag-fout.ts';
import { readJsonFile, toOpslagFout, toVorigePad } from './read-json-file.ts';

/**
 * A file for lowdb. Its own file adapter renames too, but does not wait for the disk and writes over what it could not
 * read; this one writes beside the file, waits for the disk, keeps the last good version and then renames.
 * One write at a time. `check` runs before each write and stops it by throwing.
 * @throws OpslagFout from `read` and `write`; after it the file is what it was.
 */
export function createJsonFile<T>(pad: string, schema: z.ZodType<T>, check: () => void): Adapter<T> {
  const nieuw = `${pad}.nieuw`;
  /** The file as this process read or wrote it last; null when it was not there. */
  let bekend: BigIntStats | null = null;

  async function replace(tekst: string): Promise<void> {
    check();
    const huidig = await statOrNull(pad);
    if (huidig) checkHuidig(huidig);
    const geschreven = await writeWhole(nieuw, tekst);
    if (huidig) await keepVorige(pad);
    await rename(nieuw, pad);
    bekend = geschreven;
    await syncFolder(dirname(pad));
  }

  function checkHuidig(huidig: BigIntStats): void {
    if (!isSame(huidig, bekend)) {
      throw new OpslagFout(
        `Het bestand ${pad} is door iets anders veranderd. Er is niets overschreven. ` +
          'Start de server opnieuw: die leest dan wat er nu staat.',
      );
    }
    // Renaming would pass by the rights of the file itself.
    if ((huidig.mode & 0o222n) === 0n) {
      throw new OpslagFout(
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

/** Writes a file and waits until the disk has it. */
async function writeWhole(pad: string, tekst: string): Promise<BigIntStats> {
  const bestand = await open(pad, 'w', 0o600);
  try {
    await bestand.writeFile(tekst);
    await bestand.sync();
    return await bestand.stat({ bigint: true });
  } finally {
    await bestand.close();
  }
}

/** Keeps the file as it is now under its second name; at no moment is there none. */
async function keepVorige(pad: string): Promise<void> {
  const tijdelijk = `${toVorigePad(pad)}.nieuw`;
  await rm(tijdelijk, { force: true });
  // A second name for the same bytes costs nothing; not every disk can do it.
  await link(pad, tijdelijk).catch(() => copyFile(pad, tijdelijk));
  await rename(tijdelijk, toVorigePad(pad));
}

/** Waits until the disk has the new name; some systems cannot, and then it follows within seconds. */
async function syncFolder(map: string): Promise<void> {
  const handle = await open(map, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
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
