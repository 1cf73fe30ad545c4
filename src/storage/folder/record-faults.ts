import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageFailure } from '../../domain/storage-failure.ts';
import { checkRecords } from '../check-records.ts';
import { readJsonFile } from './create-json-file.ts';
import { openRecordFiles, RECORDS_FOLDER } from './create-records.ts';
import { listFiles, recordsFile } from './records-file.ts';
import { createRecordsReader } from './records-reader.ts';

/**
 * Looks whether what `/beheer` keeps can be read, beside a server: the records, the content that is live, and whether
 * the other files are there.
 * @throws StorageFailure with the first that cannot.
 */
export async function findRecordFaults(dataDir: string): Promise<void> {
  const data = await readJsonFile(join(dataDir, recordsFile.naam), recordsFile.schema);
  if (data === null) return;
  const reader = createRecordsReader({ load: async () => data, files: openRecordFiles(dataDir, () => {}) });
  await checkRecords(reader);
  for (const name of listFiles(data)) {
    const path = join(dataDir, RECORDS_FOLDER, name);
    await access(path).catch(() => {
      throw new StorageFailure(`Het bestand ${path} ontbreekt. Zet dat bestand terug uit een reservekopie.`);
    });
  }
}
