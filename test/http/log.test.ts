import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listVelden } from '../../src/domain/referral/veld.ts';
import { shortenAddress, toRoute } from '../../src/http/request-log.ts';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { readForms } from '../support/form-walker.ts';
import { findFreePort } from '../support/free-port.ts';
import { send, sendRaw } from '../support/live-server.ts';
import { content, model } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { useSourceServer } from '../support/source-server.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';
import { say } from '../support/texts.ts';

/** Stands in everything that somebody types, sends along or answers. */
const TRACE = 'kanariepiet';
/** Stands in a correction report, which is kept, but never logged. */
const CORRECTION = 'parelhoen';
const CASUSCODE = 'TW-2026-777';
const SECRET = 'het-geheim-van-de-proef-van-minstens-32-tekens';
const ANTWOORDEN = { ...LOKAAL_VAST, ...toFitting('topx'), gemeente: 'haaksbergen', rol: 'reclassering' };
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'Content-Type': 'application/json' };
const TRACES = {
  'User-Agent': TRACE,
  Referer: `http://x/${TRACE}`,
  Cookie: `a=${TRACE}`,
  'X-Request-Id': TRACE,
  'X-Forwarded-For': '203.0.113.77, 198.51.100.201',
  'Accept-Language': TRACE,
  Authorization: `Bearer ${TRACE}`,
};
const startServer = useSourceServer();

/** What a visitor and a system do, good and bad, with the marker everywhere; gives how many requests that were. */
async function walk(port: number): Promise<number> {
  let count = 0;
  const action = (method: string, path: string, body?: string, headers: Record<string, string> = FORM) => {
    count += 1;
    return send(port, method, path, {
      headers: { ...TRACES, ...(body === undefined ? {} : headers) },
      ...(body === undefined ? {} : { body }),
    });
  };
  // The questions, from the first to the advice.
  let adres = (await action('GET', `/vragen?bron=${TRACE}`)).headers.location ?? '';
  while (adres.startsWith('/vragen/')) {
    const [choice] = [...(readForms((await action('GET', adres)).text)[0]?.keuzes ?? [])];
    const feit = choice?.[0] ?? '';
    const antwoord = [(ANTWOORDEN as Record<string, string | string[]>)[feit] ?? 'weetNiet'].flat();
    const body = new URLSearchParams(antwoord.map((waarde) => [feit, waarde])).toString();
    adres = (await action('POST', adres, body)).headers.location ?? '';
  }
  expect((await action('GET', adres)).status).toBe(200);
  // The form, with something in every field, and all that can be made of it.
  const tafel = model.tafelOf.get('topx');
  const velden = Object.fromEntries(
    (tafel ? listVelden(say, content, tafel, undefined) : [])
      .filter(({ soort }) => soort === 'tekst' || soort === 'regel')
      .map(({ pad }) => [pad, `${TRACE} ${pad}`]),
  );
  const form = new URLSearchParams({ ...velden, casuscode: CASUSCODE }).toString();
  const vraag = adres.replace(/^\/advies/, '');
  await action('GET', `/verwijzen/topx${vraag}`);
  expect((await action('POST', `/verwijzen/topx${vraag}`, form)).status).toBe(200);
  for (const [shape, status] of [
    ['eml', 200],
    ['pdf', 200],
    ['txt', 200],
    // It has no day that would go in a calendar.
    ['ics', 409],
  ] as const)
    expect((await action('POST', `/verwijzen/topx/${shape}${vraag}`, form)).status, shape).toBe(status);
  await action('POST', `/verwijzen/topx${vraag}`, `${form}&${TRACE}=1`);
  await action('POST', `/verwijzen/topx${vraag}`, `${form}&hulpvraag=${TRACE}`);
  await action('POST', `/verwijzen/topx${vraag}`, `casuscode=${TRACE}+Jansen&hulpvraag=111222333`);
  await action('POST', `/verwijzen/topx${vraag}`, TRACE.repeat(200_000));
  await action('POST', `/vragen/rol${vraag}`, `rol=${TRACE}`);
  // The same after the stand has gone, and in a case file, opened as well and ill.
  await action('POST', '/verwijzen/topx?a=weg', form);
  const file = (await action('POST', `/casus/bestand${vraag}&tafel=topx`, form)).text;
  expect(file).toContain(TRACE);
  const upload = (text: string, name: string) =>
    action('POST', '/casus/openen', toMultipart(text, name), {
      'Content-Type': `multipart/form-data; boundary=${TRACE}`,
    });
  expect((await upload(file, `${TRACE}.json`)).status).toBe(200);
  await upload(`{"${TRACE}`, TRACE);
  await upload(file.slice(0, 500), CASUSCODE);
  for (const actie of ['', 'aantekening', 'vragen', 'advies', 'pakket-topx', TRACE])
    await action('POST', '/casus', new URLSearchParams({ casus: file, actie, gezien: TRACE }).toString());
  await action('POST', '/casus', `casus=${TRACE}`);
  await action('POST', '/casus/bestand', new URLSearchParams({ casus: file }).toString());
  // The API, with the same.
  const verwijzing = JSON.stringify({
    tafel: 'topx',
    antwoorden: ANTWOORDEN,
    verwijzing: { casuscode: CASUSCODE, hulpvraag: TRACE },
  });
  for (const Accept of ['application/json', 'message/rfc822', 'application/pdf', `x/${TRACE}`])
    await action('POST', '/api/v1/verwijzingen', verwijzing, { ...JSON_TYPE, Accept });
  await action('POST', '/api/v1/adviezen', JSON.stringify({ antwoorden: ANTWOORDEN }), JSON_TYPE);
  await action('POST', '/api/v1/adviezen', `{"antwoorden": {"${TRACE}": "${TRACE}"}}`, JSON_TYPE);
  await action('POST', '/api/v1/adviezen', `{"${TRACE}`, JSON_TYPE);
  await action('POST', '/api/v1/adviezen', TRACE, { 'Content-Type': `text/${TRACE}` });
  await action('GET', `/api/v1/zoeken?q=${TRACE}`);
  await action('GET', `/api/v1/clientondersteuning?gemeente=${TRACE}`);
  await action('GET', `/api/v1/${TRACE}`);
  // What is wrong, in every place of an address.
  await action('GET', `/zoeken?q=${TRACE}`);
  await action('GET', `/${TRACE}`);
  await action('GET', `/vragen/${TRACE}`);
  await action('GET', `/verwijzen/${TRACE}`);
  await action('GET', `/overlegtafels/${TRACE}?q=${TRACE}`);
  await action('GET', `/advies?a=${TRACE}`);
  await action('GET', `/%E0%A4%A${TRACE}`);
  await action('PURGE', `/${TRACE}`);
  // Sealed by the site itself, with an answer that no question has any more.
  const old = createTestSeal(() => new Date(), [SECRET]).seal({ rol: TRACE });
  expect((await action('GET', `/advies?a=${old}`)).status).toBe(303);
  await action('GET', `/klopt-niet?pagina=/${TRACE}`);
  await action('POST', '/klopt-niet', `pagina=/&veld=${CORRECTION}&watMoetHetZijn=${CORRECTION}&email=`);
  await action('POST', '/klopt-niet', `pagina=/${TRACE}&veld=&watMoetHetZijn=${TRACE}&email=${TRACE}`);
  return count;
}

function toMultipart(text: string, name: string): string {
  const head = `Content-Disposition: form-data; name="bestand"; filename="${name}"`;
  return `--${TRACE}\r\n${head}\r\n\r\n${text}\r\n--${TRACE}--\r\n`;
}

describe('het log van een echte server', () => {
  it('heeft één regel per aanvraag, en nergens een antwoord, casuscode of tekst', {
    timeout: 60_000,
  }, async () => {
    const metricsPort = await findFreePort();
    const server = await startServer({
      STAND_SECRETS: SECRET,
      TRUST_PROXY: '1',
      LOG_LEVEL: 'trace',
      METRICS_PORT: String(metricsPort),
    });
    const count = await walk(server.port);
    await sendRaw(server.port, `GET /${TRACE} HTTP/9.9\r\n${TRACE}\r\n\r\n`);
    await sendRaw(server.port, `GET / HTTP/1.1\r\nHost: x\r\nX: ${TRACE.repeat(2_000)}\r\n\r\n`);
    const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(await server.stop()).toBe(0);

    const regels = readLines(server.output());
    // Waiting for the server to be ready asked for /gezond.
    expect(regels.filter((regel) => isRequest(regel) && regel.route !== '/gezond')).toHaveLength(count);
    for (const regel of regels.filter(isRequest)) {
      expect(
        Object.keys(regel)
          .filter((naam) => naam !== 'afgebroken')
          .sort(),
      ).toEqual(
        ['client', 'hostname', 'id', 'level', 'method', 'ms', 'msg', 'pid', 'route', 'status', 'time'].sort(),
      );
      expect(regel.client).toMatch(/^(198\.51\.100\.0|127\.0\.0\.0)\/24$/);
      expect(regel.id).toMatch(/^[\da-f-]{36}$/);
    }
    const routes = new Set(regels.filter(isRequest).map(({ route }) => route));
    for (const route of [
      '/vragen/:slug',
      '/advies',
      '/verwijzen/:tafel/pdf',
      '/api/v1/adviezen',
      '/casus/openen',
      '(onbekend)',
    ])
      expect(routes).toContain(route);

    for (const [waar, tekst] of [
      ['log', server.output()],
      ['metrics', metrics],
    ] as const) {
      for (const woord of [
        TRACE,
        CORRECTION,
        CASUSCODE,
        'haaksbergen',
        'reclassering',
        'gebiedsVeiligheid',
        '111222333',
      ])
        expect(tekst.includes(woord), `${woord} in ${waar}`).toBe(false);
      expect(tekst).not.toMatch(/198\.51\.100\.201|203\.0\.113|[?&]a=/);
    }
    const kept = readdirSync(server.dataDir, { recursive: true, withFileTypes: true })
      .filter((deel) => deel.isFile())
      .map((deel) => readFileSync(join(deel.parentPath, deel.name), 'utf8'))
      .join('\n');
    for (const woord of [TRACE, CASUSCODE, 'haaksbergen', 'reclassering', '198.51.100'])
      expect(kept.includes(woord), `${woord} in DATA_DIR`).toBe(false);
    // The test looks in the right place.
    expect(kept).toContain(CORRECTION);
  });
});

it('een fout van ons staat in het log, zonder wat er in de aanvraag stond', async () => {
  const lines: string[] = [];
  const app = createTestApp({
    onLog: (line) => lines.push(line),
    render: (_path, { template }) => {
      if (template === 'advies') throw new Error('kapot');
      return '';
    },
  });
  const stand = createTestSeal().seal({ acuutGevaar: 'ja', rol: TRACE });
  const { headers } = await request(app).get(`/advies?a=${stand}&x=${TRACE}`).set(TRACES).expect(500);
  const logged = readLines(lines.join('')).filter(({ msg }) => msg === 'fout bij een aanvraag');
  expect(logged.map(({ id }) => id)).toEqual([headers['x-request-id']]);
  expect(lines.join('')).not.toContain(TRACE);
});

describe('het nummer van een aanvraag', () => {
  it('is van ons, en staat in de header, in het log, op de foutpagina en in problem details', {
    timeout: 60_000,
  }, async () => {
    const server = await startServer({ LOG_LEVEL: 'info' });
    const own = '00000000-0000-4000-8000-000000000000';
    const page = await send(server.port, 'GET', '/niets', { headers: { 'X-Request-Id': own } });
    const nummer = String(page.headers['x-request-id']);
    expect(nummer).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/);
    expect(nummer).not.toBe(own);
    expect(page.text).toContain(nummer);
    const api = await send(server.port, 'GET', '/api/v1/niets');
    expect(JSON.parse(api.text).instance).toBe(`urn:uuid:${api.headers['x-request-id']}`);
    expect((await send(server.port, 'GET', '/')).headers['x-request-id']).toBeDefined();
    await server.stop();
    expect(server.output()).toContain(nummer);
  });
});

describe('het adres van een bezoeker in het log', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1234:5678::1', '2001:db8:1234::/48'],
    ['2001:0db8:0001:0002:0003:0004:0005:0006', '2001:db8:1::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['2001:db8::', '2001:db8:0::/48'],
    [undefined, 'onbekend'],
    ['kanariepiet', 'onbekend'],
    ['1.2.3', 'onbekend'],
  ])('%s wordt %s', (adres, kort) => {
    expect(shortenAddress(adres)).toBe(kort);
  });
});

type Regel = Readonly<Record<string, unknown>>;

function readLines(output: string): Regel[] {
  return output
    .split('\n')
    .filter((regel) => regel !== '')
    .map((regel) => JSON.parse(regel) as Regel);
}

function isRequest({ msg }: Regel): boolean {
  return msg === 'aanvraag';
}

it('noemt van een router die onder een parameter staat het patroon, niet de waarde', () => {
  const params = { concept: 'GW5lpzip', soort: 'regels', naam: 'topx' };
  const route = { path: '/:soort/:naam' };
  const baseUrl = '/beheer/concepten/GW5lpzip/inhoud';
  expect(toRoute({ route, baseUrl, path: '/regels/topx', params })).toBe(
    '/beheer/concepten/:concept/inhoud/:soort/:naam',
  );
});

it('noemt wat een router noemde die nu een vaste plek heeft één keer, ook waar de waarde anders is geschreven', () => {
  const params = { tafel: 'topx' };
  const route = { path: '/verwijzen/:tafel/pdf' };
  for (const baseUrl of ['/verwijzen/topx', '/verwijzen/top%78', '/verwijzen/%74opx'])
    expect(toRoute({ route, baseUrl, path: '/pdf', params })).toBe('/verwijzen/:tafel/pdf');
});
