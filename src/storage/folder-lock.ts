import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StorageFailure } from '../domain/storage-failure.ts';
import { toOpslagFout } from './write-durably.ts';

const BESTAND = 'opslag.slot';

/** Thrown when another process works with the folder. */
export class MapInGebruik extends StorageFailure {}

/** The data folder in the hands of this process. */
export interface Slot {
  /** @throws StorageFailure when another process has taken the folder over. */
  check(): void;
  /** Gives the folder back. */
  release(): void;
}

/** Who holds the folder: a process, when it began, and on which computer. */
interface Houder {
  readonly pid: number;
  /** Tells a process from a later one with the same number; null where the system does not say. */
  readonly begin: string | null;
  readonly computer: string;
}

/**
 * Takes the data folder for this process alone, so that no two processes write over each other.
 * What a dead process left behind is taken over.
 * @throws MapInGebruik when a living process has it; StorageFailure when the folder cannot be written.
 */
export function takeSlot(dataDir: string): Slot {
  const pad = join(dataDir, BESTAND);
  const inhoud = JSON.stringify({ ...describeSelf(), nummer: randomUUID() });
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (!writeNew(pad, inhoud)) takeOver(pad, inhoud);
  } catch (error) {
    throw toOpslagFout(error, pad);
  }
  return {
    check() {
      if (readOrNull(pad) !== inhoud) {
        throw new StorageFailure(
          `Een ander proces heeft de map ${dataDir} overgenomen, dus deze server schrijft er niet meer in. ` +
            'Laat één server met deze map werken en start die opnieuw.',
        );
      }
    },
    release() {
      if (readOrNull(pad) === inhoud) rmSync(pad, { force: true });
    },
  };
}

/** Whether a process that may be alive holds the folder. */
export function isSlotTaken(dataDir: string): boolean {
  const inhoud = readOrNull(join(dataDir, BESTAND));
  if (inhoud === null) return false;
  const houder = parseHouder(inhoud);
  return houder === null || mayBeAlive(houder);
}

function takeOver(pad: string, inhoud: string): void {
  const gelezen = readOrNull(pad);
  const houder = gelezen === null ? null : parseHouder(gelezen);
  if (gelezen !== null && (houder === null || mayBeAlive(houder))) throw toInGebruik(pad, houder);
  // Moved before it is removed: of two processes that get here together, one moves a slot that it did not look at.
  const opzij = `${pad}.${randomUUID()}`;
  try {
    if (gelezen !== null) renameSync(pad, opzij);
  } catch {
    throw toInGebruik(pad, null);
  }
  const verplaatst = readOrNull(opzij);
  if (verplaatst !== gelezen && verplaatst !== null) writeNew(pad, verplaatst);
  rmSync(opzij, { force: true });
  if (verplaatst !== gelezen || !writeNew(pad, inhoud)) throw toInGebruik(pad, null);
}

/** Writes a file that is not there yet; false when it is. */
function writeNew(pad: string, inhoud: string): boolean {
  try {
    writeFileSync(pad, inhoud, { flag: 'wx', mode: 0o600, flush: true });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // On a full disk an empty file is left, which would look like a slot of another.
    rmSync(pad, { force: true });
    throw error;
  }
}

function toInGebruik(pad: string, houder: Houder | null): MapInGebruik {
  const wie = houder ? ` (proces ${houder.pid} op ${houder.computer})` : '';
  return new MapInGebruik(
    `Er werkt al een server met deze gegevens${wie}. Stop die eerst, of kies met DATA_DIR een andere map. ` +
      `Weet u zeker dat er geen server meer draait? Verwijder dan ${pad}.`,
  );
}

function describeSelf(): Houder {
  return { pid: process.pid, begin: readProces(process.pid)?.begin ?? null, computer: hostname() };
}

/** Whether the process can still be there. One on another computer cannot be asked, so it counts as alive. */
function mayBeAlive({ pid, begin, computer }: Houder): boolean {
  if (computer !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const proces = readProces(pid);
  if (!proces) return true;
  return !proces.isGestopt && (begin === null || proces.begin === begin);
}

/** What Linux says of a process: when it began, in ticks since the computer did; null on other systems. */
function readProces(pid: number): { readonly begin: string | null; readonly isGestopt: boolean } | null {
  // The name of the program, between brackets, may hold spaces and brackets: the fields begin after the last one.
  const velden = readOrNull(`/proc/${pid}/stat`)?.split(')').at(-1)?.trim().split(' ');
  return velden ? { begin: velden[19] ?? null, isGestopt: velden[0] === 'Z' || velden[0] === 'X' } : null;
}

function parseHouder(inhoud: string): Houder | null {
  try {
    const { pid, begin, computer } = JSON.parse(inhoud) as Record<string, unknown>;
    if (!Number.isSafeInteger(pid) || typeof computer !== 'string') return null;
    return { pid: pid as number, begin: typeof begin === 'string' ? begin : null, computer };
  } catch {
    return null;
  }
}

function readOrNull(pad: string): string | null {
  try {
    return readFileSync(pad, 'utf8');
  } catch {
    return null;
  }
}
