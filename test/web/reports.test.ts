import { describe, expect, it } from 'vitest';
import { postForm } from '../support/form-walker.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { request } from '../support/request.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { createTestApp, createTestSeal, LIMITS, store } from '../support/test-app.ts';

const velden = (anders: Record<string, string> = {}) =>
  Object.entries({
    pagina: '/overlegtafels/topx',
    veld: 'E-mailadres',
    watMoetHetZijn: 'Het adres is nu anders.',
    email: '',
    ...anders,
  });

describe('"Klopt dit niet?"', () => {
  it('bewaart een melding en bedankt, met een nummer', async () => {
    const { text } = await postForm(createTestApp(), '/klopt-niet', velden()).expect(200);
    const melding = (await store.meldingen.lijst()).at(-1);
    expect(melding).toMatchObject({ pagina: '/overlegtafels/topx', veld: 'E-mailadres', status: 'open' });
    expect(text).toContain(`met nummer ${melding?.id}`);
  });

  it('bewaart een melding die twee keer wordt verstuurd één keer, en antwoordt twee keer hetzelfde', async () => {
    const app = createTestApp();
    const form = velden({ veld: 'Dubbele klik', email: 'wijkcoach@example.nl' });
    const [een, twee] = await Promise.all([1, 2].map(() => postForm(app, '/klopt-niet', form).expect(200)));
    expect(twee?.text).toBe(een?.text);
    const { text } = await postForm(app, '/klopt-niet', form).expect(200);
    expect(text).toBe(een?.text);
    const bewaard = (await store.meldingen.lijst()).filter(({ veld }) => veld === 'Dubbele klik');
    expect(bewaard).toHaveLength(1);
    expect(text).toContain(`met nummer ${bewaard[0]?.id}`);
  });

  it.each([
    ['een leeg veld', { veld: '' }, 'Vul in wat er niet klopt.'],
    ['een adres buiten de site', { pagina: 'https://example.nl' }, 'Dit is geen pagina van deze site.'],
    ['geen e-mailadres', { email: 'jan' }, 'Dit is geen e-mailadres.'],
    ['een te lange tekst', { veld: 'x'.repeat(201) }, 'Maak dit korter: hoogstens 200 tekens.'],
    [
      'een te lang adres',
      { email: `${'a'.repeat(60)}@${'b.'.repeat(100)}nl` },
      'Maak dit korter: hoogstens 254 tekens.',
    ],
    ['een BSN', { watMoetHetZijn: 'BSN 111222333' }, 'burgerservicenummer'],
  ])('weigert %s en houdt de rest vast', async (_name, anders, message) => {
    const earlier = (await store.meldingen.lijst()).length;
    const { text, status } = await postForm(createTestApp(), '/klopt-niet', velden(anders));
    expect(status).toBe(400);
    expect(text).toContain(message);
    expect(await store.meldingen.lijst()).toHaveLength(earlier);
  });

  it('telt een emoji in een melding als één teken', async () => {
    await postForm(createTestApp(), '/klopt-niet', velden({ veld: '📞'.repeat(200) })).expect(200);
    const { text } = await postForm(
      createTestApp(),
      '/klopt-niet',
      velden({ veld: '📞'.repeat(201) }),
    ).expect(400);
    expect(text).toContain('Maak dit korter: hoogstens 200 tekens.');
  });

  it('weigert een post van een andere site', async () => {
    const app = createTestApp();
    for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://example.nl' }]) {
      const { status } = await request(app)
        .post('/klopt-niet')
        .set(headers)
        .type('form')
        .send('pagina=/&veld=x&watMoetHetZijn=y');
      expect(status).toBe(403);
    }
  });

  it('neemt van één adres niet meer meldingen per uur aan dan is ingesteld', async () => {
    const app = createTestApp();
    for (let times = 0; times < LIMITS.meldingen.perAddress; times += 1)
      await postForm(app, '/klopt-niet', velden({ veld: '' })).expect(400);
    const { headers } = await postForm(app, '/klopt-niet', velden()).expect(429);
    expect(headers['retry-after']).toBeDefined();
  });

  it('staat als link op elke pagina, zonder antwoorden erin', async () => {
    const { text } = await request(createTestApp()).get('/overlegtafels/topx').expect(200);
    expect(text).toContain('href="/klopt-niet?pagina=/overlegtafels/topx"');
  });
});

describe('de tellingen', () => {
  it('tellen een vragenlijst zonder gemeente of rol, en tonen kleine aantallen niet', async () => {
    const opslag = await openTestStore(makeTempDir());
    const app = createTestApp({ opslag });
    await request(app).get('/vragen/acuut-gevaar').expect(200);
    await postForm(app, '/vragen/acuut-gevaar', [['acuutGevaar', 'ja']]).expect(303);
    const [week] = Object.values(await opslag.counts.perWeek());
    expect(week).toMatchObject({
      uitkomsten: { belNu: 1 },
      vragen: { acuutGevaar: { beantwoord: 1, weetNiet: 0 } },
    });
    expect(JSON.stringify(week)).not.toMatch(/almelo|wijkcoach/);
    // With the advice open already, a further answer is no second end.
    const stand = { acuutGevaar: 'ja' };
    await postForm(app, `/vragen/gemeente?a=${createTestSeal().seal(stand)}`, [
      ['gemeente', 'almelo'],
    ]).expect(303);
    expect(Object.values(await opslag.counts.perWeek())[0]).toMatchObject({
      afgerond: 1,
      uitkomsten: { belNu: 1 },
    });
    const { text } = await request(app).get('/statistiek').expect(200);
    expect(text).toContain('&lt; 5');
  });
});
