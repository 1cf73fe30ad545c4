import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/api/problem.ts';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { type Antwoord, send, startLiveServer } from '../support/live-server.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';

const STAND = createTestSeal().seal({ ...LOKAAL_VAST, ...toFitting('topx') });
const VERWIJZEN = `/verwijzen/topx?a=${STAND}`;
const GOED = 'casuscode=TW-2026-001&hulpvraag=Wie+kan+helpen';
const app = createTestApp();

/** A page that says clearly what is wrong. */
function expectPage({ status, headers, text }: Antwoord, verwacht: number, message: string | RegExp): void {
  expect(status).toBe(verwacht);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(text).toMatch(message);
  expect(text).not.toMatch(/node_modules|\.ts:\d/);
}

/** Problem details that say clearly what is wrong. */
function expectProblem({ status, headers, text }: Antwoord, verwacht: number, melding: RegExp): void {
  expect(status).toBe(verwacht);
  expect(headers['content-type']).toMatch('application/problem+json');
  const problem = problemSchema.parse(JSON.parse(text));
  expect(problem.instance).toBe(`urn:uuid:${headers['x-request-id']}`);
  expect(JSON.stringify(problem)).toMatch(melding);
}

describe('een adres dat niet klopt', () => {
  it.each<[wat: string, query: string, status: number, melding: RegExp]>([
    ['twee keer hetzelfde', 'a=&a=', 400, /Het onderdeel &quot;a&quot; staat twee keer/],
    ['een lijst', 'q[]=x', 400, /Het onderdeel &quot;q\[\]&quot; van het adres kan niet/],
    ['een object', 'a[$ne]=x', 400, /van het adres kan niet/],
    ['__proto__', '__proto__=x', 400, /&quot;__proto__&quot; van het adres kan niet/],
    ['constructor', 'constructor=x', 400, /van het adres kan niet/],
    ['NUL', 'q=a%00b', 400, /tekens die niet kunnen/],
    ['half een teken', 'q=%E2%82', 400, /tekens die niet kunnen/],
    ['een los procentteken', 'q=100%', 400, /tekens die niet kunnen/],
    ['te lang', `q=${'a'.repeat(5_000)}`, 414, /hoogstens 4096 tekens/],
    [
      'te veel onderdelen',
      Array.from({ length: 30 }, (_, i) => `p${i}=`).join('&'),
      400,
      /te veel onderdelen/,
    ],
  ])('%s', async (_what, query, status, melding) => {
    const port = await startLiveServer(app);
    for (const path of [
      '/',
      '/vragen',
      '/vragen/rol',
      '/advies',
      '/verwijzen/topx',
      '/zoeken',
      '/klopt-niet',
      '/niets',
    ])
      expectPage(await send(port, 'GET', `${path}?${query}`), status, melding);
    for (const path of ['/vragen', '/zoeken', '/clientondersteuning', '/niets'])
      expectProblem(
        await send(port, 'GET', `/api/v1${path}?${query}`),
        status,
        new RegExp(melding.source.replaceAll('&quot;', '\\\\"')),
      );
  });

  it.each(['%', '%zz', '%E0%A4%A', '%c0%ae%c0%ae', 'a%00b', '%ff'])('een pad met %s', async (deel) => {
    const port = await startLiveServer(app);
    for (const path of ['/', '/vragen/', '/verwijzen/', '/overlegtafels/', '/static/'])
      expectPage(await send(port, 'GET', `${path}${deel}`), 400, /tekens die niet kunnen/);
    for (const path of ['/', '/overlegtafels/'])
      expectProblem(await send(port, 'GET', `/api/v1${path}${deel}`), 400, /tekens die niet kunnen/);
  });

  it('te veel headers', async () => {
    const port = await startLiveServer(app);
    const headers = Object.fromEntries(Array.from({ length: 110 }, (_, i) => [`X-${i}`, 'x']));
    expectPage(await send(port, 'GET', '/', { headers }), 431, /te veel headers/);
    expectProblem(await send(port, 'GET', '/api/v1/vragen', { headers }), 431, /te veel headers/);
  });

  it('wat een ander erachter plakt mag wel', async () => {
    const port = await startLiveServer(app);
    expect((await send(port, 'GET', '/overlegtafels?utm_source=nieuwsbrief&fbclid=x-1')).status).toBe(200);
  });
});

describe('een formulier dat niet klopt', () => {
  const FORMS = [
    ['/vragen/acuut-gevaar', 'acuutGevaar=nee'],
    [VERWIJZEN, GOED],
    [VERWIJZEN.replace('?', '/txt?'), GOED],
    ['/klopt-niet', 'pagina=/&veld=x&watMoetHetZijn=y&email='],
  ] as const;
  const TYPE = 'application/x-www-form-urlencoded';
  const post = (port: number, path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
    send(port, 'POST', path, { headers: { 'Content-Type': TYPE, ...headers }, body });

  it.each(FORMS)('wordt geweigerd met een pagina die zegt waarom: %s', async (path, goed) => {
    const port = await startLiveServer(app);
    for (const [extra, melding] of [
      ['&onbekend=1', /Het veld &quot;onbekend&quot; hoort niet bij dit formulier/],
      ['&__proto__=1', /Het veld &quot;__proto__&quot; hoort niet/],
      ['&constructor[prototype][x]=1', /Het veld &quot;constructor\[prototype\]\[x\]&quot; hoort niet/],
      ['&x=%E2%82', /tekens die niet kunnen/],
      ['&x=%zz', /tekens die niet kunnen/],
      [`&${'x=1&'.repeat(600)}`, /te veel velden/],
      ['&'.repeat(10_000), /te veel velden/],
    ] as const)
      expectPage(await post(port, path, goed + extra), 400, melding);
    expectPage(
      await post(port, path, goed, { 'Content-Type': `${TYPE}; charset=utf-16` }),
      415,
      /tekenset UTF-8/,
    );
    expectPage(
      await post(port, path, goed, { 'Content-Type': 'multipart/form-data; boundary=x' }),
      415,
      /niet de juiste vorm/,
    );
    expectPage(await post(port, path, goed, { 'Content-Type': 'text/plain' }), 415, /niet de juiste vorm/);
    expectPage(
      await post(port, path, gzipSync(goed), { 'Content-Encoding': 'gzip' }),
      415,
      /zonder compressie/,
    );
    expectPage(await post(port, path, Buffer.from([0x78, 0x3d, 0xff, 0xfe])), 400, /geen UTF-8/);
    expectPage(await post(port, path, `${goed}${'x'.repeat(2_000_001)}`), 413, /Dit is te veel in één keer/);
  });

  it('met een veld dubbel, noemt dat veld', async () => {
    const port = await startLiveServer(app);
    expectPage(
      await post(port, VERWIJZEN, `${GOED}&hulpvraag=nog+een`),
      400,
      /&quot;hulpvraag&quot; staat twee keer/,
    );
    expectPage(
      await post(port, '/klopt-niet', 'pagina=/&pagina=/'),
      400,
      /&quot;pagina&quot; staat twee keer/,
    );
  });

  it.each([
    ['NUL', 'a%00b'],
    ['een stuurteken', 'a%1Bb'],
    ['te veel tekst', 'x'.repeat(20_001)],
  ])('met %s in een tekst, blijft staan met een fout bij dat veld', async (_what, tekst) => {
    const port = await startLiveServer(app);
    expectPage(
      await post(port, VERWIJZEN, `casuscode=TW-2026-001&hulpvraag=${tekst}`),
      400,
      /<title>Fout: [\s\S]*href="#hulpvraag"/,
    );
  });

  it('dat in stukken komt zonder lengte, wordt gelezen', async () => {
    const port = await startLiveServer(app);
    const antwoord = await post(port, '/vragen/acuut-gevaar', 'acuutGevaar=ja', {
      'Transfer-Encoding': 'chunked',
    });
    expect(antwoord.status).toBe(303);
  });
});

describe('JSON die niet klopt', () => {
  const post = (port: number, path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
    send(port, 'POST', `/api/v1${path}`, {
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    });
  const nested = (deep: number) => `${'['.repeat(deep)}${']'.repeat(deep)}`;

  it.each([
    ['/adviezen', '{"antwoorden":{}}'],
    ['/verwijzingen', '{"tafel":"topx","antwoorden":{},"verwijzing":{"casuscode":"TW-2026-001"}}'],
  ])('wordt geweigerd met problem details: %s', async (path, goed) => {
    const port = await startLiveServer(app);
    for (const [body, melding] of [
      ['', /geen geldige JSON/],
      ['{', /geen geldige JSON/],
      ['null', /Stuur een JSON-object/],
      ['[]', /Stuur een JSON-object/],
      ['"tekst"', /Stuur een JSON-object/],
      [nested(11), /te diep genest/],
      [nested(400_000), /te diep genest/],
      ['{"a":'.repeat(150_000), /te diep genest/],
      [`[${'1,'.repeat(6_000)}1]`, /te veel onderdelen/],
      [`{"a":"${'\\\\\\"{,['.repeat(6_000)}"}`, /\/a/],
      [goed.replace('{', '{"onbekend":1,'), /\/onbekend/],
      [goed.replace('{', '{"__proto__":{"x":1},'), /\/__proto__/],
      [goed.replace('{}', '{"constructor":{"prototype":{}}}'), /\/antwoorden\/constructor/],
      [goed.replace('{}', '{"gemeente":["borne"]}'), /\/antwoorden\/gemeente/],
      [goed.replace('{}', '{"signalen":"veiligheid"}'), /\/antwoorden\/signalen/],
      [goed.replace('{}', '{"gemeente":{"toString":1,"valueOf":1}}'), /\/antwoorden\/gemeente/],
      [goed.replace('{}', '[]'), /\/antwoorden/],
    ] as const)
      expectProblem(await post(port, path, body), 400, melding);
    expectProblem(
      await post(port, path, goed, { 'Content-Type': 'application/json; charset=iso-8859-1' }),
      415,
      /tekenset UTF-8/,
    );
    expectProblem(await post(port, path, goed, { 'Content-Type': 'text/plain' }), 415, /niet de juiste vorm/);
    expectProblem(
      await post(port, path, gzipSync(Buffer.alloc(50_000_000)), { 'Content-Encoding': 'gzip' }),
      415,
      /zonder compressie/,
    );
    expectProblem(await post(port, path, goed, { 'Content-Encoding': 'br' }), 415, /zonder compressie/);
    expectProblem(await post(port, path, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])), 400, /geen UTF-8/);
    expectProblem(await post(port, path, `"${'x'.repeat(1_000_001)}"`), 413, /hoogstens 1000000 bytes/);
  });

  it.each([
    ['tafel', '{"toString":1,"valueOf":1}', /\/tafel/],
    ['tafel', '["topx"]', /\/tafel/],
    ['tafel', '"__proto__"', /\/tafel/],
    ['verwijzing', '{"bevestigd":[{"toString":1}]}', /\/verwijzing\/bevestigd/],
    ['verwijzing', '{"casuscode":["TW-2026-001"]}', /\/verwijzing\/casuscode/],
    ['verwijzing', '{"casuscode":"TW-2026-001","hulpvraag":"a\\u0000b"}', /\/verwijzing\/hulpvraag/],
    ['verwijzing', '{"casuscode":"TW-2026-001","hulpvraag":"\\ud800"}', /\/verwijzing\/hulpvraag/],
    ['verwijzing', '{"casuscode":"TW-2026-001","__proto__":{"x":"y"}}', /\/verwijzing\/__proto__/],
    [
      'verwijzing',
      '{"casuscode":"TW-2026-001","plan":[{"__proto__":"x"}]}',
      /\/verwijzing\/plan\/0\/__proto__/,
    ],
  ])('noemt de plaats: %s %s', async (veld, waarde, melding) => {
    const port = await startLiveServer(app);
    const parts = {
      tafel: '"topx"',
      antwoorden: '{}',
      verwijzing: '{"casuscode":"TW-2026-001"}',
      [veld]: waarde,
    };
    const body = `{${Object.entries(parts)
      .map(([naam, deel]) => `"${naam}":${deel}`)
      .join(',')}}`;
    expectProblem(await post(port, '/verwijzingen', body), 400, melding);
  });

  it('met heel veel fouten krijgt geen antwoord van megabytes', async () => {
    const port = await startLiveServer(app);
    const velden = Array.from({ length: 4_000 }, (_, nummer) => `"f${nummer}":1`).join(',');
    const antwoord = await post(port, '/adviezen', `{"antwoorden":{${velden}}}`);
    expectProblem(antwoord, 400, /Aantal andere fouten: 3900/);
    expect(antwoord.text.length).toBeLessThan(20_000);
  });

  it('is goed tot de diepte die een verwijzing nodig heeft', async () => {
    const port = await startLiveServer(app);
    const { status } = await post(
      port,
      '/verwijzingen',
      JSON.stringify({
        tafel: 'topx',
        antwoorden: { ...LOKAAL_VAST, ...toFitting('topx') },
        verwijzing: { casuscode: 'TW-2026-001', plan: [{ wie: '[[[[[[[[[[[["' }] },
      }),
    );
    expect(status).toBe(200);
  });
});
