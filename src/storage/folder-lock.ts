import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StorageFailure } from '../domain/storage-failure.ts';
import { toStorageFailure } from './write-durably.ts';

const FILE = 'opslag.slot';

/** Thrown when another process works with the folder. */
export class FolderInUse extends StorageFailure {}

/** The data folder in the hands of this process. */
export interface FolderLock {
  /** @throws StorageFailure when another process has taken the folder over. */
  check(): void;
  /** Gives the folder back. */
  release(): void;
}

/** Who holds the folder: a process, when it began, and on which computer. */
interface Holder {
  readonly pid: number;
  /** Tells a process from a later one with the same number; null where the system does not say. */
  readonly begin: string | null;
  readonly computer: string;
}

/**
 * Takes the data folder for this process alone, so that no two processes write over each other.
 * What a dead process left behind is taken over.
 * @throws FolderInUse when a living process has it; StorageFailure when the folder cannot be written.
 */
export function takeLock(dataDir: string): FolderLock {
  const path = join(dataDir, FILE);
  const content = JSON.stringify({ ...describeSelf(), nummer: randomUUID() });
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (!writeNew(path, content)) takeOver(path, content);
  } catch (error) {
    throw toStorageFailure(error, path);
  }
  return {
    check() {
      if (readOrNull(path) !== content) {
        throw new StorageFailure(
          `Een ander proces heeft de map ${dataDir} overgenomen, dus deze server schrijft er niet meer in. ` +
            'Laat één server met deze map werken en start die opnieuw.',
        );
      }
    },
    release() {
      if (readOrNull(path) === content) rmSync(path, { force: true });
    },
  };
}

/** Whether a process that may be alive holds the folder. */
export function isLockTaken(dataDir: string): boolean {
  const content = readOrNull(join(dataDir, FILE));
  if (content === null || content === '') return false;
  const holder = parseHolder(content);
  return holder === null || mayBeAlive(holder);
}

function takeOver(path: string, content: string): void {
  const parsed = readOrNull(path);
  const holder = parsed === null ? null : parseHolder(parsed);
  // An empty one is of no server: a crash or a power cut left it.
  if (parsed !== null && parsed !== '' && (holder === null || mayBeAlive(holder)))
    throw toInUse(path, holder);
  // Moved before it is removed: of two processes that get here together, one moves a slot that it did not look at.
  const aside = `${path}.${randomUUID()}`;
  try {
    if (parsed !== null) renameSync(path, aside);
  } catch {
    throw toInUse(path, null);
  }
  const moved = readOrNull(aside);
  // Back under its own name at once, without writing: in between a third one might come and find none.
  if (moved !== parsed && moved !== null) putBack(aside, path);
  rmSync(aside, { force: true });
  if (moved !== parsed || !writeNew(path, content)) throw toInUse(path, null);
}

/** Gives a file its first name again, where no other has it by now. */
function putBack(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Puts a file where none is yet, whole from its first moment; false when there is one. */
function writeNew(path: string, content: string): boolean {
  const beside = `${path}.${randomUUID()}`;
  try {
    writeFileSync(beside, content, { flag: 'wx', mode: 0o600, flush: true });
    linkSync(beside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}

function toInUse(path: string, holder: Holder | null): FolderInUse {
  const wie = holder ? ` (proces ${holder.pid} op ${holder.computer})` : '';
  return new FolderInUse(
    `Er werkt al een server met deze gegevens${wie}. Stop die eerst, of kies met DATA_DIR een andere map. ` +
      `Weet u zeker dat er geen server meer draait? Verwijder dan ${path}.`,
  );
}

function describeSelf(): Holder {
  return { pid: process.pid, begin: readProcess(process.pid)?.begin ?? null, computer: hostname() };
}

/** Whether the process can still be there. One on another computer cannot be asked, so it counts as alive. */
function mayBeAlive({ pid, begin, computer }: Holder): boolean {
  if (computer !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const child = readProcess(pid);
  if (!child) return true;
  return !child.isStopped && (begin === null || child.begin === begin);
}

/** What Linux says of a process: when it began, in ticks since the computer did; null on other systems. */
function readProcess(pid: number): { readonly begin: string | null; readonly isStopped: boolean } | null {
  // The name of the program, between brackets, may hold spaces and brackets: the fields begin after the last one.
  const velden = readOrNull(`/proc/${pid}/stat`)?.split(')').at(-1)?.trim().split(' ');
  return velden ? { begin: velden[19] ?? null, isStopped: velden[0] === 'Z' || velden[0] === 'X' } : null;
}

function parseHolder(content: string): Holder | null {
  try {
    const { pid, begin, computer } = JSON.parse(content) as Record<string, unknown>;
    if (!Number.isSafeInteger(pid) || typeof computer !== 'string') return null;
    return { pid: pid as number, begin: typeof begin === 'string' ? begin : null, computer };
  } catch {
    return null;
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
