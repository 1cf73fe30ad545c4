import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { LogEntry, RecordChange, Records } from '../../domain/editing/records.ts';
import { toWritten, type WrittenChange } from '../records-values.ts';
import type { Commits } from './create-commits.ts';
import { applyBatch, findEntry, isLarge, listFiles, type RecordsFile } from './records-file.ts';
import { rollLog } from './records-log.ts';
import { createRecordsReader } from './records-reader.ts';
import { createWriteOnceFiles, type WriteOnceFiles } from './write-once-files.ts';

/** The folder of the files that `beheer.json` names; it comes after that by name, so that a copy in that order is whole. */
export const RECORDS_FOLDER = 'beheerbestanden';
/** How long a file that nothing names stays: whoever put back an older `beheer.json` can still put back the newer one. */
const LEFT_BEHIND = 7 * 24 * 3_600_000;
/** How long a file stays after it was replaced, in milliseconds: a copy that is being made may have the older `beheer.json`. */
const GRACE = 600_000;

/** Records, and what only the process that writes them does. */
export interface FolderRecords extends Records {
  /** Does what an operator asked for, once, however often it is called for the same one. */
  carryOut(
    opdracht: string,
    changes: readonly RecordChange[],
    log: readonly LogEntry[],
  ): Promise<'ok' | 'conflict'>;
  /** Wipes what a crash left behind, long ago. */
  wipeLeftovers(): Promise<void>;
  /** Waits for the changes in progress. */
  settle(): Promise<void>;
}

/** Where the files beside `beheer.json` are. `check` runs before each write and stops it by throwing. */
export function openRecordFiles(dataDir: string, check: () => void): WriteOnceFiles {
  return createWriteOnceFiles(join(dataDir, RECORDS_FOLDER), check);
}

/** What became of a commit; `left` are the files that it replaced, null when it wrote nothing. */
interface Outcome {
  readonly isOk: boolean;
  readonly left: readonly string[] | null;
}

/** A file that was replaced. */
interface Gone {
  readonly name: string;
  readonly since: RecordsFile;
  readonly at: number;
}

interface Options {
  readonly commits: Commits<RecordsFile>;
  readonly files: WriteOnceFiles;
  /** How long a file stays after it was replaced, in milliseconds. */
  readonly grace?: number;
}

/**
 * Keeps records by way of `commits`. What is large is written first, in files of which nothing knows; the moment at which
 * the file that names them is replaced is the one at which all of it is there.
 */
export function createRecords({ commits, files, grace = GRACE }: Options): FolderRecords {
  const listeners = new Set<() => void>();
  /** Files that were replaced, what was kept then, and the moment: the version before still names them. */
  let gone: Gone[] = [];
  let rolling: Promise<void> = Promise.resolve();

  /** What cannot be wiped now is wiped at a later start. */
  async function wipe(names: Iterable<string>): Promise<void> {
    for (const name of names) await files.wipe(name).catch(() => {});
  }

  async function keepLarge(changes: readonly WrittenChange[], kept: Map<WrittenChange, string>) {
    for (const change of changes) {
      if (change.json === null || !isLarge(change.kind)) continue;
      const name = toFileName(`${change.kind}-${change.id}`);
      await files.keep(change.json, name);
      kept.set(change, name);
    }
  }

  async function commitAs(
    opdracht: string | null,
    given: readonly RecordChange[],
    lines: readonly LogEntry[],
  ): Promise<'ok' | 'conflict'> {
    const { changes, log } = toWritten(given, lines);
    const fresh = new Map<WrittenChange, string>();
    let left: readonly string[] | null = null;
    let isOk = false;
    try {
      await keepLarge(changes, fresh);
      const batch = { changes, files: fresh, log, opdracht };
      ({ isOk, left } = await commits.commit<Outcome>((data) => {
        const next = applyBatch(data, batch);
        if (next === null || next === data) return { data, result: { isOk: next !== null, left: null } };
        return { data: next, result: { isOk: true, left: listReplaced(data, changes) } };
      }));
    } finally {
      if (left === null) await wipe(fresh.values());
    }
    if (left !== null) await afterwards(changes, left);
    return isOk ? 'ok' : 'conflict';
  }

  /** Apart from the commit, which is done whatever a listener does. */
  function tell(): void {
    for (const listener of listeners) listener();
  }

  async function afterwards(changes: readonly WrittenChange[], left: readonly string[]): Promise<void> {
    const [since, at] = [commits.data, Date.now()];
    const isOver = (one: Gone) => one.since !== since && at - one.at >= grace;
    const over = gone.filter(isOver).map(({ name }) => name);
    gone = [...gone.filter((one) => !isOver(one)), ...left.map((name) => ({ name, since, at }))];
    rolling = rolling.then(() => rollLog(commits, files, toFileName)).catch(() => {});
    if (changes.some(({ kind }) => kind === 'versie')) queueMicrotask(tell);
    await wipe(over);
  }

  const { readRaw: _, ...reader } = createRecordsReader({ load: async () => commits.data, files });
  return {
    ...reader,
    commit: (changes, log = []) => commitAs(null, changes, log),
    carryOut: commitAs,
    onVersion(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    wipeLeftovers: () => files.wipeOthers(listFiles(commits.data), LEFT_BEHIND),
    async settle() {
      await commits.settle();
      await rolling;
    },
  };
}

/** The files of the records as they were before a change of them. */
function listReplaced(data: RecordsFile, changes: readonly WrittenChange[]): string[] {
  const entries = changes.map(({ kind, id }) => findEntry(data, kind, id));
  return entries.flatMap((entry) => (entry && 'bestand' in entry ? [entry.bestand] : []));
}

/** A name that nothing had before, and that says what it is to who looks in the folder. */
export function toFileName(what: string): string {
  return `${what.replaceAll(/[^\w-]/g, '_').slice(0, 100)}-${randomBytes(6).toString('hex')}.json`;
}
