import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorrections } from '../../src/storage/folder/corrections-file.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { postReport, startTestServer } from '../support/test-server.ts';

const TEXT = 'Het adres is "veranderd" & anders.';

/** What a visitor meets: whether everything that needs no storage works, and what a report gets. */
async function visit(server: ServerProcess, health = 503, text = TEXT) {
  expect((await fetch(`${server.url}/gezond`)).status).toBe(health);
  const paths = ['/', '/vragen/acuut-gevaar', '/overlegtafels', '/statistiek', '/zoeken?q=topx'];
  for (const path of paths) expect((await fetch(server.url + path)).status, path).toBe(200);
  const stap = await fetch(`${server.url}/vragen/acuut-gevaar`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ acuutGevaar: 'ja' }),
  });
  expect(stap.status).toBe(303);
  expect((await fetch(new URL(stap.headers.get('location') ?? '', server.url))).status).toBe(200);
  const antwoord = await postReport(server, text);
  return { status: antwoord.status, html: await antwoord.text() };
}

/** The report form again, with the reason and with everything that was typed. */
function expectRefusal({ status, html }: Awaited<ReturnType<typeof visit>>): void {
  expect(status).toBe(503);
  expect(html).toContain('Uw melding kon niet worden bewaard. Probeer het later opnieuw.');
  expect(html).toContain('Het adres is &quot;veranderd&quot; &amp; anders.');
}

/** All files of a folder with their contents. */
function readAll(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((naam) => [naam, readFileSync(join(folder, naam), 'utf8')]),
  );
}

describe('a data folder that cannot be used', () => {
  // What holds for root as well: a file where a folder belongs, and a file system in which nobody makes folders.
  it.each([
    ['a file stands in its place', (folder: string) => join(folder, 'bestand')],
    ['it cannot be made', () => '/sys/rdm-wegwijzer'],
  ])('leaves the site working, with a warning and a secret for this run: %s', async (_, toDataDir) => {
    const folder = makeTempDir();
    writeFileSync(join(folder, 'bestand'), 'van een ander');
    const dataDir = toDataDir(folder);
    const server = await startTestServer({ DATA_DIR: dataDir });
    expectRefusal(await visit(server));
    expect(server.output()).toMatch(/"level":40.*GEEN OPSLAG/);
    expect(server.output()).toMatch(/"level":40.*GEEN BLIJVEND GEHEIM/);
    expect(server.output()).toContain(`Opslaan in ${join(dataDir, 'opslag.slot')} lukt niet`);
    expect(readAll(folder)).toEqual({ bestand: 'van een ander' });
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0 });
  });

  it('does not matter for the stand when STAND_SECRETS is given', async () => {
    const server = await startTestServer({ DATA_DIR: '/sys/rdm', STAND_SECRETS: 's'.repeat(32) });
    expectRefusal(await visit(server));
    expect(server.output()).toContain('GEEN OPSLAG');
    expect(server.output()).not.toContain('GEEN BLIJVEND GEHEIM');
  });
});

describe('a data file that cannot be used', () => {
  const WHOLE = '{"versie":1,"volgende":1,"meldingen":[]}';

  it('is left as it is, the last good copy is named, and the site works', async () => {
    const dataDir = makeTempDir();
    const path = join(dataDir, 'meldingen.json');
    const previous = join(dataDir, 'meldingen.vorige.json');
    const broken = WHOLE.slice(0, 20);
    writeFileSync(path, broken);
    writeFileSync(previous, WHOLE);
    const server = await startTestServer({ DATA_DIR: dataDir });
    expectRefusal(await visit(server));
    expect(server.output()).toContain(`Het bestand ${path} is beschadigd of niet compleet`);
    expect(server.output()).toContain(`De laatste goede versie is ${previous}.`);
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    const { 'stand-secret': _, ...files } = readAll(dataDir);
    expect(files).toEqual({ 'meldingen.json': broken, 'meldingen.vorige.json': WHOLE });
  });

  it('is left as it is: unreadable', async () => {
    const dataDir = makeTempDir();
    mkdirSync(join(dataDir, 'meldingen.json'));
    const server = await startTestServer({ DATA_DIR: dataDir });
    expectRefusal(await visit(server));
    expect(server.output()).toContain('meldingen.json is niet te lezen (EISDIR)');
  });

  it('is left as it is, and the site works: a damaged secret', async () => {
    const dataDir = makeTempDir();
    writeFileSync(join(dataDir, 'stand-secret'), 'kort');
    const server = await startTestServer({ DATA_DIR: dataDir });
    expect((await visit(server, 200)).status).toBe(200);
    expect(server.output()).toContain('stand-secret is beschadigd. Verwijder het');
    expect(readFileSync(join(dataDir, 'stand-secret'), 'utf8')).toBe('kort');
  });
});

describe('a full disk', () => {
  it.runIf(existsSync('/dev/full'))(
    'refuses reports with their text kept, serves the rest, and recovers when there is room',
    async () => {
      const dataDir = makeTempDir();
      const fresh = join(dataDir, 'meldingen.json.nieuw');
      const server = await startTestServer({ DATA_DIR: dataDir });
      expect((await visit(server, 200, 'Een andere melding.')).status).toBe(200);
      const first = await readCorrections(dataDir);
      for (const _ of [1, 2]) {
        // Whatever is written to this device, the disk is full; the server takes the name away after each try.
        symlinkSync('/dev/full', fresh);
        // Nobody can tell that before somebody wants something kept.
        expectRefusal(await visit(server, 200));
        rmSync(fresh, { force: true });
      }
      expect(server.output()).toContain('de schijf is vol. Maak ruimte');
      expect(await readCorrections(dataDir)).toEqual(first);
      expect((await visit(server, 200)).status).toBe(200);
      expect(await readCorrections(dataDir)).toHaveLength(2);
    },
  );
});
