import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { StorageFailure } from '../../../src/domain/storage-failure.ts';
import { createJsonFile } from '../../../src/storage/folder/create-json-file.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const schema = z.strictObject({ versie: z.literal(1), lijst: z.array(z.string()) });
const toData = (...lijst: string[]) => ({ versie: 1 as const, lijst });

let folder: string;
let path: string;
let previous: string;
const open = () => createJsonFile(path, schema, () => {});
const read = (bestand: string): unknown => JSON.parse(readFileSync(bestand, 'utf8'));

beforeEach(() => {
  folder = makeTempDir();
  path = join(folder, 'proef.json');
  previous = join(folder, 'proef.vorige.json');
});

describe('createJsonFile', () => {
  it('reads what was written, and nothing when there is nothing', async () => {
    expect(await open().read()).toBeNull();
    await open().write(toData('a'));
    expect(await open().read()).toEqual(toData('a'));
  });

  it('keeps the version before, and leaves nothing else behind', async () => {
    const file = open();
    for (const naam of ['a', 'b', 'c']) await file.write(toData(naam));
    expect(read(path)).toEqual(toData('c'));
    expect(read(previous)).toEqual(toData('b'));
    expect(readdirSync(folder).sort()).toEqual(['proef.json', 'proef.vorige.json']);
  });

  it('is for its owner only', async () => {
    await open().write(toData('a'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['truncated', '{"versie":1,"lij', 'is beschadigd of niet compleet'],
    ['empty', '', 'is beschadigd of niet compleet'],
    ['of another form', '{"versie":1,"lijst":[1]}', 'heeft niet de goede vorm (bij lijst.0)'],
  ])('never starts over on a file that is %s', async (_, tekst, reason) => {
    const file = open();
    await file.write(toData('a'));
    await file.write(toData('b'));
    writeFileSync(path, tekst);
    const fault: unknown = await open()
      .read()
      .catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StorageFailure);
    expect(String(fault)).toContain(`Het bestand ${path} ${reason}`);
    expect(String(fault)).toContain('Er is niets overschreven.');
    expect(String(fault)).toContain(`De laatste goede versie is ${previous}.`);
    expect(readFileSync(path, 'utf8')).toBe(tekst);
    expect(read(previous)).toEqual(toData('a'));
  });

  it('does not offer the earlier version in place of a file of a newer version: that would throw away its last write', async () => {
    const file = open();
    await file.write(toData('a'));
    await file.write(toData('b'));
    writeFileSync(path, '{"versie":2}');
    await expect(open().read()).rejects.toThrow(
      /komt van een nieuwere versie van deze server\. Er is niets overschreven\. Start de nieuwere versie weer/,
    );
    expect(readFileSync(path, 'utf8')).toBe('{"versie":2}');
  });

  it('names no earlier version that is broken too', async () => {
    writeFileSync(path, '{');
    writeFileSync(previous, '{');
    await expect(open().read()).rejects.toThrow('Er is geen goede vorige versie.');
  });

  it('does not begin again when only the earlier version is left', async () => {
    writeFileSync(previous, JSON.stringify(toData('a')));
    await expect(open().read()).rejects.toThrow(`is weg, maar de vorige versie is er nog: ${previous}`);
  });

  it('says it when a file cannot be read', async () => {
    mkdirSync(path);
    await expect(open().read()).rejects.toThrow(`Het bestand ${path} is niet te lezen (EISDIR).`);
  });

  it('does not write over what something else changed since', async () => {
    const file = open();
    await file.write(toData('a'));
    truncateSync(path, 3);
    await expect(file.write(toData('b'))).rejects.toThrow('is door iets anders veranderd');
    expect(readFileSync(path, 'utf8')).toHaveLength(3);
    rmSync(path);
    await file.write(toData('c'));
    expect(read(path)).toEqual(toData('c'));
  });

  it('does not write over a file that it has not read', async () => {
    await open().write(toData('a'));
    await expect(open().write(toData('b'))).rejects.toThrow(StorageFailure);
    expect(read(path)).toEqual(toData('a'));
  });

  it('does not pass by a file that is read-only', async () => {
    const file = open();
    await file.write(toData('a'));
    chmodSync(path, 0o400);
    await expect(file.write(toData('b'))).rejects.toThrow('het bestand is alleen te lezen');
    expect(read(path)).toEqual(toData('a'));
    chmodSync(path, 0o600);
    await file.write(toData('b'));
    expect(read(path)).toEqual(toData('b'));
  });

  it.runIf(existsSync('/dev/full'))(
    'loses nothing on a full disk, and goes on when there is room',
    async () => {
      const file = open();
      await file.write(toData('a'));
      // Whatever is written to this device, the disk is full.
      symlinkSync('/dev/full', `${path}.nieuw`);
      await expect(file.write(toData('b'))).rejects.toThrow(
        `Opslaan in ${path} lukt niet: de schijf is vol. Maak ruimte. Wat er al stond, is bewaard.`,
      );
      expect(read(path)).toEqual(toData('a'));
      expect(readdirSync(folder)).toEqual(['proef.json']);
      await file.write(toData('b'));
      expect(read(path)).toEqual(toData('b'));
    },
  );

  it.each([
    ['that is there', true],
    ['that is yet to be made', false],
  ])('writes where a symbolic link points: to a file %s', async (_, isThere) => {
    const volume = makeTempDir();
    const target = join(volume, 'echt');
    if (isThere) writeFileSync(target, JSON.stringify(toData('a')));
    symlinkSync(target, path);
    const file = open();
    expect(await file.read()).toEqual(isThere ? toData('a') : null);
    for (const naam of ['b', 'c']) await file.write(toData(naam));
    expect(read(target)).toEqual(toData('c'));
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(readdirSync(volume).sort()).toEqual(['echt', 'echt.vorige.json']);
    expect(readdirSync(folder)).toEqual(['proef.json']);
    expect(await open().read()).toEqual(toData('c'));
  });

  it('says it when the folder is gone', async () => {
    const file = open();
    rmSync(folder, { recursive: true });
    await expect(file.write(toData('a'))).rejects.toThrow('de map is weg. Zet de map terug.');
  });

  it('asks leave before each write', async () => {
    const file = createJsonFile(path, schema, () => {
      throw new StorageFailure('Nee.');
    });
    await expect(file.write(toData('a'))).rejects.toThrow('Nee.');
    expect(readdirSync(folder)).toEqual([]);
  });
});
