import {
  chmodSync,
  existsSync,
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
import { StorageFailure } from '../../src/domain/storage-failure.ts';
import { createJsonFile } from '../../src/storage/create-json-file.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const schema = z.strictObject({ versie: z.literal(1), lijst: z.array(z.string()) });
const toData = (...lijst: string[]) => ({ versie: 1 as const, lijst });

let map: string;
let pad: string;
let vorige: string;
const open = () => createJsonFile(pad, schema, () => {});
const read = (bestand: string): unknown => JSON.parse(readFileSync(bestand, 'utf8'));

beforeEach(() => {
  map = makeTempDir();
  pad = join(map, 'proef.json');
  vorige = join(map, 'proef.vorige.json');
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
    expect(read(pad)).toEqual(toData('c'));
    expect(read(vorige)).toEqual(toData('b'));
    expect(readdirSync(map).sort()).toEqual(['proef.json', 'proef.vorige.json']);
  });

  it('is for its owner only', async () => {
    await open().write(toData('a'));
    expect(statSync(pad).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['truncated', '{"versie":1,"lij', 'is beschadigd of niet compleet'],
    ['empty', '', 'is beschadigd of niet compleet'],
    ['of another form', '{"versie":1,"lijst":[1]}', 'heeft niet de goede vorm (bij lijst.0)'],
    ['of a newer version', '{"versie":2}', 'komt van een nieuwere versie van deze server'],
  ])('never starts over on a file that is %s', async (_, tekst, reden) => {
    const file = open();
    await file.write(toData('a'));
    await file.write(toData('b'));
    writeFileSync(pad, tekst);
    const fout: unknown = await open()
      .read()
      .catch((error: unknown) => error);
    expect(fout).toBeInstanceOf(StorageFailure);
    expect(String(fout)).toContain(`Het bestand ${pad} ${reden}`);
    expect(String(fout)).toContain('Er is niets overschreven.');
    expect(String(fout)).toContain(`De laatste goede versie is ${vorige}.`);
    expect(readFileSync(pad, 'utf8')).toBe(tekst);
    expect(read(vorige)).toEqual(toData('a'));
  });

  it('names no earlier version that is broken too', async () => {
    writeFileSync(pad, '{');
    writeFileSync(vorige, '{');
    await expect(open().read()).rejects.toThrow('Er is geen goede vorige versie.');
  });

  it('does not begin again when only the earlier version is left', async () => {
    writeFileSync(vorige, JSON.stringify(toData('a')));
    await expect(open().read()).rejects.toThrow(`is weg, maar de vorige versie is er nog: ${vorige}`);
  });

  it('says it when a file cannot be read', async () => {
    mkdirSync(pad);
    await expect(open().read()).rejects.toThrow(`Het bestand ${pad} is niet te lezen (EISDIR).`);
  });

  it('does not write over what something else changed since', async () => {
    const file = open();
    await file.write(toData('a'));
    truncateSync(pad, 3);
    await expect(file.write(toData('b'))).rejects.toThrow('is door iets anders veranderd');
    expect(readFileSync(pad, 'utf8')).toHaveLength(3);
    rmSync(pad);
    await file.write(toData('c'));
    expect(read(pad)).toEqual(toData('c'));
  });

  it('does not write over a file that it has not read', async () => {
    await open().write(toData('a'));
    await expect(open().write(toData('b'))).rejects.toThrow(StorageFailure);
    expect(read(pad)).toEqual(toData('a'));
  });

  it('does not pass by a file that is read-only', async () => {
    const file = open();
    await file.write(toData('a'));
    chmodSync(pad, 0o400);
    await expect(file.write(toData('b'))).rejects.toThrow('het bestand is alleen te lezen');
    expect(read(pad)).toEqual(toData('a'));
    chmodSync(pad, 0o600);
    await file.write(toData('b'));
    expect(read(pad)).toEqual(toData('b'));
  });

  it.runIf(existsSync('/dev/full'))(
    'loses nothing on a full disk, and goes on when there is room',
    async () => {
      const file = open();
      await file.write(toData('a'));
      // Whatever is written to this device, the disk is full.
      symlinkSync('/dev/full', `${pad}.nieuw`);
      await expect(file.write(toData('b'))).rejects.toThrow(
        `Opslaan in ${pad} lukt niet: de schijf is vol. Maak ruimte. Wat er al stond, is bewaard.`,
      );
      expect(read(pad)).toEqual(toData('a'));
      expect(readdirSync(map)).toEqual(['proef.json']);
      await file.write(toData('b'));
      expect(read(pad)).toEqual(toData('b'));
    },
  );

  it('says it when the folder is gone', async () => {
    const file = open();
    rmSync(map, { recursive: true });
    await expect(file.write(toData('a'))).rejects.toThrow('de map is weg. Zet de map terug.');
  });

  it('asks leave before each write', async () => {
    const file = createJsonFile(pad, schema, () => {
      throw new StorageFailure('Nee.');
    });
    await expect(file.write(toData('a'))).rejects.toThrow('Nee.');
    expect(readdirSync(map)).toEqual([]);
  });
});
