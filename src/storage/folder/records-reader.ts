import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kept, LogEntry, Records } from '../../domain/editing/records.ts';
import { SpoiltRecord, StorageFailure } from '../../domain/storage-failure.ts';
import { checkRecords, toKept, toLogEntry } from '../records-values.ts';
import type { WriteOnceFiles } from './disk.ts';
import {
  findEntry,
  listFiles,
  listIds,
  openRecordFiles,
  RECORDS_FOLDER,
  type RecordEntry,
  type RecordsFile,
  recordsFile,
} from './records-file.ts';
import { readStoreFile } from './store-file.ts';

type RecordsReader = Pick<Records, 'read' | 'list' | 'readLog' | 'findLiveVersion'> & {
  /** A record as JSON, whatever its form; null when there is none. */
  readRaw(kind: string, id: string): Promise<Kept<string> | null>;
};

interface Options {
  /** What the file says now. */
  readonly load: () => Promise<RecordsFile>;
  /** What it names. */
  readonly files: Pick<WriteOnceFiles, 'read'>;
}

/** Reads records by way of the file that names them; also beside the process that writes. */
export function createRecordsReader({ load, files }: Options): RecordsReader {
  async function readText(bestand: string): Promise<string | null> {
    return (await files.read(bestand))?.toString('utf8') ?? null;
  }

  /** Looks again when a file is gone: the record was written anew, or went, since the file that names it was read. */
  async function readEntry(
    kind: string,
    id: string,
    entry: RecordEntry | undefined,
  ): Promise<Kept<string> | null> {
    if (!entry) return null;
    const { revisie: revision } = entry;
    if (!('bestand' in entry)) return { id, revision, value: JSON.stringify(entry.waarde) };
    const text = await readText(entry.bestand);
    if (text !== null) return { id, revision, value: text };
    const again = findEntry(await load(), kind, id);
    if (again && 'bestand' in again && again.bestand === entry.bestand)
      throw toMissing(kind, id, entry.bestand);
    return readEntry(kind, id, again);
  }

  const find = async (kind: string, id: string) => readEntry(kind, id, findEntry(await load(), kind, id));

  async function readLines(bestand: string): Promise<unknown[]> {
    const lines = parse(await readText(bestand));
    if (!Array.isArray(lines)) throw toMissing('logboek', '', bestand);
    return lines;
  }

  const toValue = (raw: Kept<string>) => ({ ...raw, value: parse(raw.value) });

  return {
    async read(kind, id) {
      const raw = await find(kind, id);
      return raw && toKept(kind, toValue(raw));
    },

    async list(kind) {
      const data = await load();
      const found = [];
      for (const id of listIds(data, kind)) {
        const raw = await readEntry(kind, id, findEntry(data, kind, id));
        if (raw) found.push(toKept(kind, toValue(raw)));
      }
      return found;
    },

    async readLog(limit, skip = 0) {
      const { regels, delen } = (await load()).logboek;
      const found: LogEntry[] = [];
      let left = skip;
      const take = async (aantal: number, readAll: () => Promise<readonly unknown[]>) => {
        if (left < aantal && found.length < limit) {
          const lines = (await readAll()).toReversed().slice(left, left + limit - found.length);
          found.push(...lines.map(toLogEntry));
        }
        left = Math.max(0, left - aantal);
      };
      await take(regels.length, async () => regels);
      for (const { bestand, aantal } of delen.toReversed()) await take(aantal, () => readLines(bestand));
      return found;
    },

    findLiveVersion: async () =>
      listIds(await load(), 'versie').reduce((highest, id) => Math.max(highest, Number(id)), 0),

    readRaw: find,
  };
}

/**
 * Looks whether what `/beheer` keeps can be read, beside a server: the records, the content that is live, and whether
 * the other files are there.
 * @throws StorageFailure with the first that cannot.
 */
export async function findRecordFaults(dataDir: string): Promise<void> {
  const data = await readStoreFile(dataDir, recordsFile);
  const files = openRecordFiles(dataDir, () => {});
  await checkRecords(createRecordsReader({ load: async () => data, files }));
  for (const name of listFiles(data)) {
    const path = join(dataDir, RECORDS_FOLDER, name);
    await access(path).catch(() => {
      throw new StorageFailure(`Het bestand ${path} ontbreekt. Zet dat bestand terug uit een reservekopie.`);
    });
  }
}

/** The JSON in a text; undefined, which no form allows, when it is none. */
function parse(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toMissing(kind: string, id: string, bestand: string): SpoiltRecord {
  return new SpoiltRecord(
    `Het bestand ${bestand} bij beheer.json (${`${kind} ${id}`.trim()}) ontbreekt of is beschadigd. Zet dat bestand terug uit een reservekopie.`,
  );
}
