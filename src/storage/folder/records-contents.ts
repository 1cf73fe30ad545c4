import { join } from 'node:path';
import { type Contents, type KeptRecord, sortRecords } from '../contents.ts';
import { createJsonFile, readJsonFile } from './create-json-file.ts';
import { openRecordFiles, toFileName } from './create-records.ts';
import { isLarge, listIds, type RecordEntry, recordsFile } from './records-file.ts';
import { splitLog } from './records-log.ts';
import { createRecordsReader } from './records-reader.ts';

type RecordContents = Pick<Contents, 'records' | 'logboek'>;

/** Reads all that `/beheer` keeps in a folder. */
export async function readRecords(dataDir: string): Promise<RecordContents> {
  const data =
    (await readJsonFile(join(dataDir, recordsFile.naam), recordsFile.schema)) ?? recordsFile.leeg();
  const files = openRecordFiles(dataDir, () => {});
  const reader = createRecordsReader({ load: async () => data, files });
  const records: KeptRecord[] = [];
  for (const kind of Object.keys(data.records)) {
    for (const id of listIds(data, kind)) {
      const raw = await reader.readRaw(kind, id);
      if (raw) records.push({ kind, id, revision: raw.revision, json: raw.value });
    }
  }
  const newestFirst = await reader.readLog(Number.MAX_SAFE_INTEGER);
  return { records: sortRecords(records), logboek: newestFirst.toReversed() };
}

/** Writes all of it in a folder that keeps none of it yet. */
export async function writeRecords(dataDir: string, { records, logboek }: RecordContents): Promise<void> {
  const files = openRecordFiles(dataDir, () => {});
  const data = recordsFile.leeg();
  for (const record of records) {
    const ofKind = data.records[record.kind] ?? {};
    ofKind[record.id] = await writeEntry(record);
    data.records[record.kind] = ofKind;
  }
  data.logboek = await splitLog(logboek, files, toFileName);
  const file = createJsonFile(join(dataDir, recordsFile.naam), recordsFile.schema, () => {});
  await file.read();
  await file.write(data);

  async function writeEntry({ kind, id, revision: revisie, json }: KeptRecord): Promise<RecordEntry> {
    if (!isLarge(kind)) return { revisie, waarde: JSON.parse(json) };
    const bestand = toFileName(`${kind}-${id}`);
    await files.keep(json, bestand);
    return { revisie, bestand };
  }
}
