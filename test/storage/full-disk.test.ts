import { readdirSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { takeSlot } from '../../src/storage/folder-lock.ts';
import { readOrMakeStandSecret } from '../../src/storage/stand-secret-file.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const schijf = vi.hoisted(() => ({ isVol: false }));

// A full disk still makes a file, and then has no room for what should be in it.
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const writeFileSync: typeof fs.writeFileSync = (pad, inhoud, opties) => {
    fs.writeFileSync(pad, schijf.isVol ? '' : inhoud, opties);
    if (schijf.isVol) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  };
  return { ...fs, writeFileSync };
});

it.each([
  ['the slot', takeSlot, 'de schijf is vol. Maak ruimte'],
  ['the secret', readOrMakeStandSecret, 'is niet te lezen of te maken'],
])(
  'leaves nothing of %s behind on a full disk, so that it can be made when there is room',
  (_, make, uitleg) => {
    const dataDir = makeTempDir();
    schijf.isVol = true;
    expect(() => make(dataDir)).toThrow(uitleg);
    expect(readdirSync(dataDir)).toEqual([]);
    schijf.isVol = false;
    expect(() => make(dataDir)).not.toThrow();
  },
);
