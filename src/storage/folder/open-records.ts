import { join } from 'node:path';
import { Low } from 'lowdb';
import { createCommits } from './create-commits.ts';
import { createJsonFile } from './create-json-file.ts';
import { createRecords, type FolderRecords, openRecordFiles } from './create-records.ts';
import { recordsFile } from './records-file.ts';

/**
 * Opens what `/beheer` keeps in a folder that this process has. `check` runs before each write and stops it by throwing.
 * @throws StorageFailure when the file is broken, unreadable or of a newer version.
 */
export async function openRecords(dataDir: string, check: () => void): Promise<FolderRecords> {
  const { naam, schema, leeg } = recordsFile;
  const low = new Low(createJsonFile(join(dataDir, naam), schema, check), leeg());
  await low.read();
  const records = createRecords({ commits: createCommits(low), files: openRecordFiles(dataDir, check) });
  await records.wipeLeftovers();
  return records;
}
