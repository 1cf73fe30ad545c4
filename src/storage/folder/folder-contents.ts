import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sortCounts } from '../../domain/table-answers/table-answers.ts';
import { type Contents, isEmpty } from '../contents.ts';
import { correctionsFile, readCorrections } from './corrections-file.ts';
import { createJsonFile, readJsonFile, type StoreFile, VERSION } from './create-json-file.ts';
import { RECORDS_FOLDER } from './create-records.ts';
import { outboxFile } from './outbox-file.ts';
import { readRecords, writeRecords } from './records-contents.ts';
import { recordsFile } from './records-file.ts';
import { createSealedFiles } from './sealed-files.ts';
import { STAND_SECRET_FILE } from './stand-secret-file.ts';
import { statisticsFile } from './statistics-file.ts';
import { answersFile } from './table-answers-file.ts';
import { syncFolder, writeDurably } from './write-durably.ts';

const JSON_FILES = [correctionsFile, statisticsFile, outboxFile, answersFile, recordsFile].map(
  ({ naam }) => naam,
);
/** All that the storage makes in its folder, but the slot; what an operator puts there, such as `thema`, is not in it. */
const NAMES = [
  ...JSON_FILES.flatMap((naam) => [naam, naam.replace('.json', '.vorige.json')]),
  'verzendingen',
  'opdrachten',
  RECORDS_FOLDER,
  STAND_SECRET_FILE,
];

/** Reads all that a folder keeps, instructions that wait already carried out. The slot must be in the hands of this process. */
export async function readFolder(dataDir: string): Promise<Contents> {
  const read = async <T>({ naam, schema, leeg }: StoreFile<T>) =>
    (await readJsonFile(join(dataDir, naam), schema)) ?? leeg();
  const { volgende } = await read(correctionsFile);
  const { weken } = await read(statisticsFile);
  const { zendingen } = await read(outboxFile);
  const files = createSealedFiles(dataDir, () => {});
  const verzegeld = new Map<string, Buffer>();
  for (const { bestand } of zendingen) {
    const bytes = bestand === null ? null : await files.read(bestand);
    if (bestand !== null && bytes) verzegeld.set(bestand, bytes);
  }
  const secret = join(dataDir, STAND_SECRET_FILE);
  const geheim = existsSync(secret) ? (await readFile(secret, 'utf8')).trim() : null;
  const { antwoorden, tellingen, ruimte } = await read(answersFile);
  const tafels = { antwoorden, tellingen: sortCounts(tellingen), ruimte };
  return {
    volgende,
    meldingen: await readCorrections(dataDir),
    weken,
    zendingen,
    verzegeld,
    geheim,
    tafels,
    ...(await readRecords(dataDir)),
  };
}

/** Whether a folder keeps nothing yet. */
export async function isFolderEmpty(dataDir: string): Promise<boolean> {
  return isEmpty(await readFolder(dataDir));
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
  const write = async <T>({ naam, schema }: StoreFile<T>, data: T) => {
    const file = createJsonFile(join(dataDir, naam), schema, () => {});
    await file.read();
    await file.write(data);
  };
  await write(statisticsFile, { versie: VERSION, weken });
  await write(outboxFile, { versie: VERSION, zendingen: [...zendingen] });
  const { antwoorden, tellingen, ruimte } = tafels;
  const kept = { antwoorden: [...antwoorden], tellingen: [...tellingen], ruimte: { ...ruimte } };
  await write(answersFile, { versie: VERSION, ...kept });
  await writeRecords(dataDir, contents);
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
