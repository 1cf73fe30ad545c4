import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StorageFailure } from '../../domain/storage-failure.ts';
import { makeFolders, toStorageFailure, writeNew } from './disk.ts';
import { describeSelf, type Holder, judgeHolder, parseHolder } from './lock-holder.ts';

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

/** In milliseconds. */
interface Signs {
  /** How often the holder shows that it lives. */
  readonly beat: number;
  /** How long to look for such a sign. */
  readonly patience: number;
}

const SIGNS: Signs = { beat: 3_000, patience: 12_000 };

/**
 * Takes the data folder for this process alone, so that no two processes write over each other.
 * What a dead process left behind is taken over; whether one in another container or on another computer is dead shows
 * only after a while.
 * @throws FolderInUse when a living process has it; StorageFailure when the folder cannot be written.
 */
export async function takeLock(dataDir: string, { beat, patience }: Signs = SIGNS): Promise<FolderLock> {
  const path = join(dataDir, FILE);
  const content = JSON.stringify({ ...describeSelf(), nummer: randomUUID() });
  try {
    makeFolders(dataDir);
    if (!writeNew(path, content)) await takeOver(path, content, patience);
  } catch (error) {
    throw toStorageFailure(error, path);
  }
  const isOwn = () => readOrNull(path) === content;
  const timer = setInterval(() => {
    if (isOwn()) showLife(path);
  }, beat).unref();
  return {
    check() {
      if (isOwn()) return;
      throw new StorageFailure(
        `Een ander proces heeft de map ${dataDir} overgenomen, dus deze server schrijft er niet meer in. ` +
          'Laat één server met deze map werken en start die opnieuw.',
      );
    },
    release() {
      clearInterval(timer);
      if (isOwn()) rmSync(path, { force: true });
    },
  };
}

/** Whether a process that may be alive holds the folder. */
export function isLockTaken(dataDir: string): boolean {
  const content = readOrNull(join(dataDir, FILE));
  if (content === null || content === '') return false;
  const holder = parseHolder(content);
  return holder === null || judgeHolder(holder) !== 'weg';
}

async function takeOver(path: string, content: string, patience: number): Promise<void> {
  const found = readOrNull(path);
  const holder = found === null ? null : parseHolder(found);
  // An empty one is of no server: a crash or a power cut left it.
  if (found !== null && found !== '' && (holder === null || (await mayBeAlive(path, holder, patience))))
    throw toInUse(path, holder);
  // Moved before it is removed: of two processes that get here together, one moves a slot that it did not look at.
  const aside = `${path}.${randomUUID()}`;
  try {
    if (found !== null) renameSync(path, aside);
  } catch {
    throw toInUse(path, null);
  }
  const moved = readOrNull(aside);
  // Back under its own name at once, without writing: in between a third one might come and find none.
  if (moved !== found && moved !== null) putBack(aside, path);
  rmSync(aside, { force: true });
  if (moved !== found || !writeNew(path, content)) throw toInUse(path, null);
}

async function mayBeAlive(path: string, holder: Holder, patience: number): Promise<boolean> {
  const verdict = judgeHolder(holder);
  if (verdict !== 'onbekend') return verdict === 'leeft';
  const before = readSign(path);
  await wait(patience);
  return readSign(path) !== before;
}

/** Two clocks are never compared: only whether the sign changes counts. */
function readSign(path: string): string {
  try {
    const { ino, mtimeNs } = statSync(path, { bigint: true });
    return `${ino} ${mtimeNs}`;
  } catch {
    return '';
  }
}

/** A disk that is full or read-only for a moment is no reason to stop: the others see no sign then, and this one checks. */
function showLife(path: string): void {
  try {
    const moment = new Date();
    utimesSync(path, moment, moment);
  } catch {}
}

/** Gives a file its first name again, where no other has it by now. */
function putBack(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function toInUse(path: string, holder: Holder | null): FolderInUse {
  const wie = holder ? ` (proces ${holder.pid} op ${holder.computer})` : '';
  return new FolderInUse(
    `Er werkt al een server met deze gegevens${wie}. Stop die eerst, of kies met DATA_DIR een andere map. ` +
      `Weet u zeker dat er geen server meer draait? Verwijder dan ${path}.`,
  );
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
