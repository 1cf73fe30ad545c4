import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StorageFailure } from '../../src/domain/storage-failure.ts';
import { isLockTaken, takeLock } from '../../src/storage/folder-lock.ts';
import { useCompiledSource } from '../support/compile-source.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const compiled = useCompiledSource();

/** Takes the slot when it is told to, or says why not; then it lives until it is killed. */
const SCRIPT = `
  const { readSync } = await import('node:fs');
  const { takeLock } = await import(process.argv[1]);
  process.stdout.write('klaar');
  readSync(0, Buffer.alloc(1));
  try {
    takeLock(process.argv[2]);
    process.stdout.write('genomen');
  } catch (error) {
    process.stdout.write(error.message);
  }
  setInterval(() => {}, 1000);`;

/** Another process that is about to take the slot. */
async function startElsewhere(dataDir: string) {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', SCRIPT, compiled('storage/folder-lock.js'), dataDir],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

/** Tells such processes to take the slot, all at once, and gives what each of them said. */
function letTake(children: readonly Awaited<ReturnType<typeof startElsewhere>>[]): Promise<string[]> {
  const said = children.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]));
  for (const { stdin } of children) stdin.write('1');
  return Promise.all(said);
}

/** Tries to take the slot in another process, and tells what that process said. */
async function takeElsewhere(dataDir: string) {
  const child = await startElsewhere(dataDir);
  const [said] = await letTake([child]);
  return { child, said };
}

describe('takeLock', () => {
  it('makes the folder, and gives it back', () => {
    const dataDir = join(makeTempDir(), 'nieuw', 'data');
    const lock = takeLock(dataDir);
    expect(isLockTaken(dataDir)).toBe(true);
    expect(() => lock.check()).not.toThrow();
    lock.release();
    expect(existsSync(join(dataDir, 'opslag.slot'))).toBe(false);
    expect(isLockTaken(dataDir)).toBe(false);
    takeLock(dataDir).release();
  });

  it('refuses a second process while the first lives, with a sentence that names it', async () => {
    const dataDir = makeTempDir();
    const { child, said } = await takeElsewhere(dataDir);
    expect(said).toBe('genomen');
    expect(isLockTaken(dataDir)).toBe(true);
    expect(() => takeLock(dataDir)).toThrow(StorageFailure);
    expect(() => takeLock(dataDir)).toThrow(
      `Er werkt al een server met deze gegevens (proces ${child.pid} op ${hostname()}). Stop die eerst`,
    );
  });

  it('refuses to be taken twice by one process', () => {
    const dataDir = makeTempDir();
    takeLock(dataDir);
    expect(() => takeLock(dataDir)).toThrow('Er werkt al een server');
  });

  it('takes over what a killed process left', async () => {
    const dataDir = makeTempDir();
    const { child } = await takeElsewhere(dataDir);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isLockTaken(dataDir)).toBe(false);
    expect(() => takeLock(dataDir).check()).not.toThrow();
  });

  it('lets one of several processes that come together take over', async () => {
    const dataDir = makeTempDir();
    writeFileSync(
      join(dataDir, 'opslag.slot'),
      JSON.stringify({ pid: 2 ** 22 + 1, begin: '1', computer: hostname() }),
    );
    const said = await letTake(await Promise.all(Array.from({ length: 6 }, () => startElsewhere(dataDir))));
    expect(said.filter((tekst) => tekst === 'genomen')).toHaveLength(1);
    expect(said.filter((tekst) => tekst.startsWith('Er werkt al een server'))).toHaveLength(5);
  });

  it('takes over from a dead process whose number another one has now', () => {
    const dataDir = makeTempDir();
    const holder = { pid: process.pid, begin: '1', computer: hostname() };
    writeFileSync(join(dataDir, 'opslag.slot'), JSON.stringify(holder));
    expect(() => takeLock(dataDir).check()).not.toThrow();
  });

  it.each([
    ['another computer', JSON.stringify({ pid: 1, begin: '1', computer: 'een-andere' })],
    ['something unreadable', '{'],
  ])('does not take over from %s, and says which file to remove', (_, content) => {
    const dataDir = makeTempDir();
    const path = join(dataDir, 'opslag.slot');
    writeFileSync(path, content);
    expect(() => takeLock(dataDir)).toThrow(`Verwijder dan ${path}.`);
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('takes over an empty slot, which a crash or a power cut of an older version left', () => {
    const dataDir = makeTempDir();
    writeFileSync(join(dataDir, 'opslag.slot'), '');
    expect(isLockTaken(dataDir)).toBe(false);
    expect(() => takeLock(dataDir).check()).not.toThrow();
  });

  it('notices that another process took the folder over, and leaves its slot alone', () => {
    const dataDir = makeTempDir();
    const lock = takeLock(dataDir);
    writeFileSync(join(dataDir, 'opslag.slot'), 'van een ander');
    expect(() => lock.check()).toThrow('Een ander proces heeft de map');
    lock.release();
    expect(readFileSync(join(dataDir, 'opslag.slot'), 'utf8')).toBe('van een ander');
  });

  it('says it when the folder cannot be made', () => {
    const bestand = join(makeTempDir(), 'bestand');
    writeFileSync(bestand, '');
    expect(() => takeLock(join(bestand, 'data'))).toThrow(/^Opslaan in .*opslag\.slot lukt niet: /);
  });
});
