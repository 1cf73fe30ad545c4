import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { useCompiledSource } from '../../support/compile-source.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const compiled = useCompiledSource();

/** Sends 200 reports, in small groups at a time, and says of each that it is acknowledged. */
const SCRIPT = `
  const { openStore } = await import(process.argv[1]);
  const { meldingen } = await openStore({ dataDir: process.argv[2], now: () => new Date(), onFout: () => {} });
  const { writeSync } = await import('node:fs');
  let nummer = 0;
  const send = async () => {
    while (nummer < 200) {
      const tekst = 'Melding ' + ++nummer + ' ' + 'x'.repeat(1000);
      const melding = await meldingen.meld({ pagina: '/', veld: 'proef', watMoetHetZijn: tekst });
      writeSync(1, melding.id + ' ' + tekst.split(' ')[1] + '\\n');
    }
  };
  await Promise.all(Array.from({ length: Number(process.argv[3]) }, send));
  setInterval(() => {}, 1000);`;

/** Runs that in a process of its own, kills it after so many acknowledgements, and gives all that were made. */
async function sendAndKill(dataDir: string, tegelijk: number, na: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      SCRIPT,
      compiled('adapters/store/open-store.js'),
      dataDir,
      String(tegelijk),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const bevestigd: string[] = [];
  for await (const regel of createInterface(child.stdout)) {
    bevestigd.push(regel);
    if (bevestigd.length === na) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return bevestigd;
}

describe('kill -9 in the middle of 200 writes', () => {
  it.each([
    { tegelijk: 1, na: 1 },
    { tegelijk: 1, na: 37 },
    { tegelijk: 7, na: 50 },
    { tegelijk: 7, na: 123 },
    { tegelijk: 50, na: 101 },
  ])(
    'loses no report that was acknowledged: $tegelijk at once, killed after $na',
    async ({ tegelijk, na }) => {
      const dataDir = makeTempDir();
      const bevestigd = await sendAndKill(dataDir, tegelijk, na);
      expect(bevestigd.length).toBeGreaterThanOrEqual(na);
      expect(bevestigd.length).toBeLessThan(200);
      const { meldingen } = await openTestStore(dataDir);
      const bewaard = meldingen
        .lijst()
        .map(({ id, watMoetHetZijn }) => `${id} ${watMoetHetZijn.split(' ')[1]}`);
      expect(bewaard).toEqual(expect.arrayContaining(bevestigd));
      expect(new Set(bewaard).size).toBe(bewaard.length);
      // And it goes on.
      expect(
        await meldingen.meld({ pagina: '/', veld: 'proef', watMoetHetZijn: 'Na de val.' }),
      ).not.toBeNull();
    },
  );
});
