import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { makeFolders } from '../../../src/storage/folder/disk.ts';
import { takeLock } from '../../../src/storage/folder/folder-lock.ts';
import {
  createFolderRecordsDesk,
  leaveRecordCommand,
  takeOutcome,
} from '../../../src/storage/folder/records-commands.ts';
import { NOW, openTestStore } from '../../support/open-test-store.ts';
import { changeMedewerker, MEDEWERKER, toLine } from '../../support/records.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const folderOf = (dataDir: string) => join(dataDir, 'opdrachten', 'beheer');
const openDesk = (dataDir: string, faults: unknown[] = []) =>
  createFolderRecordsDesk({
    dataDir,
    now: () => NOW,
    onError: (fault) => faults.push(fault),
    patience: 100,
  });

it('what an operator asks waits for a server that has the folder and does nothing, and is done by the next', async () => {
  const dataDir = makeTempDir();
  const lock = await takeLock(dataDir);
  const desk = openDesk(dataDir);
  expect(await desk.commit([changeMedewerker('m1')], [toLine(1)])).toBe('wacht');
  expect(await desk.list('medewerker')).toEqual([]);
  lock.release();
  const { records } = await openTestStore(dataDir);
  await vi.waitFor(async () => expect(await records.list('medewerker')).toHaveLength(1));
  expect(await records.readLog(9)).toEqual([toLine(1)]);
});

it('an instruction that a crash left behind after it was done is not done twice, nor refused', async () => {
  const dataDir = makeTempDir();
  const store = await openTestStore(dataDir);
  const path = await leaveRecordCommand(dataDir, [changeMedewerker('m1')], [toLine(1)], NOW);
  const command = readFileSync(path, 'utf8');
  await vi.waitFor(async () => expect(await takeOutcome(path)).toBe('ok'));
  await store.close();
  writeFileSync(path, command);
  const { records } = await openTestStore(dataDir);
  await vi.waitFor(async () => expect(await takeOutcome(path)).toBe('ok'));
  expect(await records.read('medewerker', 'm1')).toMatchObject({ revision: 1 });
  expect(await records.readLog(9)).toEqual([toLine(1)]);
});

it('an instruction that makes no sense is put aside and told of, and stops no other', async () => {
  const dataDir = makeTempDir();
  const faults: unknown[] = [];
  const { records } = await openTestStore(dataDir, faults);
  const wrong = { kind: 'medewerker', id: 'm2', revision: 0, value: { ...MEDEWERKER, rol: 'baas' } };
  makeFolders(folderOf(dataDir));
  for (const [name, text] of [
    ['1.json', '{'],
    ['2.json', JSON.stringify({ changes: [wrong], log: [] })],
    ['3.json', JSON.stringify({ changes: [{ ...wrong, kind: 'iets' }], log: [] })],
    ['4.json', JSON.stringify({ changes: [changeMedewerker('m1')], log: [] })],
  ] as const)
    writeFileSync(join(folderOf(dataDir), name), text);
  await vi.waitFor(() =>
    expect(readdirSync(folderOf(dataDir)).sort()).toEqual([
      '1.json.geweigerd',
      '2.json.geweigerd',
      '3.json.geweigerd',
      '4.json.ok',
    ]),
  );
  expect(await records.list('medewerker')).toHaveLength(1);
  expect(faults).toHaveLength(3);
  expect(String(faults[0])).toContain('kan niet worden uitgevoerd');
});

it('an operator hears that it cannot be written, and nothing waits then', async () => {
  const dataDir = makeTempDir();
  writeFileSync(join(dataDir, 'beheer.json'), '{');
  await expect(openDesk(dataDir).commit([changeMedewerker('m1')])).rejects.toThrow(
    'beheer.json is beschadigd',
  );
  expect(readdirSync(folderOf(dataDir))).toEqual([]);
  expect(readdirSync(dataDir).sort()).toEqual(['beheer.json', 'opdrachten']);
});

it('an operator hears that what was asked makes no sense', async () => {
  const dataDir = makeTempDir();
  const faults: unknown[] = [];
  const wrong = changeMedewerker('m1', 0, { rol: 'baas' as 'beheerder' });
  await expect(openDesk(dataDir, faults).commit([wrong])).rejects.toThrow(
    'De server kan dit niet uitvoeren.',
  );
  expect(faults).toHaveLength(1);
});
