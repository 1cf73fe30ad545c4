import { readdirSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { takeLock } from '../../../src/storage/folder/folder-lock.ts';
import { readOrMakeStandSecret } from '../../../src/storage/folder/stand-secret-file.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const disk = vi.hoisted(() => ({ isFull: false }));

// A full disk still makes a file, and then has no room for what should be in it.
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const writeFileSync: typeof fs.writeFileSync = (path, content, options) => {
    fs.writeFileSync(path, disk.isFull ? '' : content, options);
    if (disk.isFull) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  };
  return { ...fs, writeFileSync };
});

it.each([
  ['the slot', takeLock, 'de schijf is vol. Maak ruimte'],
  ['the secret', async (dataDir: string) => readOrMakeStandSecret(dataDir), 'is niet te lezen of te maken'],
])(
  'leaves nothing of %s behind on a full disk, so that it can be made when there is room',
  async (_, make, uitleg) => {
    const dataDir = makeTempDir();
    disk.isFull = true;
    await expect(make(dataDir)).rejects.toThrow(uitleg);
    expect(readdirSync(dataDir)).toEqual([]);
    disk.isFull = false;
    await make(dataDir);
  },
);
