import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorrections } from '../../src/storage/folder/corrections-file.ts';
import { chooseShare } from '../support/long-form.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { postReport, startTestProcess, startTestServer } from '../support/test-server.ts';

const COUNT = 200;
/** Behind a proxy, so that each report comes from a visitor of its own: one visitor may send only a few. */
const ENV = { TRUST_PROXY: '1', LOG_LEVEL: 'silent' };

/** Sends reports, so many at a time, kills the server after a number of thank-yous, and gives the reports thanked for. */
async function sendAndKill(dataDir: string, atOnce: number, later: number): Promise<string[]> {
  const server = await startTestServer({ ...ENV, DATA_DIR: dataDir });
  const confirmed: string[] = [];
  let nummer = 0;
  const send = async () => {
    while (nummer < COUNT) {
      nummer += 1;
      const tekst = `Melding ${nummer} ${'x'.repeat(1_000)}`;
      const antwoord = await postReport(server, tekst, `198.51.100.${nummer}`).catch(() => null);
      if (antwoord === null) return;
      expect(antwoord.status).toBe(200);
      confirmed.push(tekst);
      if (confirmed.length === later) setTimeout(() => server.child.kill('SIGKILL'), Math.random() * 3);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, send));
  expect(await server.ended).toMatchObject({ signal: 'SIGKILL' });
  return confirmed;
}

describe('kill -9 in the middle of 200 reports', () => {
  it.each(
    [
      { atOnce: 50, na: 60 },
      { atOnce: 1, na: 23 },
      { atOnce: 10, na: 101 },
    ].slice(0, chooseShare(2, 3)),
  )('loses none that a visitor was thanked for: $atOnce at once', async ({ atOnce, na }) => {
    const dataDir = makeTempDir();
    const confirmed = await sendAndKill(dataDir, atOnce, na);
    expect(confirmed.length).toBeGreaterThanOrEqual(na);
    expect(confirmed.length).toBeLessThan(COUNT);
    const kept = (await readCorrections(dataDir)).map(({ watMoetHetZijn }) => watMoetHetZijn);
    expect(kept).toEqual(expect.arrayContaining(confirmed));
    expect(new Set(kept).size).toBe(kept.length);

    // The folder is still marked as taken, by a process that is gone: the next start takes it over and goes on.
    expect(existsSync(join(dataDir, 'opslag.slot'))).toBe(true);
    const weer = await startTestServer({ ...ENV, DATA_DIR: dataDir });
    expect((await postReport(weer, 'Na de val.')).status).toBe(200);
    expect(await readCorrections(dataDir)).toHaveLength(kept.length + 1);
  });
});

describe('two servers on one data folder', () => {
  it('the second stops with a sentence that names the first, which goes on', async () => {
    const dataDir = makeTempDir();
    const first = await startTestServer({ DATA_DIR: dataDir });
    const { code, output } = await (await startTestProcess({ DATA_DIR: dataDir })).ended;
    expect(code).toBe(1);
    expect(output).toContain('RDM-wegwijzer start niet.\nEr werkt al een server met deze gegevens');
    expect(output).toContain(`(proces ${first.child.pid} op `);
    expect(output).not.toContain('    at ');
    expect((await postReport(first, 'Nog steeds.')).status).toBe(200);
  });
});
