import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { StorageFailure } from '../../../src/domain/storage-failure.ts';
import { isLockTaken, takeLock } from '../../../src/storage/folder/folder-lock.ts';
import { useCompiledSource } from '../../support/compile-source.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const compiled = useCompiledSource();

/** Takes the slot when it is told to, or says why not; then it lives until it is killed. */
const SCRIPT = `
  const { readSync } = await import('node:fs');
  const { takeLock } = await import(process.argv[1]);
  process.stdout.write('klaar');
  readSync(0, Buffer.alloc(1));
  try {
    await takeLock(process.argv[2]);
    process.stdout.write('genomen');
  } catch (error) {
    process.stdout.write(error.message);
  }
  setInterval(() => {}, 1000);`;

/** Another process that is about to take the slot. */
async function startElsewhere(dataDir: string) {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', SCRIPT, compiled('storage/folder/folder-lock.js'), dataDir],
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
  it('makes the folder, and gives it back', async () => {
    const dataDir = join(makeTempDir(), 'nieuw', 'data');
    const lock = await takeLock(dataDir);
    expect(isLockTaken(dataDir)).toBe(true);
    lock.check();
    lock.release();
    expect(existsSync(join(dataDir, 'opslag.slot'))).toBe(false);
    expect(isLockTaken(dataDir)).toBe(false);
    (await takeLock(dataDir)).release();
  });

  it('refuses a second process while the first lives, with a sentence that names it', async () => {
    const dataDir = makeTempDir();
    const { child, said } = await takeElsewhere(dataDir);
    expect(said).toBe('genomen');
    expect(isLockTaken(dataDir)).toBe(true);
    await expect(takeLock(dataDir)).rejects.toThrow(StorageFailure);
    await expect(takeLock(dataDir)).rejects.toThrow(
      `Er werkt al een server met deze gegevens (proces ${child.pid} op ${hostname()}). Stop die eerst`,
    );
  });

  it('refuses to be taken twice by one process', async () => {
    const dataDir = makeTempDir();
    await takeLock(dataDir);
    await expect(takeLock(dataDir)).rejects.toThrow('Er werkt al een server');
  });

  it('takes over what a killed process left', async () => {
    const dataDir = makeTempDir();
    const { child } = await takeElsewhere(dataDir);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isLockTaken(dataDir)).toBe(false);
    (await takeLock(dataDir)).check();
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

  it('takes over from a dead process whose number another one has now', async () => {
    const dataDir = makeTempDir();
    const holder = { pid: process.pid, begin: '1', computer: hostname() };
    writeFileSync(join(dataDir, 'opslag.slot'), JSON.stringify(holder));
    (await takeLock(dataDir)).check();
  });

  it.each([
    ['another computer', JSON.stringify({ pid: 1, begin: '1', computer: 'een-andere' })],
    ['something unreadable', '{'],
  ])('does not take over from %s, and says which file to remove', async (_, content) => {
    const dataDir = makeTempDir();
    const path = join(dataDir, 'opslag.slot');
    writeFileSync(path, content);
    await expect(takeLock(dataDir)).rejects.toThrow(`Verwijder dan ${path}.`);
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  describe('held in a container of the same name, or on another computer', () => {
    // There, the number of a process means nothing here: it is 1 in each container.
    const holder = JSON.stringify({ pid: 1, begin: '1', computer: hostname(), wereld: 'een andere' });

    it('is not taken over while the other shows that it lives', async () => {
      const dataDir = makeTempDir();
      const path = join(dataDir, 'opslag.slot');
      writeFileSync(path, holder);
      let moment = 0;
      const beating = setInterval(() => utimesSync(path, ++moment, moment), 20);
      onTestFinished(() => clearInterval(beating));
      expect(isLockTaken(dataDir)).toBe(true);
      await expect(takeLock(dataDir, { beat: 1_000, patience: 500 })).rejects.toThrow(
        'Er werkt al een server met deze gegevens (proces 1 op ',
      );
      expect(readFileSync(path, 'utf8')).toBe(holder);
    });

    it('is taken over when the other shows nothing', async () => {
      const dataDir = makeTempDir();
      writeFileSync(join(dataDir, 'opslag.slot'), holder);
      (await takeLock(dataDir, { beat: 1_000, patience: 50 })).check();
    });

    it('shows that it lives, and never on behalf of another', async () => {
      const dataDir = makeTempDir();
      const path = join(dataDir, 'opslag.slot');
      const lock = await takeLock(dataDir, { beat: 10, patience: 50 });
      const sign = () => statSync(path).mtimeMs;
      const first = sign();
      await vi.waitFor(() => expect(sign()).not.toBe(first));
      writeFileSync(path, holder);
      utimesSync(path, 1, 1);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(sign()).toBe(1_000);
      lock.release();
    });
  });

  it('takes over an empty slot, which a crash or a power cut of an older version left', async () => {
    const dataDir = makeTempDir();
    writeFileSync(join(dataDir, 'opslag.slot'), '');
    expect(isLockTaken(dataDir)).toBe(false);
    (await takeLock(dataDir)).check();
  });

  it('notices that another process took the folder over, and leaves its slot alone', async () => {
    const dataDir = makeTempDir();
    const lock = await takeLock(dataDir);
    writeFileSync(join(dataDir, 'opslag.slot'), 'van een ander');
    expect(() => lock.check()).toThrow('Een ander proces heeft de map');
    lock.release();
    expect(readFileSync(join(dataDir, 'opslag.slot'), 'utf8')).toBe('van een ander');
  });

  it('says it when the folder cannot be made', async () => {
    const bestand = join(makeTempDir(), 'bestand');
    writeFileSync(bestand, '');
    await expect(takeLock(join(bestand, 'data'))).rejects.toThrow(/^Opslaan in .*opslag\.slot lukt niet: /);
  });
});
