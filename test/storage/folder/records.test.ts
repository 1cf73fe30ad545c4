import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { describe, expect, it, vi } from 'vitest';
import { SpoiltRecord, StorageFailure } from '../../../src/domain/storage-failure.ts';
import { createJsonFile } from '../../../src/storage/folder/create-json-file.ts';
import { createRecords } from '../../../src/storage/folder/create-records.ts';
import { createFolderStorage } from '../../../src/storage/folder/folder-storage.ts';
import { openRecordFiles, recordsFile } from '../../../src/storage/folder/records-file.ts';
import { createCommits } from '../../../src/storage/folder/store-file.ts';
import { NOW, openTestStore } from '../../support/open-test-store.ts';
import { changeMedewerker, publish, saveConcept, toLine } from '../../support/records.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const findFaults = (dataDir: string) =>
  createFolderStorage({ dataDir, now: () => NOW, onError: () => {} }).findFaults();

const folderOf = (dataDir: string) => join(dataDir, 'beheerbestanden');
const list = (dataDir: string, begin: string) =>
  readdirSync(folderOf(dataDir)).filter((name) => name.startsWith(begin));
const sizeOf = (dataDir: string) => statSync(join(dataDir, 'beheer.json')).size;

describe('what /beheer keeps in a folder', () => {
  it('is for its owner only, content and drafts in files of their own', async () => {
    const dataDir = makeTempDir();
    const { records } = await openTestStore(dataDir);
    const files = { 'tables/a.json': 'x'.repeat(100_000) };
    await records.commit([changeMedewerker('m1'), ...publish(1, files), saveConcept('c/../d', 0, files)]);
    await records.commit([changeMedewerker('m1', 1)]);
    expect(sizeOf(dataDir)).toBeLessThan(5_000);
    for (const name of ['beheer.json', 'beheer.vorige.json'])
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);
    expect(statSync(folderOf(dataDir)).mode & 0o777).toBe(0o700);
    const names = readdirSync(folderOf(dataDir)).sort();
    expect(names).toEqual([
      expect.stringMatching(/^concept-c____d-\w{12}\.json$/),
      expect.stringMatching(/^inhoud-000001-\w{12}\.json$/),
    ]);
    for (const name of names) expect(statSync(join(folderOf(dataDir), name)).mode & 0o777).toBe(0o600);
  });

  it('costs no more to write when the log is long', async () => {
    const dataDir = makeTempDir();
    const store = await openTestStore(dataDir);
    for (let round = 0; round < 12; round += 1) {
      for (let part = 0; part < 3; part += 1)
        await store.records.commit(
          [],
          Array.from({ length: 100 }, (_, number) => toLine(number)),
        );
      // What is old is moved beside what is written, and on a busy machine later: fewer than 500 lines stay, of 3,600.
      await vi.waitFor(() => expect(sizeOf(dataDir)).toBeLessThan(100_000));
    }
    await store.close();
    const parts = list(dataDir, 'logboek-');
    expect(parts.length).toBeGreaterThanOrEqual(12);
    const before = parts.map((name) => statSync(join(folderOf(dataDir), name)).mtimeMs);
    const again = await openTestStore(dataDir);
    await again.records.commit(
      [],
      Array.from({ length: 100 }, (_, number) => toLine(number)),
    );
    expect(parts.map((name) => statSync(join(folderOf(dataDir), name)).mtimeMs)).toEqual(before);
    expect(await again.records.readLog(10_000)).toHaveLength(3_700);
  });

  it('goes on with the log when a part of it cannot be written, and moves that later', async () => {
    const dataDir = makeTempDir();
    const { records } = await openTestStore(dataDir);
    const lines = Array.from({ length: 600 }, (_, number) => toLine(number));
    // Where the folder should come.
    writeFileSync(folderOf(dataDir), '');
    await records.commit([], lines);
    await records.commit([], [toLine(600)]);
    expect(await records.readLog(1_000)).toHaveLength(601);
    rmSync(folderOf(dataDir));
    await records.commit([], [toLine(601)]);
    expect((await records.readLog(1_000)).map(({ over }) => over)).toEqual(
      Array.from({ length: 602 }, (_, number) => `Concept ${601 - number}`),
    );
  });

  it('loses the file of a draft that was written anew, after a while', async () => {
    const dataDir = makeTempDir();
    const low = new Low(
      createJsonFile(join(dataDir, 'beheer.json'), recordsFile.schema, () => {}),
      recordsFile.leeg(),
    );
    await low.read();
    const options = { commits: createCommits(low), files: openRecordFiles(dataDir, () => {}) };
    const records = createRecords({ ...options, grace: 0 });
    for (const revision of [0, 1, 2]) await records.commit([saveConcept('c', revision, { revision })]);
    // The version before of `beheer.json` still names one.
    expect(list(dataDir, 'concept-')).toHaveLength(2);
    const patient = createRecords(options);
    for (const revision of [3, 4]) await patient.commit([saveConcept('c', revision, { revision })]);
    expect(list(dataDir, 'concept-')).toHaveLength(4);
    expect((await patient.read('concept', 'c'))?.value.bestanden).toEqual({ revision: 4 });
  });

  it('leaves nothing of what was refused, or could not be written', async () => {
    const dataDir = makeTempDir();
    const { records } = await openTestStore(dataDir);
    await records.commit([saveConcept('c', 0, { a: 1 })]);
    const before = readdirSync(folderOf(dataDir));
    const change = [saveConcept('c', 1, { a: 2 }), ...publish(1, { a: 2 })];
    expect(await records.commit([...change, changeMedewerker('m1', 4)])).toBe('conflict');
    mkdirSync(join(dataDir, 'beheer.json.nieuw'));
    await expect(records.commit(change)).rejects.toThrow('beheer.json lukt niet');
    expect(readdirSync(folderOf(dataDir))).toEqual(before);
    rmdirSync(join(dataDir, 'beheer.json.nieuw'));
    // Where the folder should be.
    renameSync(folderOf(dataDir), join(dataDir, 'weg'));
    writeFileSync(folderOf(dataDir), '');
    await expect(records.commit(change, [toLine(1)])).rejects.toThrow(StorageFailure);
    expect(await records.findLiveVersion()).toBe(0);
    expect(await records.readLog(9)).toEqual([]);
    rmSync(folderOf(dataDir));
    renameSync(join(dataDir, 'weg'), folderOf(dataDir));
    expect(await records.commit(change, [toLine(1)])).toBe('ok');
    expect(await records.read('concept', 'c')).toMatchObject({ value: { bestanden: { a: 2 } } });
  });

  it('wipes what a crash left behind at a start, when it is old', async () => {
    const dataDir = makeTempDir();
    const first = await openTestStore(dataDir);
    await first.records.commit(publish(1, { a: 1 }));
    await first.close();
    const longAgo = new Date(Date.now() - 8 * 24 * 3_600_000);
    for (const name of ['inhoud-000002-oud.json', 'inhoud-000002-nieuw.json'])
      writeFileSync(join(folderOf(dataDir), name), '{"ha');
    utimesSync(join(folderOf(dataDir), 'inhoud-000002-oud.json'), longAgo, longAgo);
    for (const name of list(dataDir, 'inhoud-000001'))
      utimesSync(join(folderOf(dataDir), name), longAgo, longAgo);
    const { records } = await openTestStore(dataDir);
    expect(list(dataDir, 'inhoud-000002')).toEqual(['inhoud-000002-nieuw.json']);
    expect(await records.commit(publish(2, { a: 2 }))).toBe('ok');
    expect(await records.read('inhoud', '000001')).toMatchObject({ value: { a: 1 } });
    expect(await records.read('inhoud', '000002')).toMatchObject({ value: { a: 2 } });
  });

  it.each([
    ['is gone', (path: string) => rmSync(path)],
    ['is half', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').slice(0, -2))],
  ])('says which file %s, and reads the rest', async (_name, harm) => {
    const dataDir = makeTempDir();
    const { records } = await openTestStore(dataDir);
    for (const nummer of [1, 2]) await records.commit(publish(nummer, { nummer }));
    for (const name of list(dataDir, 'inhoud-000002')) harm(join(folderOf(dataDir), name));
    await expect(records.read('inhoud', '000002')).rejects.toThrow(SpoiltRecord);
    await expect(records.read('inhoud', '000002')).rejects.toThrow('inhoud 000002');
    expect(await records.read('inhoud', '000001')).toMatchObject({ value: { nummer: 1 } });
    expect(await findFaults(dataDir)).toEqual([expect.stringContaining('inhoud 000002')]);
  });

  it('is named by a look at the folder when a file of older content is gone', async () => {
    const dataDir = makeTempDir();
    const { records } = await openTestStore(dataDir);
    for (const nummer of [1, 2]) await records.commit(publish(nummer, { nummer }));
    expect(await findFaults(dataDir)).toEqual([]);
    for (const name of list(dataDir, 'inhoud-000001')) rmSync(join(folderOf(dataDir), name));
    expect(await findFaults(dataDir)).toEqual([
      expect.stringMatching(/inhoud-000001-\w+\.json ontbreekt\. Zet dat bestand terug/),
    ]);
  });

  it('is no longer written when another process took the folder over', async () => {
    const dataDir = makeTempDir();
    const { records } = await openTestStore(dataDir);
    writeFileSync(join(dataDir, 'opslag.slot'), 'van een ander');
    for (const changes of [[changeMedewerker('m1')], publish(1)])
      await expect(records.commit(changes)).rejects.toThrow('Een ander proces heeft de map');
    expect(readdirSync(dataDir)).toEqual(['opslag.slot']);
  });

  it('keeps what a newer version knows and this one does not', async () => {
    const dataDir = makeTempDir();
    const first = await openTestStore(dataDir);
    await first.records.commit([changeMedewerker('m1')]);
    await first.close();
    const path = join(dataDir, 'beheer.json');
    const data = JSON.parse(readFileSync(path, 'utf8'));
    data.records.nieuw = { x: { revisie: 3, waarde: { z: 1, a: 2 } } };
    writeFileSync(path, JSON.stringify(data));
    const { records } = await openTestStore(dataDir);
    expect(await records.commit([changeMedewerker('m1', 1)])).toBe('ok');
    expect(JSON.parse(readFileSync(path, 'utf8')).records.nieuw).toEqual(data.records.nieuw);
  });
});
