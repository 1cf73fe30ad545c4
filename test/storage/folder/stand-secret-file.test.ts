import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findStandSecret, readOrMakeStandSecret } from '../../../src/storage/folder/stand-secret-file.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const FILE = 'stand-secret';

describe('het geheim in de map met gegevens', () => {
  it('wordt één keer gemaakt, en blijft dan hetzelfde', () => {
    const dataDir = join(makeTempDir(), 'nieuw', 'data');
    const first = readOrMakeStandSecret(dataDir);
    expect(first.length).toBeGreaterThanOrEqual(43);
    expect(readOrMakeStandSecret(dataDir)).toBe(first);
    expect(readFileSync(join(dataDir, FILE), 'utf8')).toBe(first);
  });

  it('is elke keer een ander bij een nieuwe map', () => {
    const secrets = Array.from({ length: 10 }, () => readOrMakeStandSecret(makeTempDir()));
    expect(new Set(secrets).size).toBe(10);
  });

  it('is alleen te lezen voor de eigenaar', () => {
    const dataDir = join(makeTempDir(), 'data');
    readOrMakeStandSecret(dataDir);
    expect(statSync(join(dataDir, FILE)).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  it('mag van tevoren zijn neergezet, ook met een regeleinde', () => {
    const dataDir = makeTempDir();
    const own = 'een eigen geheim van minstens 32 tekens';
    writeFileSync(join(dataDir, FILE), `${own}\n`);
    expect(readOrMakeStandSecret(dataDir)).toBe(own);
  });

  it.each(['', '   \n', 'te kort', 'x'.repeat(31)])(
    'is beschadigd als er %j in staat, en wordt dan niet overschreven',
    (content) => {
      const dataDir = makeTempDir();
      const path = join(dataDir, FILE);
      writeFileSync(path, content);
      expect(() => readOrMakeStandSecret(dataDir)).toThrow(
        `Het bestand ${path} is beschadigd. Verwijder het`,
      );
      expect(readFileSync(path, 'utf8')).toBe(content);
    },
  );

  it.each<[wat: string, make: (dir: string) => string]>([
    [
      'een bestand staat waar de map hoort',
      (dir) => {
        writeFileSync(join(dir, 'data'), '');
        return join(dir, 'data');
      },
    ],
    [
      'een bestand staat hoger in het pad',
      (dir) => {
        writeFileSync(join(dir, 'data'), '');
        return join(dir, 'data', 'dieper');
      },
    ],
    [
      'een map staat waar het bestand hoort',
      (dir) => {
        mkdirSync(join(dir, FILE));
        return dir;
      },
    ],
  ])('geeft een duidelijke fout als %s', (_what, make) => {
    const dataDir = make(makeTempDir());
    expect(() => readOrMakeStandSecret(dataDir)).toThrow(
      `Het bestand ${join(dataDir, FILE)} is niet te lezen of te maken. Geef rechten op de map, of stel STAND_SECRETS in.`,
    );
  });

  it('is te controleren zonder het te maken', () => {
    const dataDir = makeTempDir();
    expect(findStandSecret(dataDir)).toBeNull();
    expect(existsSync(join(dataDir, FILE))).toBe(false);
    const made = readOrMakeStandSecret(dataDir);
    expect(findStandSecret(dataDir)).toBe(made);
    writeFileSync(join(dataDir, FILE), 'kort');
    expect(() => findStandSecret(dataDir)).toThrow('is beschadigd');
  });
});
