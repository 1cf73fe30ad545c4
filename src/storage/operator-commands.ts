import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corrections } from '../domain/corrections/corrections.ts';
import { type Command, commandSchema } from '../domain/model/correction.ts';
import { StorageFailure } from '../domain/storage-failure.ts';
import { toOpslagFout, writeDurably } from './write-durably.ts';

const MAP = 'opdrachten';

/** An instruction of an operator that waits for the server. */
interface WachtendeOpdracht {
  readonly pad: string;
  /** Null when the file holds no instruction. */
  readonly opdracht: Command | null;
}

/**
 * Leaves an instruction for the server, safely on disk, and gives the path of its file.
 * Only the server writes the reports, so that a command and the server never write over each other.
 * @throws StorageFailure when it cannot be left.
 */
export async function leaveOpdracht(dataDir: string, opdracht: Command, now: Date): Promise<string> {
  const map = join(dataDir, MAP);
  const pad = join(map, `${now.getTime()}-${randomUUID()}.json`);
  try {
    await mkdir(map, { recursive: true, mode: 0o700 });
    await writeDurably(`${pad}.nieuw`, JSON.stringify(opdracht), 'wx');
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

async function readOpdracht(pad: string): Promise<WachtendeOpdracht | null> {
  const tekst = await readFile(pad, 'utf8').catch(() => null);
  // Carried out and taken away in the meantime.
  if (tekst === null) return null;
  try {
    return { pad, opdracht: commandSchema.parse(JSON.parse(tekst)) };
  } catch {
    return { pad, opdracht: null };
  }
}

interface Opties {
  readonly dataDir: string;
  readonly meldingen: Corrections;
  /** How often to look, in milliseconds. */
  readonly tussentijd: number;
  readonly onFout: (fout: unknown) => void;
}

/** Carries out what operators leave, one after the other, until it is stopped. */
export function watchOpdrachten({ dataDir, meldingen, tussentijd, onFout }: Opties): {
  stop(): Promise<void>;
} {
  let bezig: Promise<void> | null = null;
  let gemeld = false;

  async function carryOut({ pad, opdracht }: WachtendeOpdracht): Promise<void> {
    if (opdracht && (await meldingen.process(opdracht))) return rm(pad, { force: true });
    // Put aside, so that it is not tried again and not lost either.
    await rename(pad, `${pad}.geweigerd`);
    onFout(
      new StorageFailure(
        `De opdracht in ${pad} kan niet worden uitgevoerd en is apart gezet als ${pad}.geweigerd.`,
      ),
    );
  }

  async function look(): Promise<void> {
    try {
      for (const wachtende of await listOpdrachten(dataDir)) await carryOut(wachtende);
      gemeld = false;
    } catch (error) {
      // It stays where it is and is tried again: doing it twice gives the same.
      if (!gemeld) onFout(error);
      gemeld = true;
    }
  }

  const wekker = setInterval(() => {
    bezig ??= look().finally(() => {
      bezig = null;
    });
  }, tussentijd).unref();

  return {
    stop: async () => {
      clearInterval(wekker);
      await bezig;
    },
  };
}
