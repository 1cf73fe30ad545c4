import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { StorageFailure } from '../../src/domain/storage-failure.ts';
import { createMailSeal } from '../../src/sending/mail-seal.ts';
import { createSealedStand } from '../../src/stand/sealed-stand.ts';
import { readOrMakeStandSecret } from '../../src/storage/folder/stand-secret-file.ts';
import { readServerSecrets } from '../../src/storage/server-secrets.ts';
import { content } from '../support/real-content.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const createStand = (secrets: () => readonly string[]) =>
  createSealedStand({ secrets, vragen: content.vragen, now: () => new Date() });
const readFrom = (dataDir: string) => async () => readOrMakeStandSecret(dataDir);
const noReason = () => {
  throw new Error('had a secret');
};

it('those of the settings are used, and the storage is not looked into', async () => {
  const secrets = await readServerSecrets({
    given: ['a', 'b'],
    read: () => Promise.reject(new Error('looked into')),
    onMissing: noReason,
  });
  expect(secrets.forStand()).toEqual(['a', 'b']);
  expect(secrets.lasting()).toEqual(['a', 'b']);
});

it('without a folder the questions work and nothing is sealed that must last; with it back both do', async () => {
  const dataDir = join(makeTempDir(), 'data');
  writeFileSync(dataDir, 'nog geen map');
  const reasons: string[] = [];
  const secrets = await readServerSecrets({
    given: undefined,
    read: readFrom(dataDir),
    onMissing: (reason) => reasons.push(reason),
  });
  expect(reasons).toHaveLength(1);
  expect(() => secrets.lasting()).toThrow(StorageFailure);
  const mail = createMailSeal(secrets.lasting);
  expect(() => mail.seal('id', Buffer.from('tekst'))).toThrow(StorageFailure);
  expect(() => mail.hashes('afzender', 'x')).toThrow(StorageFailure);
  const [passing] = secrets.forStand();
  await secrets.reload();
  expect(() => secrets.lasting()).toThrow(StorageFailure);
  expect(reasons).toHaveLength(1);

  rmSync(dataDir);
  await secrets.reload();
  // What is sealed now can be opened after a restart, which reads the same folder.
  const sealed = mail.seal('id', Buffer.from('tekst'));
  const later = await readServerSecrets({ given: undefined, read: readFrom(dataDir), onMissing: noReason });
  expect(createMailSeal(later.lasting).open('id', sealed)?.toString()).toBe('tekst');
  expect(secrets.forStand()).toEqual([...later.forStand(), passing]);
});

it('an address that was made before the folder came back stays valid', async () => {
  const dataDir = join(makeTempDir(), 'data');
  writeFileSync(dataDir, 'nog geen map');
  const secrets = await readServerSecrets({ given: undefined, read: readFrom(dataDir), onMissing: () => {} });
  const seal = createStand(secrets.forStand);
  const before = seal.seal({ acuutGevaar: 'ja' });
  rmSync(dataDir);
  await secrets.reload();
  expect(seal.open(before)).toMatchObject({ antwoorden: { acuutGevaar: 'ja' } });
  expect(createStand(secrets.lasting).open(seal.seal({ acuutGevaar: 'nee' }))).toMatchObject({
    antwoorden: { acuutGevaar: 'nee' },
  });
});
