import { describe, expect, it } from 'vitest';
import { createLogin } from '../../../src/login/create-login.ts';
import { readForms } from '../../support/form-walker.ts';
import { logIn } from '../../support/logged-in.ts';
import { createMemoryRecords } from '../../support/memory-records.ts';
import { request } from '../../support/request.ts';
import { createClock } from '../../support/sending-site.ts';
import { createTestApp } from '../../support/test-app.ts';

const EMAIL = 'anke@gemeente.example';

function open({ baseUrl = 'http://localhost:3000' } = {}) {
  const records = createMemoryRecords();
  const clock = createClock();
  const logs: string[] = [];
  const app = createTestApp({
    ...{ records, baseUrl },
    now: clock.now,
    onLog: (regel) => logs.push(regel),
    trustProxy: 1,
  });
  const login = createLogin({
    ...{ records, baseUrl, now: clock.now, secrets: () => ['x'.repeat(32)] },
    ...{ mail: null, oidc: null, report: () => {} },
  });
  const invite = async (email = EMAIL) => {
    const made = await login.people.invite(null, email, 'redacteur');
    if (made.soort !== 'gemaakt') throw new Error('Er is geen link.');
    return `/beheer/link/${made.token}`;
  };
  return { records, clock, logs, app, login, invite };
}

const readCookie = (answer: { headers: Record<string, unknown> }) =>
  String((answer.headers['set-cookie'] as string[] | undefined)?.at(-1) ?? '');

describe('een inloglink', () => {
  it('logt in met een knop, een keer, en begint dan een nieuwe sessie', async () => {
    const { app, invite, records } = open();
    const path = await invite();
    const { text } = await request(app).get(path).expect(200);
    expect(readForms(text)).toEqual([{ action: path, velden: [], keuzes: new Map() }]);
    const answer = await request(app).post(path).set('User-Agent', 'X Firefox/1 (Windows)').expect(303);
    expect(answer.headers.location).toBe('/beheer');
    const cookie = readCookie(answer);
    expect(cookie).toMatch(/^beheer=[\w-]{43}; Path=\/beheer; HttpOnly; SameSite=Strict$/);
    const home = await request(app)
      .get('/beheer')
      .set('Cookie', cookie.split(';')[0] ?? '')
      .expect(200);
    expect(home.text).toContain(EMAIL);
    expect((await records.list('sessie'))[0]?.value.programma).toBe('Firefox op Windows');
    expect((await records.readLog(9)).map(({ wat, over }) => [wat, over])).toEqual([
      ['ingelogd', EMAIL],
      ['uitgenodigd', `${EMAIL}: redacteur`],
    ]);

    const again = await request(app).post(path).expect(404);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  it('doet niets als hij duizend keer wordt geopend', async () => {
    const { app, invite, records } = open();
    const path = await invite();
    const before = [await records.list('inloglink'), await records.list('medewerker')];
    for (let count = 0; count < 500; count += 1) {
      const got = await request(app).get(path);
      const head = await request(app).head(path);
      expect([got.status, head.status]).toEqual([200, 200]);
      expect(got.headers['set-cookie'] ?? head.headers['set-cookie']).toBeUndefined();
    }
    expect([await records.list('inloglink'), await records.list('medewerker')]).toEqual(before);
    expect(await records.list('sessie')).toEqual([]);
    await request(app).post(path).expect(303);
  });

  it('zegt bij het openen niet of hij bestaat', async () => {
    const { app, invite } = open();
    const real = await invite();
    const guessed = `/beheer/link/${'A'.repeat(43)}`;
    const [one, other] = await Promise.all([real, guessed].map((path) => request(app).get(path).expect(200)));
    expect(one?.text.replaceAll(real, '')).toBe(other?.text.replaceAll(guessed, ''));
  });

  it('werkt 24 uur als uitnodiging', async () => {
    const { app, clock, invite } = open();
    const path = await invite();
    clock.ahead(24 * 60 - 1);
    const late = await invite('later@gemeente.example');
    await request(app).post(path).expect(303);
    clock.ahead(24 * 60);
    expect((await request(app).post(late).expect(410)).text).toContain('verlopen');
  });

  it('laat van gelijktijdige pogingen er een winnen', async () => {
    const { app, invite, records } = open();
    const path = await invite();
    const answers = await Promise.all(Array.from({ length: 8 }, () => request(app).post(path)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(7).fill(404)]);
    expect(await records.list('sessie')).toHaveLength(1);
    expect(await records.list('medewerker')).toHaveLength(1);
  });

  it('neemt nooit een teken over dat de browser al had, en beëindigt de sessie daarvan', async () => {
    const { app, clock, invite, records } = open();
    const attacker = await logIn(app, records, 'redacteur', { now: clock.now });
    const fixed = await request(app)
      .post(await invite())
      .set('Cookie', attacker.cookie)
      .expect(303);
    expect(readCookie(fixed)).not.toContain(attacker.cookie);
    await attacker.get('').expect(303);

    const invented = `beheer=${'B'.repeat(43)}`;
    const answer = await request(app)
      .post(await invite('ander@gemeente.example'))
      .set('Cookie', invented)
      .expect(303);
    expect(readCookie(answer)).not.toContain(invented);
    await request(app).get('/beheer').set('Cookie', invented).expect(303);
  });

  it('houdt twee browsers van een persoon uit elkaar', async () => {
    const { app, invite, records } = open();
    const first = readCookie(
      await request(app)
        .post(await invite())
        .expect(303),
    );
    const second = readCookie(
      await request(app)
        .post(await invite())
        .expect(303),
    );
    expect(first).not.toBe(second);
    for (const cookie of [first, second])
      await request(app)
        .get('/beheer')
        .set('Cookie', cookie.split(';')[0] ?? '')
        .expect(200);
    expect(await records.list('medewerker')).toHaveLength(1);
  });

  it('geldt niet meer als met een andere is ingelogd, of als iemand is afgesloten', async () => {
    const { app, invite, login, records } = open();
    const [one, other] = [await invite(), await invite()];
    await request(app).post(one).expect(303);
    await request(app).post(other).expect(404);

    const third = await invite();
    const [person] = await records.list('medewerker');
    expect(await login.people.close(null, person?.id ?? '')).toBe('gedaan');
    expect(await records.list('sessie')).toEqual([]);
    await request(app).post(third).expect(404);
  });

  it('krijgt op een site met https een cookie dat alleen over TLS gaat', async () => {
    const { app, invite } = open({ baseUrl: 'https://wegwijzer.example' });
    expect(
      readCookie(
        await request(app)
          .post(await invite())
          .expect(303),
      ),
    ).toMatch(/^__Secure-beheer=[\w-]{43}; Path=\/beheer; Secure; HttpOnly; SameSite=Strict$/);
  });

  it('wordt niet gebruikt door een formulier van een andere site', async () => {
    const { app, invite } = open();
    const path = await invite();
    await request(app).post(path).set('Sec-Fetch-Site', 'cross-site').expect(403);
    await request(app).post(path).set('Origin', 'https://elders.example').expect(403);
    await request(app).post(path).expect(303);
  });

  it('komt niet in het logboek van de server, en niet in een link op de pagina', async () => {
    const { app, invite, logs, records } = open();
    const path = await invite();
    const token = path.split('/').at(-1) ?? '';
    const { text } = await request(app).get(path).expect(200);
    expect(text.replace(`action="${path}"`, '')).not.toContain(token);
    await request(app).post(`${path}x`).expect(404);
    await request(app).put(path).expect(401);
    await request(app).post(path).expect(303);
    expect(logs.length).toBeGreaterThan(3);
    expect(logs.join('')).not.toContain(token);
    expect(logs.join('')).not.toContain(EMAIL);
    expect(logs.join('')).toContain('/beheer/link/:token');
    expect(JSON.stringify(await records.list('inloglink'))).not.toContain(token);
  });
});

describe('raden', () => {
  const guess = (app: ReturnType<typeof open>['app'], address: string) =>
    request(app)
      .post(`/beheer/link/${'C'.repeat(43)}`)
      .set('X-Forwarded-For', address);

  it('wordt per plek geweigerd na twintig keer, ook met een goede link, en een kwartier later niet meer', async () => {
    const { app, clock, invite } = open();
    for (let count = 0; count < 20; count += 1) await guess(app, '192.0.2.1').expect(404);
    await guess(app, '192.0.2.1').expect(429);
    const path = await invite();
    await request(app).post(path).set('X-Forwarded-For', '192.0.2.1').expect(429);
    clock.ahead(15);
    await request(app).post(path).set('X-Forwarded-For', '192.0.2.1').expect(303);
  });

  it('sluit niemand anders buiten, ook niet als van overal geraden wordt, en schrijft niet zonder eind', async () => {
    const { app, invite, records, clock } = open();
    for (let count = 0; count < 520; count += 1)
      await guess(app, `198.51.${count % 256}.${count >> 8}`).expect(404);
    expect((await records.list('pogingen')).length).toBe(501);
    await request(app)
      .post(await invite())
      .set('X-Forwarded-For', '192.0.2.9')
      .expect(303);

    clock.ahead(15);
    await guess(app, '203.0.113.1').expect(404);
    expect(await records.list('pogingen')).toHaveLength(2);
  });

  it('telt over servers heen, zonder een adres te bewaren', async () => {
    const { app, records } = open();
    const second = createTestApp({ records, now: createClock().now, trustProxy: 1 });
    for (let count = 0; count < 10; count += 1) {
      await guess(app, '192.0.2.1').expect(404);
      await guess(second, '192.0.2.1').expect(404);
    }
    await guess(app, '192.0.2.1').expect(429);
    await guess(second, '192.0.2.1').expect(429);
    expect(JSON.stringify(await records.list('pogingen'))).not.toContain('192.0.2');
  });
});
