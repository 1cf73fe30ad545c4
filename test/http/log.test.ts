import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listVelden } from '../../src/domain/referral/veld.ts';
import { shortenAddress } from '../../src/http/request-log.ts';
import { LOKAAL_VAST, toPassend } from '../support/fitting-antwoorden.ts';
import { readForms } from '../support/form-walker.ts';
import { findFreePort } from '../support/free-port.ts';
import { send, sendRaw } from '../support/live-server.ts';
import { content, model } from '../support/real-content.ts';
import { useSourceServer } from '../support/source-server.ts';
import { createTestZegel } from '../support/test-app.ts';

/** Stands in everything that somebody types, sends along or answers. */
const SPOOR = 'kanariepiet';
/** Stands in a correction report, which is kept, but never logged. */
const MELDING = 'parelhoen';
const CASUSCODE = 'TW-2026-777';
const GEHEIM = 'het-geheim-van-de-proef-van-minstens-32-tekens';
const ANTWOORDEN = { ...LOKAAL_VAST, ...toPassend('topx'), gemeente: 'haaksbergen', rol: 'reclassering' };
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'Content-Type': 'application/json' };
const SPOREN = {
  'User-Agent': SPOOR,
  Referer: `http://x/${SPOOR}`,
  Cookie: `a=${SPOOR}`,
  'X-Request-Id': SPOOR,
  'X-Forwarded-For': '203.0.113.77, 198.51.100.201',
  'Accept-Language': SPOOR,
  Authorization: `Bearer ${SPOOR}`,
};
const startServer = useSourceServer();

/** What a visitor and a system do, good and bad, with the marker everywhere; gives how many requests that were. */
async function walk(port: number): Promise<number> {
  let aantal = 0;
  const doe = (method: string, path: string, body?: string, headers: Record<string, string> = FORM) => {
    aantal += 1;
    return send(port, method, path, {
      headers: { ...SPOREN, ...(body === undefined ? {} : headers) },
      ...(body === undefined ? {} : { body }),
    });
  };
  // The questions, from the first to the advice.
  let adres = (await doe('GET', `/vragen?bron=${SPOOR}`)).headers.location ?? '';
  while (adres.startsWith('/vragen/')) {
    const [keuze] = [...(readForms((await doe('GET', adres)).text)[0]?.keuzes ?? [])];
    const feit = keuze?.[0] ?? '';
    const antwoord = [(ANTWOORDEN as Record<string, string | string[]>)[feit] ?? 'weetNiet'].flat();
    const body = new URLSearchParams(antwoord.map((waarde) => [feit, waarde])).toString();
    adres = (await doe('POST', adres, body)).headers.location ?? '';
  }
  expect((await doe('GET', adres)).status).toBe(200);
  // The form, with something in every field, and all that can be made of it.
  const tafel = model.tafelOf.get('topx');
  const velden = Object.fromEntries(
    (tafel ? listVelden(content, tafel, undefined) : [])
      .filter(({ soort }) => soort === 'tekst' || soort === 'regel')
      .map(({ pad }) => [pad, `${SPOOR} ${pad}`]),
  );
  const formulier = new URLSearchParams({ ...velden, casuscode: CASUSCODE }).toString();
  const vraag = adres.replace(/^\/advies/, '');
  await doe('GET', `/verwijzen/topx${vraag}`);
  expect((await doe('POST', `/verwijzen/topx${vraag}`, formulier)).status).toBe(200);
  for (const vorm of ['eml', 'pdf', 'txt', 'ics'])
    expect((await doe('POST', `/verwijzen/topx/${vorm}${vraag}`, formulier)).status, vorm).toBe(200);
  await doe('POST', `/verwijzen/topx${vraag}`, `${formulier}&${SPOOR}=1`);
  await doe('POST', `/verwijzen/topx${vraag}`, `${formulier}&hulpvraag=${SPOOR}`);
  await doe('POST', `/verwijzen/topx${vraag}`, `casuscode=${SPOOR}+Jansen&hulpvraag=111222333`);
  await doe('POST', `/verwijzen/topx${vraag}`, SPOOR.repeat(200_000));
  await doe('POST', `/vragen/rol${vraag}`, `rol=${SPOOR}`);
  // The API, with the same.
  const verwijzing = JSON.stringify({
    tafel: 'topx',
    antwoorden: ANTWOORDEN,
    verwijzing: { casuscode: CASUSCODE, hulpvraag: SPOOR },
  });
  for (const Accept of ['application/json', 'message/rfc822', 'application/pdf', `x/${SPOOR}`])
    await doe('POST', '/api/v1/verwijzingen', verwijzing, { ...JSON_TYPE, Accept });
  await doe('POST', '/api/v1/adviezen', JSON.stringify({ antwoorden: ANTWOORDEN }), JSON_TYPE);
  await doe('POST', '/api/v1/adviezen', `{"antwoorden": {"${SPOOR}": "${SPOOR}"}}`, JSON_TYPE);
  await doe('POST', '/api/v1/adviezen', `{"${SPOOR}`, JSON_TYPE);
  await doe('POST', '/api/v1/adviezen', SPOOR, { 'Content-Type': `text/${SPOOR}` });
  await doe('GET', `/api/v1/zoeken?q=${SPOOR}`);
  await doe('GET', `/api/v1/clientondersteuning?gemeente=${SPOOR}`);
  await doe('GET', `/api/v1/${SPOOR}`);
  // What is wrong, in every place of an address.
  await doe('GET', `/zoeken?q=${SPOOR}`);
  await doe('GET', `/${SPOOR}`);
  await doe('GET', `/vragen/${SPOOR}`);
  await doe('GET', `/verwijzen/${SPOOR}`);
  await doe('GET', `/overlegtafels/${SPOOR}?q=${SPOOR}`);
  await doe('GET', `/advies?a=${SPOOR}`);
  await doe('GET', `/%E0%A4%A${SPOOR}`);
  await doe('PURGE', `/${SPOOR}`);
  // Sealed by the site itself, with an answer that no question has: a fault of ours.
  const kapot = createTestZegel(() => new Date(), [GEHEIM]).seal({ rol: SPOOR });
  expect((await doe('GET', `/advies?a=${kapot}`)).status).toBe(500);
  await doe('GET', `/klopt-niet?pagina=/${SPOOR}`);
  await doe('POST', '/klopt-niet', `pagina=/&veld=${MELDING}&watMoetHetZijn=${MELDING}&email=`);
  await doe('POST', '/klopt-niet', `pagina=/${SPOOR}&veld=&watMoetHetZijn=${SPOOR}&email=${SPOOR}`);
  return aantal;
}

describe('het log van een echte server', () => {
  it('heeft één regel per aanvraag, en nergens een antwoord, casuscode of tekst', {
    timeout: 60_000,
  }, async () => {
    const metricsPort = await findFreePort();
    const server = await startServer({
      STAND_SECRETS: GEHEIM,
      TRUST_PROXY: '1',
      LOG_LEVEL: 'trace',
      METRICS_PORT: String(metricsPort),
    });
    const aantal = await walk(server.port);
    await sendRaw(server.port, `GET /${SPOOR} HTTP/9.9\r\n${SPOOR}\r\n\r\n`);
    await sendRaw(server.port, `GET / HTTP/1.1\r\nHost: x\r\nX: ${SPOOR.repeat(2_000)}\r\n\r\n`);
    const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(await server.stop()).toBe(0);

    const regels = readLines(server.output());
    // Waiting for the server to be ready asked for /gezond.
    expect(regels.filter((regel) => isAanvraag(regel) && regel.route !== '/gezond')).toHaveLength(aantal);
    for (const regel of regels.filter(isAanvraag)) {
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
    const routes = new Set(regels.filter(isAanvraag).map(({ route }) => route));
    for (const route of [
      '/vragen/:slug',
      '/advies',
      '/verwijzen/:tafel/pdf',
      '/api/v1/adviezen',
      '(onbekend)',
    ])
      expect(routes).toContain(route);
    expect(regels.filter(({ msg }) => msg === 'fout bij een aanvraag')).toHaveLength(1);

    for (const [waar, tekst] of [
      ['log', server.output()],
      ['metrics', metrics],
    ] as const) {
      for (const woord of [
        SPOOR,
        MELDING,
        CASUSCODE,
        'haaksbergen',
        'reclassering',
        'gebiedsVeiligheid',
        '111222333',
      ])
        expect(tekst.includes(woord), `${woord} in ${waar}`).toBe(false);
      expect(tekst).not.toMatch(/198\.51\.100\.201|203\.0\.113|[?&]a=/);
    }
    const bewaard = readdirSync(server.dataDir, { recursive: true, withFileTypes: true })
      .filter((deel) => deel.isFile())
      .map((deel) => readFileSync(join(deel.parentPath, deel.name), 'utf8'))
      .join('\n');
    for (const woord of [SPOOR, CASUSCODE, 'haaksbergen', 'reclassering', '198.51.100'])
      expect(bewaard.includes(woord), `${woord} in DATA_DIR`).toBe(false);
    // The test looks in the right place.
    expect(bewaard).toContain(MELDING);
  });
});

describe('het nummer van een aanvraag', () => {
  it('is van ons, en staat in de header, in het log, op de foutpagina en in problem details', {
    timeout: 60_000,
  }, async () => {
    const server = await startServer({ LOG_LEVEL: 'info' });
    const eigen = '00000000-0000-4000-8000-000000000000';
    const pagina = await send(server.port, 'GET', '/niets', { headers: { 'X-Request-Id': eigen } });
    const nummer = String(pagina.headers['x-request-id']);
    expect(nummer).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/);
    expect(nummer).not.toBe(eigen);
    expect(pagina.text).toContain(nummer);
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

function isAanvraag({ msg }: Regel): boolean {
  return msg === 'aanvraag';
}
