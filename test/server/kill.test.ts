import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMeldingen } from '../../src/storage/corrections-file.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { postReport, startTestProcess, startTestServer } from '../support/test-server.ts';

const AANTAL = 200;
/** Behind a proxy, so that each report comes from a visitor of its own: one visitor may send only a few. */
const ENV = { TRUST_PROXY: '1', LOG_LEVEL: 'silent' };

/** Sends reports, so many at a time, kills the server after a number of thank-yous, and gives the reports thanked for. */
async function sendAndKill(dataDir: string, tegelijk: number, na: number): Promise<string[]> {
  const server = await startTestServer({ ...ENV, DATA_DIR: dataDir });
  const bevestigd: string[] = [];
  let nummer = 0;
  const send = async () => {
    while (nummer < AANTAL) {
      nummer += 1;
      const tekst = `Melding ${nummer} ${'x'.repeat(1_000)}`;
      const antwoord = await postReport(server, tekst, `198.51.100.${nummer}`).catch(() => null);
      if (antwoord === null) return;
      expect(antwoord.status).toBe(200);
      bevestigd.push(tekst);
      if (bevestigd.length === na) setTimeout(() => server.child.kill('SIGKILL'), Math.random() * 3);
    }
  };
  await Promise.all(Array.from({ length: tegelijk }, send));
  expect(await server.ended).toMatchObject({ signal: 'SIGKILL' });
  return bevestigd;
}

describe('kill -9 in the middle of 200 reports', () => {
  it.each([
    { tegelijk: 1, na: 23 },
    { tegelijk: 10, na: 101 },
    { tegelijk: 50, na: 60 },
  ])('loses none that a visitor was thanked for: $tegelijk at once', async ({ tegelijk, na }) => {
    const dataDir = makeTempDir();
    const bevestigd = await sendAndKill(dataDir, tegelijk, na);
    expect(bevestigd.length).toBeGreaterThanOrEqual(na);
    expect(bevestigd.length).toBeLessThan(AANTAL);
    const bewaard = (await readMeldingen(dataDir)).map(({ watMoetHetZijn }) => watMoetHetZijn);
    expect(bewaard).toEqual(expect.arrayContaining(bevestigd));
    expect(new Set(bewaard).size).toBe(bewaard.length);

    // The folder is still marked as taken, by a process that is gone: the next start takes it over and goes on.
    expect(existsSync(join(dataDir, 'opslag.slot'))).toBe(true);
    const weer = await startTestServer({ ...ENV, DATA_DIR: dataDir });
    expect((await postReport(weer, 'Na de val.')).status).toBe(200);
    expect(await readMeldingen(dataDir)).toHaveLength(bewaard.length + 1);
  });
});

describe('two servers on one data folder', () => {
  it('the second stops with a sentence that names the first, which goes on', async () => {
    const dataDir = makeTempDir();
    const eerste = await startTestServer({ DATA_DIR: dataDir });
    const { code, output } = await (await startTestProcess({ DATA_DIR: dataDir })).ended;
    expect(code).toBe(1);
    expect(output).toContain('RDM-wegwijzer start niet.\nEr werkt al een server met deze gegevens');
    expect(output).toContain(`(proces ${eerste.child.pid} op `);
    expect(output).not.toContain('    at ');
    expect((await postReport(eerste, 'Nog steeds.')).status).toBe(200);
  });
});
