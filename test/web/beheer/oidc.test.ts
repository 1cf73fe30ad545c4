import { expect, it } from 'vitest';
import { unescapeHtml } from '../../support/form-walker.ts';
import { logIn } from '../../support/logged-in.ts';
import { createMemoryRecords } from '../../support/memory-records.ts';
import { type Account, followProvider, startOidcServer } from '../../support/oidc-server.ts';
import { request } from '../../support/request.ts';
import { createTestApp } from '../../support/test-app.ts';
import { BASE_URL } from '../../support/test-site.ts';

const EMAIL = 'anke@gemeente.example';
const ANKE: Account = { sub: 'anke', email: EMAIL, email_verified: true };

async function open(options: Parameters<typeof startOidcServer>[1] = {}) {
  const provider = await startOidcServer(BASE_URL, options);
  const records = createMemoryRecords();
  const logs: string[] = [];
  // The provider has the clock of this computer.
  const now = () => new Date();
  const app = createTestApp({
    records,
    now,
    oidc: provider.config,
    onLog: (line) => logs.push(line),
    trustProxy: 1,
  });
  await records.commit([
    {
      ...{ kind: 'medewerker', id: 'a', revision: 0 },
      value: { email: EMAIL, rol: 'uitgever', sinds: now().toISOString(), actief: true },
    },
  ]);
  provider.setAccount(ANKE);

  /** Leaves for the provider and comes back at its callback address, without opening that yet. */
  async function leave() {
    const away = await request(app).get('/beheer/oidc/heen').expect(303);
    const cookie = String(away.headers['set-cookie']).split(';')[0] ?? '';
    const back = await followProvider(away.headers.location ?? '', BASE_URL);
    return { away, cookie, back: back.slice(BASE_URL.length) };
  }
  const comeBack = (path: string, cookie: string) => request(app).get(path).set('Cookie', cookie);
  async function enter() {
    const { back, cookie } = await leave();
    return comeBack(back, cookie);
  }
  return { provider, records, app, logs, leave, comeBack, enter };
}

const readSession = (answer: { headers: Record<string, unknown> }) =>
  ((answer.headers['set-cookie'] ?? []) as string[]).find((line) => line.startsWith('beheer='));

it.each([true, false])('logt in wie een account heeft, met het adres in het token: %s', async (inToken) => {
  const { app, enter, leave, records } = await open({ inToken });
  const { away } = await leave();
  const url = new URL(away.headers.location ?? '');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: `${BASE_URL}/beheer/oidc/terug`,
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(String(away.headers['set-cookie'])).toMatch(
    /^beheer-oidc=[\w-]{43}; Max-Age=600; Path=\/beheer\/oidc; HttpOnly; SameSite=Lax$/,
  );

  const answer = await enter();
  expect(answer.status).toBe(200);
  // Not a redirect: the cookie goes along from a page of ours alone.
  expect(answer.headers.refresh).toBe('0; url=/beheer');
  expect(unescapeHtml(answer.text)).toContain('href="/beheer"');
  const cookie = readSession(answer) ?? '';
  expect(cookie).toMatch(/SameSite=Strict$/);
  const home = await request(app)
    .get('/beheer')
    .set('Cookie', cookie.split(';')[0] ?? '')
    .expect(200);
  expect(home.text).toContain(EMAIL);
  expect((await records.readLog(5)).map(({ wat, wie }) => [wat, wie])).toEqual([['ingelogd', 'a']]);
});

it.each([true, 'true', 1, '1'])(
  'logt in met wat Entra ID in plaats van email_verified zegt: xms_edov %j',
  async (xms_edov) => {
    const { provider, enter } = await open({ inToken: true });
    provider.setAccount({ sub: 'anke', email: EMAIL, xms_edov });
    expect(readSession(await enter())).toBeDefined();
  },
);

it('zegt aan wie inlogt en in het log dat de inlogdienst niet zegt welk adres van wie is', async () => {
  const { provider, enter, logs } = await open();
  provider.setAccount({ sub: 'anke', email: EMAIL });
  expect((await enter()).text).toContain('zegt niet welk e-mailadres zeker van u is');
  expect(logs.join('')).toContain('geen e-mailadres met email_verified of xms_edov');
  expect(logs.join('')).not.toContain(EMAIL);
});

it('herkent wie eerder inlogde aan de naam bij de inlogdienst, ook met een ander adres', async () => {
  const { provider, enter, records } = await open();
  await enter();
  provider.setAccount({ sub: 'anke', email: 'anke.nieuw@gemeente.example', email_verified: true });
  expect(readSession(await enter())).toBeDefined();
  expect((await records.list('sessie')).map(({ value }) => value.medewerker)).toEqual(['a', 'a']);
});

it.each<[string, Account]>([
  ['een adres zonder account', { sub: 'piet', email: 'piet@gemeente.example', email_verified: true }],
  ['een adres dat niet is nagegaan', { sub: 'anke', email: EMAIL, email_verified: false }],
  ['een adres waarvan niet is gezegd dat het is nagegaan', { sub: 'anke', email: EMAIL }],
  ['een adres van een domein dat niet is nagegaan', { sub: 'anke', email: EMAIL, xms_edov: false }],
  [
    'een adres dat niet is nagegaan, van een domein dat dat wel is',
    { sub: 'anke', email: EMAIL, email_verified: false, xms_edov: true },
  ],
  ['geen adres', { sub: 'anke' }],
])('laat niemand binnen met %s', async (_wat, account) => {
  const { provider, enter, records } = await open();
  provider.setAccount(account);
  const answer = await enter();
  expect(answer.status).toBe(403);
  expect(readSession(answer)).toBeUndefined();
  expect(await records.list('sessie')).toEqual([]);
  expect(await records.list('medewerker')).toHaveLength(1);
});

it('laat een ander met hetzelfde adres niet bij een account dat al van iemand is, en schrijft dat op', async () => {
  const { provider, enter, records } = await open();
  await enter();
  provider.setAccount({ ...ANKE, sub: 'een ander' });
  expect((await enter()).status).toBe(403);
  expect((await records.readLog(1))[0]).toMatchObject({ wat: 'inloggen-geweigerd', over: EMAIL });
});

it('laat niemand binnen van wie de toegang is afgesloten', async () => {
  const { enter, records } = await open();
  await enter();
  const person = await records.read('medewerker', 'a');
  if (!person) throw new Error('Niemand.');
  await records.commit([{ ...person, kind: 'medewerker', value: { ...person.value, actief: false } }]);
  expect((await enter()).status).toBe(403);
});

it('weigert een antwoord dat van een andere browser of reis is, of dat veranderd is', async () => {
  const { leave, comeBack, records } = await open();
  const mine = await leave();
  const other = await leave();
  const change = (naam: string, waarde: string) => {
    const url = new URL(mine.back, BASE_URL);
    url.searchParams.set(naam, waarde);
    return url.pathname + url.search;
  };
  const attempts: [string, string][] = [
    [mine.back, ''],
    [mine.back, 'beheer-oidc='],
    [mine.back, other.cookie],
    [mine.back, `${mine.cookie}; ${other.cookie}`],
    [other.back, mine.cookie],
    [change('state', 'A'.repeat(43)), mine.cookie],
    [change('code', 'A'.repeat(43)), mine.cookie],
    [change('iss', 'https://elders.example'), mine.cookie],
    ['/beheer/oidc/terug', mine.cookie],
    ['/beheer/oidc/terug?error=access_denied', mine.cookie],
  ];
  for (const [path, cookie] of attempts) {
    const answer = await comeBack(path, cookie);
    expect(answer.status, `${path} ${cookie}`).toBe(400);
    expect(readSession(answer)).toBeUndefined();
  }
  expect(await records.list('sessie')).toEqual([]);
});

it('weigert een antwoord dat al is gebruikt', async () => {
  const { leave, comeBack } = await open();
  const { back, cookie } = await leave();
  const first = await comeBack(back, cookie);
  expect(readSession(first)).toBeDefined();
  expect(first.headers['set-cookie']).toContain(
    'beheer-oidc=; Max-Age=0; Path=/beheer/oidc; HttpOnly; SameSite=Lax',
  );
  expect((await comeBack(back, cookie)).status).toBe(400);
});

it('weigert een token met het teken van een andere reis', async () => {
  // Somebody in between swaps the nonce on the way there, so that the token is made for another journey.
  const { app, comeBack, provider } = await open();
  const away = await request(app).get('/beheer/oidc/heen').expect(303);
  const cookie = String(away.headers['set-cookie']).split(';')[0] ?? '';
  const url = new URL(away.headers.location ?? '');
  url.searchParams.set('nonce', 'B'.repeat(43));
  const back = await followProvider(url.href, BASE_URL);
  const answer = await comeBack(back.slice(BASE_URL.length), cookie);
  expect(answer.status).toBe(400);
  expect(url.href).toContain(provider.config.issuer);
});

it('weigert een inlogdienst die zich anders noemt dan is ingesteld', async () => {
  const { provider, records } = await open();
  // The same server under another of its names: what it says of itself is not what was asked for.
  const issuer = provider.config.issuer.replace('127.0.0.1', 'localhost');
  const app = createTestApp({ records, now: () => new Date(), oidc: { ...provider.config, issuer } });
  const answer = await request(app).get('/beheer/oidc/heen').expect(503);
  expect(answer.headers['set-cookie']).toBeUndefined();
});

it('zegt dat de inlogdienst niet antwoordt als die weg is, en de rest werkt', async () => {
  const { provider, app, leave, comeBack, records, logs } = await open();
  const { back, cookie } = await leave();
  await provider.stop();
  expect((await comeBack(back, cookie)).status).toBe(503);
  const fresh = createTestApp({ records, now: () => new Date(), oidc: provider.config });
  expect((await request(fresh).get('/beheer/oidc/heen').expect(503)).text).toContain('antwoordt nu niet');
  await request(fresh).get('/beheer/inloggen').expect(200);
  await request(fresh).get('/').expect(200);
  const { get } = await logIn(app, records, 'redacteur', { now: () => new Date() });
  await get('').expect(200);
  expect(logs.join('')).toContain('inloggen met OpenID Connect');
});

it('schrijft geen adres, code, state of token in het logboek van de server', async () => {
  const { enter, leave, comeBack, logs, provider } = await open();
  await enter();
  const { back, cookie } = await leave();
  await comeBack(back.replace('state=', 'state=x'), cookie);
  provider.setAccount({ sub: 'piet', email: 'piet@gemeente.example', email_verified: true });
  await enter();
  const all = logs.join('');
  const { searchParams } = new URL(back, BASE_URL);
  for (const secret of [
    EMAIL,
    'piet',
    'anke',
    searchParams.get('code'),
    searchParams.get('state'),
    cookie.split('=')[1],
  ])
    expect(all).not.toContain(secret);
  expect(all).toContain('/beheer/oidc/terug');
});

it('houdt op met vragen aan de inlogdienst voor wie te vaak met een verkeerd antwoord komt', async () => {
  const { comeBack } = await open();
  const cookie = `beheer-oidc=${'A'.repeat(43)}`;
  const guess = () =>
    comeBack('/beheer/oidc/terug?code=x&state=y', cookie).set('X-Forwarded-For', '192.0.2.1');
  for (let count = 0; count < 20; count += 1) await guess().expect(400);
  await guess().expect(429);
});

it('heeft zonder instelling geen adressen voor OpenID Connect', async () => {
  const app = createTestApp();
  for (const path of ['/beheer/oidc/heen', '/beheer/oidc/terug?code=x'])
    expect((await request(app).get(path).expect(303)).headers.location).toBe('/beheer/inloggen');
  expect((await request(app).get('/beheer/inloggen').expect(200)).text).not.toContain('/oidc/');
});
