import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolders } from '../../../src/storage/folder/disk.ts';
import { useCompiledSource } from '../../support/compile-source.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const compiled = useCompiledSource();
/** In milliseconds, so that a process which hangs is ended. */
const PATIENCE = 60_000;

/** Opens a data folder in a process of its own, which says what is wrong. */
const SCRIPT = `
  const { chooseStorage } = await import(process.argv[1]);
  const storage = chooseStorage({ dataDir: process.argv[2], database: null, now: () => new Date(), onError() {} });
  await storage.open().then(() => console.log('open'), ({ message }) => console.log(message));
  console.log((await storage.findFaults()).join());
  await storage.readSecret().catch(({ message }) => console.log(message));`;

describe('makeFolders', () => {
  it('makes a folder with those above it, for its owner alone, and says which was the first', () => {
    const root = makeTempDir();
    const deep = join(root, 'a', 'b', 'c');
    expect(makeFolders(deep)).toBe(join(root, 'a'));
    for (const path of [deep, join(root, 'a')]) expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(makeFolders(deep)).toBeUndefined();
    expect(makeFolders(join(root, 'a', 'd'))).toBe(join(root, 'a', 'd'));
  });

  it('takes a link to a folder for that folder, and refuses a file and a link to nothing', () => {
    const root = makeTempDir();
    mkdirSync(join(root, 'map'));
    symlinkSync(join(root, 'map'), join(root, 'link'));
    expect(makeFolders(join(root, 'link'))).toBeUndefined();
    writeFileSync(join(root, 'bestand'), '');
    symlinkSync(join(root, 'nergens'), join(root, 'los'));
    for (const name of ['bestand', 'los']) {
      expect(() => makeFolders(join(root, name))).toThrow('EEXIST');
      expect(() => makeFolders(join(root, name, 'deel'))).toThrow(/ENOTDIR|EEXIST/);
    }
  });

  it.runIf(process.platform === 'linux').each(['/proc/bestaat-niet', '/proc/bestaat-niet/data'])(
    'says so where the system lets no folder come, and does not go on for ever: %s',
    (dataDir) => {
      const args = ['--input-type=module', '-e', SCRIPT, compiled('storage/open-storage.js'), dataDir];
      const { stdout, signal } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: PATIENCE });
      expect(signal).toBeNull();
      const message =
        'De map /proc/bestaat-niet is niet te maken: in /proc kan geen map komen. Kies met DATA_DIR een andere map.';
      expect(stdout.split('\n').slice(0, 2)).toEqual([message, message]);
      expect(stdout).toContain('stand-secret is niet te lezen of te maken');
    },
  );
});
