import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkStandSecret, readOrMakeStandSecret } from '../../src/storage/stand-secret-file.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const BESTAND = 'stand-secret';

describe('het geheim in de map met gegevens', () => {
  it('wordt één keer gemaakt, en blijft dan hetzelfde', () => {
    const dataDir = join(makeTempDir(), 'nieuw', 'data');
    const eerste = readOrMakeStandSecret(dataDir);
    expect(eerste.length).toBeGreaterThanOrEqual(43);
    expect(readOrMakeStandSecret(dataDir)).toBe(eerste);
    expect(readFileSync(join(dataDir, BESTAND), 'utf8')).toBe(eerste);
  });

  it('is elke keer een ander bij een nieuwe map', () => {
    const geheimen = Array.from({ length: 10 }, () => readOrMakeStandSecret(makeTempDir()));
    expect(new Set(geheimen).size).toBe(10);
  });

  it('is alleen te lezen voor de eigenaar', () => {
    const dataDir = join(makeTempDir(), 'data');
    readOrMakeStandSecret(dataDir);
    expect(statSync(join(dataDir, BESTAND)).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  it('mag van tevoren zijn neergezet, ook met een regeleinde', () => {
    const dataDir = makeTempDir();
    const eigen = 'een eigen geheim van minstens 32 tekens';
    writeFileSync(join(dataDir, BESTAND), `${eigen}\n`);
    expect(readOrMakeStandSecret(dataDir)).toBe(eigen);
  });

  it.each(['', '   \n', 'te kort', 'x'.repeat(31)])(
    'is beschadigd als er %j in staat, en wordt dan niet overschreven',
    (inhoud) => {
      const dataDir = makeTempDir();
      const pad = join(dataDir, BESTAND);
      writeFileSync(pad, inhoud);
      expect(() => readOrMakeStandSecret(dataDir)).toThrow(`Het bestand ${pad} is beschadigd. Verwijder het`);
      expect(readFileSync(pad, 'utf8')).toBe(inhoud);
    },
  );

  it.each<[wat: string, maak: (dir: string) => string]>([
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
        mkdirSync(join(dir, BESTAND));
        return dir;
      },
    ],
  ])('geeft een duidelijke fout als %s', (_wat, maak) => {
    const dataDir = maak(makeTempDir());
    expect(() => readOrMakeStandSecret(dataDir)).toThrow(
      `Het bestand ${join(dataDir, BESTAND)} is niet te lezen of te maken. Geef rechten op de map, of stel STAND_SECRETS in.`,
    );
  });

  it('is te controleren zonder het te maken', () => {
    const dataDir = makeTempDir();
    expect(() => checkStandSecret(dataDir)).not.toThrow();
    expect(existsSync(join(dataDir, BESTAND))).toBe(false);
    readOrMakeStandSecret(dataDir);
    expect(() => checkStandSecret(dataDir)).not.toThrow();
    writeFileSync(join(dataDir, BESTAND), 'kort');
    expect(() => checkStandSecret(dataDir)).toThrow('is beschadigd');
  });
});
