import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readMeldingen } from '../../src/adapters/store/read-meldingen.ts';
import { findFreePort } from '../../src/build/free-port.ts';
import { ask, findWorkers, killWorkers, readRequestLog, startCluster, waitFor } from '../support/cluster.ts';
import {
  CERTIFICAAT,
  GEBRUIKER,
  type Mailserver,
  startMailserver,
  WACHTWOORD,
} from '../support/mail-server.ts';
import { AFZENDER, fillIn, GEHEIM, readLink, TAFELADRES, VAN, VEELPLEGER } from '../support/sending-site.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { createTestZegel } from '../support/test-app.ts';
import { postReport } from '../support/test-server.ts';

const pidsVan = (regels: ReturnType<typeof readRequestLog>) => new Set(regels.map(({ pid }) => pid));

/** Answers every question with "I do not know" where that is possible, up to the advice; gives the last address. */
async function walk(server: ServerProcess): Promise<string> {
  let adres = '/vragen/acuut-gevaar';
  while (adres.startsWith('/vragen/')) {
    const html = await (await ask(server, adres)).text();
    const invoer = [...html.matchAll(/<input[^>]* name="(\w+)"[^>]* value="(\w+)"/g)];
    const [, feit = '', waarde = ''] = invoer.find(([, , keuze]) => keuze === 'nee') ?? invoer.at(-1) ?? [];
    const stap = await ask(server, adres, { method: 'POST', body: new URLSearchParams({ [feit]: waarde }) });
    expect(stap.status, `${adres} ${feit}=${waarde}`).toBe(303);
    adres = stap.headers.get('location') ?? '';
  }
  return adres;
}

describe('two processes for the pages', () => {
  it('share the stand: a journey goes through both, and the primary answers nothing', async () => {
    const server = await startCluster();
    const advies = await walk(server);
    expect(advies).toMatch(/^\/advies\?/);
    expect((await ask(server, advies)).status).toBe(200);
    await waitFor(() => readRequestLog(server).some(({ route }) => route === '/advies'), server);
    const stappen = readRequestLog(server).filter(({ route }) => route === '/vragen/:slug');
    expect(pidsVan(stappen).size).toBe(2);
    expect(pidsVan(readRequestLog(server))).not.toContain(server.child.pid);
  });

  it('have the look of the operator, as the primary read it', async () => {
    const dataDir = makeTempDir();
    const thema = join(dataDir, 'thema');
    mkdirSync(thema);
    writeFileSync(join(thema, 'thema.json'), '{"naam": "Wegwijzer Voorbeeldstad"}');
    writeFileSync(join(thema, 'thema.css'), ':root { --rdm-accent: green; }');
    const server = await startCluster({ DATA_DIR: dataDir });
    writeFileSync(join(thema, 'thema.css'), 'half');
    const [eerste] = await findWorkers(server);
    await killWorkers(server, eerste);
    await findWorkers(server);
    for (const _ of [1, 2, 3, 4]) {
      expect(await (await ask(server, '/thema/thema.css')).text()).toBe(':root { --rdm-accent: green; }');
      expect(await (await ask(server, '/')).text()).toContain('Wegwijzer Voorbeeldstad');
    }
  });

  it('keep all of 200 reports that come in together', async () => {
    const dataDir = makeTempDir();
    const server = await startCluster({ TRUST_PROXY: '1', DATA_DIR: dataDir });
    const teksten = Array.from({ length: 200 }, (_, nummer) => `Melding ${nummer}`);
    const statussen = await Promise.all(
      teksten.map(async (tekst, nummer) => (await postReport(server, tekst, `198.51.100.${nummer}`)).status),
    );
    expect(new Set(statussen)).toEqual(new Set([200]));
    const bewaard = (await readMeldingen(dataDir)).map(({ watMoetHetZijn }) => watMoetHetZijn);
    expect(bewaard.toSorted()).toEqual(teksten.toSorted());
    expect(pidsVan(readRequestLog(server).filter(({ route }) => route === '/klopt-niet')).size).toBe(2);
  });

  it('count together, exactly', async () => {
    const dataDir = makeTempDir();
    const server = await startCluster({ DATA_DIR: dataDir });
    const AANTAL = 150;
    await Promise.all(Array.from({ length: AANTAL }, () => ask(server, '/vragen/acuut-gevaar')));
    const leesPagina = async () => (await ask(server, '/statistiek')).text();
    await waitFor(async () => (await leesPagina()).includes(`Begonnen: ${AANTAL}`), server);
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(pidsVan(readRequestLog(server).filter(({ route }) => route === '/vragen/:slug')).size).toBe(2);
    const [week] = Object.values(
      (JSON.parse(readFileSync(join(dataDir, 'tellingen.json'), 'utf8')) as { weken: object }).weken,
    );
    expect(week).toMatchObject({ gestart: AANTAL, vragen: { acuutGevaar: { gesteld: AANTAL } } });
  });

  it('hold a limit together, also for requests of one moment', async () => {
    const server = await startCluster({ RATE_LIMIT_REPORTS: '6/500', TRUST_PROXY: '1' });
    const statussen = await Promise.all(
      Array.from({ length: 30 }, async (_, nummer) => (await postReport(server, `${nummer}`)).status),
    );
    expect(statussen.filter((status) => status === 200)).toHaveLength(6);
    expect(statussen.filter((status) => status === 429)).toHaveLength(24);
    const geweigerd = await postReport(server, 'nog een');
    expect(geweigerd.status).toBe(429);
    expect(Number(geweigerd.headers.get('retry-after'))).toBeGreaterThan(3_000);
    expect((await postReport(server, 'een ander', '198.51.100.9')).status).toBe(200);
    expect(pidsVan(readRequestLog(server).filter(({ route }) => route === '/klopt-niet')).size).toBe(2);
  });

  it('refuse reports with their text kept when there is no storage, and say once why', async () => {
    const server = await startCluster({ DATA_DIR: '/sys/rdm-wegwijzer' });
    for (const _ of [1, 2]) {
      const antwoord = await postReport(server, 'Het adres is "veranderd".');
      expect(antwoord.status).toBe(503);
      const html = await antwoord.text();
      expect(html).toContain('Uw melding kon niet worden bewaard. Probeer het later opnieuw.');
      expect(html).toContain('Het adres is &quot;veranderd&quot;.');
    }
    // The secret for this run is the same for both processes.
    expect(await walk(server)).toMatch(/^\/advies\?/);
    expect(server.output().match(/GEEN OPSLAG/g)).toHaveLength(1);
    expect(server.output().match(/GEEN BLIJVEND GEHEIM/g)).toHaveLength(1);
  });

  it('give their numbers together, and those of the storage once', async () => {
    const metricsPort = await findFreePort();
    const server = await startCluster({ METRICS_PORT: String(metricsPort) });
    for (let nummer = 1; nummer <= 3; nummer += 1) await postReport(server, `${nummer}`);
    await Promise.all(Array.from({ length: 40 }, () => ask(server, '/overlegtafels')));
    const lees = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    const tekst = await lees();
    expect(tekst).toContain('rdm_http_requests_total{route="/overlegtafels",method="GET",status="200"} 40\n');
    expect(tekst).toContain('rdm_http_request_duration_seconds_count{route="/overlegtafels"} 40\n');
    expect(tekst).toContain('rdm_meldingen 3\n');
    expect(tekst).toContain('rdm_workers 2\n');
    expect(tekst).toContain('nodejs_eventloop_lag_p99_seconds ');
    expect(tekst).toContain('rdm_pdf_seconds');
  });
});

/** Two processes that can send. */
function startSending(mailserver: Mailserver, dataDir: string): Promise<ServerProcess> {
  const caFile = join(makeTempDir(), 'ca.pem');
  writeFileSync(caFile, CERTIFICAAT.cert);
  return startCluster({
    DATA_DIR: dataDir,
    BASE_URL: 'https://wegwijzer.example',
    STAND_SECRETS: GEHEIM,
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(mailserver.poort),
    SMTP_USER: GEBRUIKER,
    SMTP_PASSWORD: WACHTWOORD,
    SMTP_CA_FILE: caFile,
    SMTP_FROM: VAN,
    SMTP_NTA7516: 'ja',
    SMTP_SENDER_DOMAINS: 'gemeente.example',
  });
}

function askToSend(server: ServerProcess): Promise<Response> {
  const stand = createTestZegel(() => new Date(), [GEHEIM]).seal(VEELPLEGER);
  return ask(server, `/verwijzen/topx/versturen?a=${stand}`, {
    method: 'POST',
    body: new URLSearchParams(fillIn('topx', { afzender: AFZENDER })),
  });
}

/** Asks to send, and opens the link that comes by mail; gives what presses the button on its page. */
async function askAndOpen(server: ServerProcess, mailserver: Mailserver) {
  expect((await askToSend(server)).status).toBe(200);
  const { pad, adres, sleutel } = await readLink(mailserver);
  const open = async () => (await ask(server, adres)).text();
  expect(await open()).toContain(TAFELADRES);
  const press = () => ask(server, pad, { method: 'POST', body: new URLSearchParams({ sleutel }) });
  return { open, press };
}

describe('sending by way of a worker', () => {
  it('sends once, with the package, and not again when it is asked again', async () => {
    const mailserver = await startMailserver();
    const server = await startSending(mailserver, makeTempDir());
    const { open, press } = await askAndOpen(server, mailserver);
    expect((await press()).status).toBe(200);
    await waitFor(async () => (await open()).includes('De e-mail is verstuurd'), server);
    expect(mailserver.ontvangen.map(({ aan }) => aan)).toEqual([[AFZENDER], [TAFELADRES]]);
    expect(mailserver.ontvangen[1]?.tekst).toContain('verwijzing-topx-');
    for (const _ of [1, 2]) {
      expect((await askToSend(server)).status).toBe(409);
      expect((await press()).status).toBe(200);
    }
    expect(mailserver.ontvangen).toHaveLength(2);
  });

  it('sends nothing twice when both workers are killed at the press of the button', async () => {
    const mailserver = await startMailserver();
    const server = await startSending(mailserver, makeTempDir());
    const werkprocessen = await findWorkers(server);
    const { open, press } = await askAndOpen(server, mailserver);
    // It may be answered or not, and the primary may have heard of it or not.
    void press().catch(() => null);
    await wait(Math.random() * 20);
    await killWorkers(server, ...werkprocessen);
    expect(await findWorkers(server)).not.toEqual(expect.arrayContaining([...werkprocessen]));
    expect((await press()).status).toBe(200);
    await waitFor(async () => (await open()).includes('De e-mail is verstuurd'), server);
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(mailserver.ontvangen.map(({ aan }) => aan)).toEqual([[AFZENDER], [TAFELADRES]]);
  });
});
