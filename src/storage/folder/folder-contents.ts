import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sortCounts } from '../../domain/table-answers/table-answers.ts';
import { type Contents, type KeptRecord, type RecordContents, sortRecords } from '../contents.ts';
import { correctionsFile, readCorrections } from './corrections-file.ts';
import { VERSION } from './create-json-file.ts';
import { syncFolder, writeDurably } from './disk.ts';
import { createSealedFiles, outboxFile, SEALED_FOLDER } from './outbox-file.ts';
import {
  keepValue,
  listIds,
  openRecordFiles,
  RECORDS_FOLDER,
  type RecordsFile,
  recordsFile,
  splitLog,
} from './records-file.ts';
import { createRecordsReader } from './records-reader.ts';
import { findStandSecret, STAND_SECRET_FILE } from './stand-secret-file.ts';
import { statisticsFile } from './statistics-file.ts';
import { openStoreFile, readStoreFile, type StoreFile } from './store-file.ts';
import { answersFile } from './table-answers-file.ts';

const JSON_FILES = [correctionsFile, statisticsFile, outboxFile, answersFile, recordsFile].map(
  ({ naam }) => naam,
);
/** All that the storage makes in its folder, but the slot; what an operator puts there, such as `thema`, is not in it. */
const NAMES = [
  ...JSON_FILES.flatMap((naam) => [naam, naam.replace('.json', '.vorige.json')]),
  SEALED_FOLDER,
  'opdrachten',
  RECORDS_FOLDER,
  STAND_SECRET_FILE,
];

/** Reads all that a folder keeps, instructions that wait already carried out. The slot must be in the hands of this process. */
export async function readFolder(dataDir: string): Promise<Contents> {
  const { volgende } = await readStoreFile(dataDir, correctionsFile);
  const { weken } = await readStoreFile(dataDir, statisticsFile);
  const { zendingen } = await readStoreFile(dataDir, outboxFile);
  const files = createSealedFiles(dataDir, () => {});
  const verzegeld = new Map<string, Buffer>();
  for (const { bestand } of zendingen) {
    const bytes = bestand === null ? null : await files.read(bestand);
    if (bestand !== null && bytes) verzegeld.set(bestand, bytes);
  }
  const { antwoorden, tellingen, ruimte } = await readStoreFile(dataDir, answersFile);
  return {
    volgende,
    meldingen: await readCorrections(dataDir),
    weken,
    zendingen,
    verzegeld,
    geheim: findStandSecret(dataDir),
    tafels: { antwoorden, tellingen: sortCounts(tellingen), ruimte },
    ...(await readRecords(dataDir)),
  };
}

/** Writes all of it in a folder that keeps nothing yet. */
export async function writeFolder(dataDir: string, contents: Contents): Promise<void> {
  const { volgende, meldingen, weken, zendingen, verzegeld, geheim, tafels } = contents;
  const files = createSealedFiles(dataDir, () => {});
  for (const [naam, bytes] of verzegeld) await files.keep(bytes, naam);
  if (geheim !== null) {
    await rm(join(dataDir, STAND_SECRET_FILE), { force: true });
    await writeDurably(join(dataDir, STAND_SECRET_FILE), geheim, 'wx');
  }
  const write = async <T>(file: StoreFile<T>, data: T) => {
    const low = await openStoreFile(dataDir, file, () => {});
    low.data = data;
    await low.write();
  };
  await write(statisticsFile, { versie: VERSION, weken });
  await write(outboxFile, { versie: VERSION, zendingen: [...zendingen] });
  const { antwoorden, tellingen, ruimte } = tafels;
  const kept = { antwoorden: [...antwoorden], tellingen: [...tellingen], ruimte: { ...ruimte } };
  await write(answersFile, { versie: VERSION, ...kept });
  await write(recordsFile, await toRecordsFile(dataDir, contents));
  await write(correctionsFile, { versie: VERSION, volgende, meldingen: [...meldingen] });
}

/** Moves all that a folder keeps into a folder in it, so that no server goes on with it; gives the path. */
export async function setFolderAside(dataDir: string, name: string): Promise<string> {
  const aside = join(dataDir, name);
  await mkdir(aside, { mode: 0o700 });
  for (const naam of NAMES)
    if (existsSync(join(dataDir, naam))) await rename(join(dataDir, naam), join(aside, naam));
  await syncFolder(dataDir);
  return aside;
}

/** Reads all that `/beheer` keeps in a folder. */
async function readRecords(dataDir: string): Promise<RecordContents> {
  const data = await readStoreFile(dataDir, recordsFile);
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

/** Writes the files beside the one that it gives. */
async function toRecordsFile(dataDir: string, { records, logboek }: RecordContents): Promise<RecordsFile> {
  const files = openRecordFiles(dataDir, () => {});
  const data = recordsFile.leeg();
  for (const record of records) {
    const ofKind = data.records[record.kind] ?? {};
    data.records[record.kind] = ofKind;
    ofKind[record.id] = await keepValue(files, record, record.revision);
  }
  return { ...data, logboek: await splitLog(logboek, files) };
}
