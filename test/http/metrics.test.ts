import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/http/metrics.ts';
import { findFreePort } from '../support/free-port.ts';
import { send, startLiveServer } from '../support/live-server.ts';
import { content } from '../support/real-content.ts';
import { useSourceServer } from '../support/source-server.ts';
import { createTestApp, SPACIOUS } from '../support/test-app.ts';

const startServer = useSourceServer();

describe('de metingen', () => {
  it('tellen aanvragen per route, methode en status, met hun tijd', async () => {
    const metrics = createMetrics();
    const port = await startLiveServer(createTestApp({ metrics }));
    await send(port, 'GET', '/vragen/acuut-gevaar');
    await send(port, 'GET', '/vragen/bestaat-niet');
    await send(port, 'GET', '/overlegtafels');
    await send(port, 'HEAD', '/overlegtafels');
    await send(port, 'GET', '/wie-weet-wat/er-hier-staat');
    await send(port, 'GET', '/%zz');
    await send(port, 'POST', '/api/v1/adviezen', {
      headers: { 'Content-Type': 'application/json' },
      body: '{',
    });
    const tekst = await metrics.registry.metrics();
    for (const [route, method, status, count] of [
      ['/vragen/:slug', 'GET', 200, 1],
      ['/vragen/:slug', 'GET', 404, 1],
      ['/overlegtafels', 'GET', 200, 1],
      ['/overlegtafels', 'HEAD', 200, 1],
      ['(onbekend)', 'GET', 404, 1],
      ['(onbekend)', 'GET', 400, 1],
      ['/api/v1/adviezen', 'POST', 400, 1],
    ])
      expect(tekst).toContain(
        `rdm_http_requests_total{route="${route}",method="${method}",status="${status}"} ${count}\n`,
      );
    expect(tekst).toContain('rdm_http_request_duration_seconds_count{route="/vragen/:slug"} 2\n');
    expect(tekst).toContain('rdm_http_requests_in_flight 0\n');
    expect(tekst).toContain('process_resident_memory_bytes ');
    expect(tekst).toContain('nodejs_eventloop_lag_p99_seconds ');
  });

  it("tellen alle pagina's van één soort samen, zodat hun aantal niet meegroeit met de inhoud", async () => {
    const metrics = createMetrics();
    const port = await startLiveServer(createTestApp({ metrics }));
    const { contents } = JSON.parse((await send(port, 'GET', '/api/v1/hsds/services')).text);
    for (const path of [
      '/gemeenten',
      '/gemeenten/almelo',
      '/gemeenten/borne',
      '/gemeenten/almelo/contact.vcf',
      '/organisaties/politie',
      '/api/v1/gemeenten',
      '/api/v1/gemeenten/almelo',
      `/api/v1/hsds/services/${contents[0].id}`,
      '/api/v1/hsds',
      '/',
      '/gemeenten/Almelo).',
    ])
      expect((await send(port, 'GET', path)).status, path).toBeLessThan(400);
    const tekst = await metrics.registry.metrics();
    for (const [route, count] of [
      ['/gemeenten', 1],
      ['/gemeenten/:id', 2],
      ['/gemeenten/:id/contact.vcf', 1],
      ['/organisaties/:id', 1],
      ['/api/v1/gemeenten', 1],
      ['/api/v1/gemeenten/:id', 1],
      ['/api/v1/hsds/services', 1],
      ['/api/v1/hsds/services/:id', 1],
      ['/api/v1/hsds', 1],
      ['/', 1],
    ])
      expect(tekst).toContain(
        `rdm_http_requests_total{route="${route}",method="GET",status="200"} ${count}\n`,
      );
    expect(tekst).toContain('rdm_http_requests_total{route="/gemeenten/:id",method="GET",status="301"} 1\n');
    expect(tekst).not.toMatch(/almelo|borne|politie/);
  });

  it('tellen alle doorverwijzingen van één soort samen', async () => {
    const metrics = createMetrics();
    const port = await startLiveServer(createTestApp({ metrics, limits: SPACIOUS }));
    const { tafels, startpunten, voorbeelden } = content;
    const addresses = [
      ...tafels.map(({ id, soort }) => `${soort === 'voorziening' ? '' : '/overlegtafels'}/${id}/toets`),
      ...startpunten.map(({ id }) => `/u-werkt-bij/${id}/vragen`),
      ...voorbeelden.map(({ id }) => `/beslisboom/voorbeeld/${id}`),
      '/overlegtafels/mobiel-p10-team',
      '/vragen',
      '/Vragen/Acuut-gevaar).',
      '/Verwijzen/Topx',
    ];
    for (const path of addresses) {
      const { status } = await send(port, 'GET', path);
      expect([301, 303], path).toContain(status);
    }
    const tekst = await metrics.registry.metrics();
    const routes = [...tekst.matchAll(/^rdm_http_requests_total\{route="([^"]*)"/gm)].map(
      ([, route]) => route,
    );
    expect(new Set(routes)).toEqual(
      new Set([
        '/overlegtafels/:id/toets',
        '/:id/toets',
        '/u-werkt-bij/:id/vragen',
        '/beslisboom/voorbeeld/:id',
        '/overlegtafels/:id',
        '/vragen',
        '/vragen/:id',
        '/verwijzen/:id',
      ]),
    );
    expect((await send(port, 'GET', '/overlegtafels/bestaat-niet')).status).toBe(404);
    expect((await send(port, 'GET', '/overlegtafels/mobiel-p10-team/toets')).status).toBe(404);
  });

  it.each(['topx', 'top%78'])(
    'tellen tekst die terugkomt bij de route waar zij heen ging: %s',
    async (tafel) => {
      const metrics = createMetrics();
      const lines: string[] = [];
      const port = await startLiveServer(createTestApp({ metrics, onLog: (line) => lines.push(line) }));
      const { status, text } = await send(port, 'POST', `/verwijzen/${tafel}/pdf?a=weg`, {
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'hulpvraag=Terug',
      });
      expect(status).toBe(410);
      expect(text).toContain('Terug');
      const route = '/verwijzen/:tafel/pdf';
      expect(await metrics.registry.metrics()).toContain(
        `rdm_http_requests_total{route="${route}",method="POST",status="410"} 1\n`,
      );
      expect(lines.join('')).toContain(`"route":"${route}"`);
    },
  );

  it('tellen wat een limiet weigert, met welke limiet en van wie', async () => {
    const metrics = createMetrics();
    const limits = { ...SPACIOUS, posts: { perAddress: 1, samen: 9 }, pdf: { perAddress: 9, samen: 0 } };
    const port = await startLiveServer(createTestApp({ metrics, limits }));
    for (const _ of [1, 2, 3]) await send(port, 'POST', '/api/v1/adviezen');
    const other = { headers: { 'X-Forwarded-For': '203.0.113.9' } };
    const proxied = await startLiveServer(createTestApp({ metrics, limits, trustProxy: true }));
    expect((await send(proxied, 'POST', '/verwijzen/topx/pdf', other)).status).toBe(429);
    const tekst = await metrics.registry.metrics();
    expect(tekst).toContain('rdm_rate_limited_total{limit="posts",of="address"} 2\n');
    expect(tekst).toContain('rdm_rate_limited_total{limit="pdf",of="all"} 1\n');
    expect(tekst).not.toContain('limit="meldingen"');
  });

  it('meten wat een functie kost, ook als die mislukt', async () => {
    const metrics = createMetrics();
    const action = metrics.measure('proef_seconds', 'Een proef', (succeeded: boolean) =>
      succeeded ? Promise.resolve(7) : Promise.reject(new Error('mis')),
    );
    expect(await action(true)).toBe(7);
    await expect(action(false)).rejects.toThrow('mis');
    const tekst = await metrics.registry.metrics();
    expect(tekst).toContain('proef_seconds_count{gelukt="ja"} 1\n');
    expect(tekst).toContain('proef_seconds_count{gelukt="nee"} 1\n');
  });
});

describe('de poort van de metingen', () => {
  it('is er alleen als die is ingesteld, en alleen op deze machine', async () => {
    const metricsPort = await findFreePort();
    const server = await startServer({ METRICS_PORT: String(metricsPort), HOST: '0.0.0.0' });
    const { status, text, headers } = await send(metricsPort, 'GET', '/metrics');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch('text/plain');
    expect(text).toContain('rdm_http_requests_total{route="/gezond",method="GET",status="200"}');
    expect(text).toContain('rdm_meldingen 0\n');
    expect(text).toContain('rdm_meldingen_open 0\n');
    for (const name of ['rdm_mails_unconfirmed', 'rdm_mails_waiting', 'rdm_mails_failed'])
      expect(text).toContain(`${name} 0\n`);
    expect(text).toContain('rdm_storage_up 1\n');
    expect(text).toContain('rdm_pdf_queue 0\n');
    expect(text).toContain('rdm_log_lines_dropped 0\n');
    expect(text).toContain('rdm_pdf_seconds');
    expect((await send(metricsPort, 'GET', '/')).status).toBe(404);
    expect((await send(server.port, 'GET', '/metrics')).status).toBe(404);
    const buiten = Object.values(networkInterfaces())
      .flat()
      .find((adres) => adres?.family === 'IPv4' && !adres.internal)?.address;
    if (buiten !== undefined) {
      expect((await fetch(`http://${buiten}:${server.port}/gezond`)).status).toBe(200);
      await expect(fetch(`http://${buiten}:${metricsPort}/metrics`)).rejects.toThrow();
    }
    expect(await server.stop()).toBe(0);
  });

  it('zegt het als er geen opslag is, en geen nul waar niets bekend is', async () => {
    const metricsPort = await findFreePort();
    const server = await startServer({ METRICS_PORT: String(metricsPort), DATA_DIR: '/sys/rdm' });
    const { text } = await send(metricsPort, 'GET', '/metrics');
    expect(text).toContain('rdm_storage_up 0\n');
    for (const name of ['rdm_meldingen', 'rdm_meldingen_open', 'rdm_mails_waiting'])
      expect(text).toContain(`${name} Nan\n`);
    const { status, text: healthy } = await send(server.port, 'GET', '/gezond');
    expect([status, JSON.parse(healthy)]).toEqual([503, { status: 'onvolledig', ontbreekt: ['opslag'] }]);
  });

  it('en het log tellen ook wat wordt geweigerd omdat het te druk is', async () => {
    const metricsPort = await findFreePort();
    const server = await startServer({ METRICS_PORT: String(metricsPort), MAX_IN_FLIGHT: '1' });
    // Holds the one place there is.
    const busy = connect(server.port, '127.0.0.1');
    busy.write('POST /klopt-niet HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n');
    busy.write('Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\n');
    await once(busy, 'data');
    for (const _ of [1, 2, 3]) expect((await send(server.port, 'GET', '/')).status).toBe(503);
    busy.destroy();
    const { text } = await send(metricsPort, 'GET', '/metrics');
    expect(text).toContain('rdm_http_requests_total{route="(te druk)",method="GET",status="503"} 3\n');
    await server.stop();
    expect(server.output().match(/"method":"GET","route":"\(te druk\)","status":503/g)).toHaveLength(3);
  });
});
