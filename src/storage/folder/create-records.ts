import type { LogEntry, RecordChange, Records } from '../../domain/editing/records.ts';
import { toWritten } from '../records-values.ts';
import { createListeners } from '../watch.ts';
import type { WriteOnceFiles } from './disk.ts';
import {
  applyBatch,
  type EntryChange,
  findEntry,
  keepValue,
  listFiles,
  listValueFiles,
  openRecordFiles,
  type RecordsFile,
  recordsFile,
  rollLog,
} from './records-file.ts';
import { createRecordsReader } from './records-reader.ts';
import { type Commits, createCommits, openStoreFile } from './store-file.ts';

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

/**
 * Opens what `/beheer` keeps in a folder that this process has. `check` runs before each write and stops it by throwing.
 * @throws StorageFailure when the file is broken, unreadable or of a newer version.
 */
export async function openRecords(dataDir: string, check: () => void): Promise<FolderRecords> {
  const commits = createCommits(await openStoreFile(dataDir, recordsFile, check));
  const records = createRecords({ commits, files: openRecordFiles(dataDir, check) });
  await records.wipeLeftovers();
  return records;
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
  const versions = createListeners();
  /** Files that were replaced, what was kept then, and the moment: the version before still names them. */
  let gone: Gone[] = [];
  let rolling: Promise<void> = Promise.resolve();

  /** What cannot be wiped now is wiped at a later start. */
  async function wipe(names: Iterable<string>): Promise<void> {
    for (const name of names) await files.wipe(name).catch(() => {});
  }

  async function commitAs(
    opdracht: string | null,
    given: readonly RecordChange[],
    lines: readonly LogEntry[],
  ): Promise<'ok' | 'conflict'> {
    const { changes: written, log } = toWritten(given, lines);
    const changes: EntryChange[] = [];
    let left: readonly string[] | null = null;
    let isOk = false;
    try {
      for (const { json, ...change } of written) {
        const entry = json === null ? null : await keepValue(files, { ...change, json }, change.revision + 1);
        changes.push({ ...change, entry });
      }
      ({ isOk, left } = await commits.commit<Outcome>((data) => {
        const next = applyBatch(data, { changes, log, opdracht });
        if (next === null || next === data) return { data, result: { isOk: next !== null, left: null } };
        const replaced = changes.map(({ kind, id }) => findEntry(data, kind, id));
        return { data: next, result: { isOk: true, left: listValueFiles(replaced) } };
      }));
    } finally {
      if (left === null) await wipe(listValueFiles(changes.map(({ entry }) => entry)));
    }
    if (left !== null) await afterwards(changes, left);
    return isOk ? 'ok' : 'conflict';
  }

  async function afterwards(changes: readonly EntryChange[], left: readonly string[]): Promise<void> {
    const [since, at] = [commits.data, Date.now()];
    const isOver = (one: Gone) => one.since !== since && at - one.at >= grace;
    const over = gone.filter(isOver).map(({ name }) => name);
    gone = [...gone.filter((one) => !isOver(one)), ...left.map((name) => ({ name, since, at }))];
    rolling = rolling.then(() => rollLog(commits, files)).catch(() => {});
    // Apart from the commit, which is done whatever a listener does.
    if (changes.some(({ kind }) => kind === 'versie')) queueMicrotask(versions.tell);
    await wipe(over);
  }

  return {
    ...createRecordsReader({ load: async () => commits.data, files }),
    commit: (changes, log = []) => commitAs(null, changes, log),
    carryOut: commitAs,
    onVersion: versions.add,
    wipeLeftovers: () => files.wipeOthers(listFiles(commits.data), LEFT_BEHIND),
    async settle() {
      await commits.settle();
      await rolling;
    },
  };
}
