import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Opdracht, opdrachtSchema } from '../../domain/model/melding.ts';
import { toOpslagFout } from './read-json-file.ts';

const MAP = 'opdrachten';

/** An instruction of an operator that waits for the server. */
export interface WachtendeOpdracht {
  readonly pad: string;
  /** Null when the file holds no instruction. */
  readonly opdracht: Opdracht | null;
}

/**
 * Leaves an instruction for the server, safely on disk, and gives the path of its file.
 * Only the server writes the reports, so that a command and the server never write over each other.
 * @throws OpslagFout when it cannot be left.
 */
export async function leaveOpdracht(dataDir: string, opdracht: Opdracht, now: Date): Promise<string> {
  const map = join(dataDir, MAP);
  const pad = join(map, `${now.getTime()}-${randomUUID()}.json`);
  try {
    await mkdir(map, { recursive: true, mode: 0o700 });
    const bestand = await open(`${pad}.nieuw`, 'wx', 0o600);
    try {
      await bestand.writeFile(JSON.stringify(opdracht));
      await bestand.sync();
    } finally {
      await bestand.close();
    }
    // The server looks for names that end in .json: it never sees half an instruction.
    await rename(`${pad}.nieuw`, pad);
    return pad;
  } catch (error) {
    throw toOpslagFout(error, pad);
  }
}

/** The instructions that wait, in the order in which they were given. */
export async function listOpdrachten(dataDir: string): Promise<WachtendeOpdracht[]> {
  const map = join(dataDir, MAP);
  const namen = await readdir(map).catch(() => []);
  const paden = namen.filter((naam) => naam.endsWith('.json')).map((naam) => join(map, naam));
  const gelezen = await Promise.all(paden.sort().map(readOpdracht));
  return gelezen.filter((opdracht) => opdracht !== null);
}

/** Takes an instruction away once it is carried out. */
export async function removeOpdracht({ pad }: WachtendeOpdracht): Promise<void> {
  await rm(pad, { force: true });
}

/** Puts a file that holds no instruction aside, so that it is not tried again and not lost either. */
export async function refuseOpdracht({ pad }: WachtendeOpdracht): Promise<void> {
  await rename(pad, `${pad}.geweigerd`);
}

async function readOpdracht(pad: string): Promise<WachtendeOpdracht | null> {
  const tekst = await readFile(pad, 'utf8').catch(() => null);
  // Carried out and taken away in the meantime.
  if (tekst === null) return null;
  try {
    return { pad, opdracht: opdrachtSchema.parse(JSON.parse(tekst)) };
  } catch {
    return { pad, opdracht: null };
  }
}
