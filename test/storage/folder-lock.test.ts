import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StorageFailure } from '../../src/domain/storage-failure.ts';
import { isSlotTaken, takeSlot } from '../../src/storage/folder-lock.ts';
import { useCompiledSource } from '../support/compile-source.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const compiled = useCompiledSource();

/** Takes the slot when it is told to, or says why not; then it lives until it is killed. */
const SCRIPT = `
  const { readSync } = await import('node:fs');
  const { takeSlot } = await import(process.argv[1]);
  process.stdout.write('klaar');
  readSync(0, Buffer.alloc(1));
  try {
    takeSlot(process.argv[2]);
    process.stdout.write('genomen');
  } catch (error) {
    process.stdout.write(error.message);
  }
  setInterval(() => {}, 1000);`;

/** Another process that is about to take the slot. */
async function startElsewhere(dataDir: string) {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', SCRIPT, compiled('adapters/store/slot.js'), dataDir],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

/** Tells such processes to take the slot, all at once, and gives what each of them said. */
function letTake(children: readonly Awaited<ReturnType<typeof startElsewhere>>[]): Promise<string[]> {
  const gezegd = children.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]));
  for (const { stdin } of children) stdin.write('1');
  return Promise.all(gezegd);
}

/** Tries to take the slot in another process, and tells what that process said. */
async function takeElsewhere(dataDir: string) {
  const child = await startElsewhere(dataDir);
  const [gezegd] = await letTake([child]);
  return { child, gezegd };
}

describe('takeSlot', () => {
  it('makes the folder, and gives it back', () => {
    const dataDir = join(makeTempDir(), 'nieuw', 'data');
    const slot = takeSlot(dataDir);
    expect(isSlotTaken(dataDir)).toBe(true);
    expect(() => slot.check()).not.toThrow();
    slot.release();
    expect(existsSync(join(dataDir, 'opslag.slot'))).toBe(false);
    expect(isSlotTaken(dataDir)).toBe(false);
    takeSlot(dataDir).release();
  });

  it('refuses a second process while the first lives, with a sentence that names it', async () => {
    const dataDir = makeTempDir();
    const { child, gezegd } = await takeElsewhere(dataDir);
    expect(gezegd).toBe('genomen');
    expect(isSlotTaken(dataDir)).toBe(true);
    expect(() => takeSlot(dataDir)).toThrow(StorageFailure);
    expect(() => takeSlot(dataDir)).toThrow(
      `Er werkt al een server met deze gegevens (proces ${child.pid} op ${hostname()}). Stop die eerst`,
    );
  });

  it('refuses to be taken twice by one process', () => {
    const dataDir = makeTempDir();
    takeSlot(dataDir);
    expect(() => takeSlot(dataDir)).toThrow('Er werkt al een server');
  });

  it('takes over what a killed process left', async () => {
    const dataDir = makeTempDir();
    const { child } = await takeElsewhere(dataDir);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isSlotTaken(dataDir)).toBe(false);
    expect(() => takeSlot(dataDir).check()).not.toThrow();
  });

  it('lets one of several processes that come together take over', async () => {
    const dataDir = makeTempDir();
    writeFileSync(
      join(dataDir, 'opslag.slot'),
      JSON.stringify({ pid: 2 ** 22 + 1, begin: '1', computer: hostname() }),
    );
    const gezegd = await letTake(await Promise.all(Array.from({ length: 6 }, () => startElsewhere(dataDir))));
    expect(gezegd.filter((tekst) => tekst === 'genomen')).toHaveLength(1);
    expect(gezegd.filter((tekst) => tekst.startsWith('Er werkt al een server'))).toHaveLength(5);
  });

  it('takes over from a dead process whose number another one has now', () => {
    const dataDir = makeTempDir();
    const houder = { pid: process.pid, begin: '1', computer: hostname() };
    writeFileSync(join(dataDir, 'opslag.slot'), JSON.stringify(houder));
    expect(() => takeSlot(dataDir).check()).not.toThrow();
  });

  it.each([
    ['another computer', JSON.stringify({ pid: 1, begin: '1', computer: 'een-andere' })],
    ['something unreadable', '{'],
    ['nothing yet', ''],
  ])('does not take over from %s, and says which file to remove', (_, inhoud) => {
    const dataDir = makeTempDir();
    const pad = join(dataDir, 'opslag.slot');
    writeFileSync(pad, inhoud);
    expect(() => takeSlot(dataDir)).toThrow(`Verwijder dan ${pad}.`);
    expect(readFileSync(pad, 'utf8')).toBe(inhoud);
  });

  it('notices that another process took the folder over, and leaves its slot alone', () => {
    const dataDir = makeTempDir();
    const slot = takeSlot(dataDir);
    writeFileSync(join(dataDir, 'opslag.slot'), 'van een ander');
    expect(() => slot.check()).toThrow('Een ander proces heeft de map');
    slot.release();
    expect(readFileSync(join(dataDir, 'opslag.slot'), 'utf8')).toBe('van een ander');
  });

  it('says it when the folder cannot be made', () => {
    const bestand = join(makeTempDir(), 'bestand');
    writeFileSync(bestand, '');
    expect(() => takeSlot(join(bestand, 'data'))).toThrow(/^Opslaan in .*opslag\.slot lukt niet: /);
  });
});
