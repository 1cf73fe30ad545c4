import { describe, expect, it } from 'vitest';
import type { Casus } from '../../src/domain/casus/casus.ts';
import { StorageFailure } from '../../src/domain/storage-failure.ts';
import { createMetrics, type Metrics } from '../../src/http/metrics.ts';
import { createTestLinks, toToken } from '../support/answer-links.ts';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { postForm, readForms } from '../support/form-walker.ts';
import { findHtmlFaults } from '../support/html-faults.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { postReferral, postVerwijzing, readEml } from '../support/referral-requests.ts';
import { request } from '../support/request.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { createTestApp, createTestSeal, SPACIOUS, store } from '../support/test-app.ts';
import { BASE_URL, NOW } from '../support/test-site.ts';
import { fillNeeded } from '../support/verwijzing-cases.ts';

const ANTWOORDEN = { ...LOKAAL_VAST, ...toFitting('topx'), rol: 'procesmanager', gemeente: 'enschede' };
const CODE = 'TW-2026-777';
const VELDEN = { ...fillNeeded('topx', 'procesmanager'), casuscode: CODE };
const LINK = /http:\/\/localhost:3000(\/terugmelden\/[\w-]+)/;

/** An app on a folder of its own, and what it logs. */
async function startApp(metrics?: Metrics) {
  const dataDir = makeTempDir();
  const opslag = await openTestStore(dataDir);
  const log: string[] = [];
  const app = createTestApp({
    opslag,
    onLog: (line) => log.push(line),
    limits: SPACIOUS,
    ...(metrics ? { metrics } : {}),
  });
  const { text } = await request(app).get('/');
  expect(text).toContain('112');
  return { app, log, antwoorden: opslag.antwoorden };
}

async function makePackage(app: ReturnType<typeof createTestApp>, velden = VELDEN) {
  const { body } = await postVerwijzing(app, 'topx', ANTWOORDEN, velden).expect(200);
  expect(body.status).toBe('gereed');
  return { path: LINK.exec(body.mail.tekst)?.[1] ?? '', ...body };
}

describe('the link in a package', () => {
  it('is the same in preview, draft, text and PDF, and stands in the text with what it is for', async () => {
    const { app } = await startApp();
    const { path, mail, antwoordlink } = await makePackage(app);
    expect(antwoordlink).toBe(BASE_URL + path);
    expect(mail.tekst).toContain('ANTWOORDEN KAN HIER\nMet deze link laat u weten');
    const eml = await postReferral(app, 'topx', ANTWOORDEN, VELDEN, '/eml').expect(200);
    expect((await readEml(eml.body)).tekst).toContain(antwoordlink);
    const txt = await postReferral(app, 'topx', ANTWOORDEN, VELDEN, '/txt').expect(200);
    expect(String(txt.body)).toContain(antwoordlink);
    const preview = await postReferral(app, 'topx', ANTWOORDEN, VELDEN).expect(200);
    expect(String(preview.body)).toContain(antwoordlink);
  });

  it('is in no concept, no request to another and no phone card', async () => {
    const { app } = await startApp();
    const concept = await postVerwijzing(app, 'topx', ANTWOORDEN, { casuscode: CODE }).expect(200);
    expect(concept.body).toMatchObject({ status: 'concept', antwoordlink: null });
    const via = await postVerwijzing(app, 'topx', { ...ANTWOORDEN, rol: 'woningcorporatie' }, VELDEN);
    expect(via.body).toMatchObject({ route: 'via', antwoordlink: null });
    expect(via.body.mail.tekst).not.toContain('/terugmelden/');
  });
});

describe('the page of a link', () => {
  it('shows what it is for and what can be answered, in valid HTML', async () => {
    const { app } = await startApp();
    const { path } = await makePackage(app);
    const { text, headers } = await request(app).get(path).expect(200);
    expect(text).toContain('TopX');
    expect(text).toContain('week 47 van 2026');
    expect(text).not.toContain('nadat de aanmelding is gemaakt');
    expect(text).not.toContain(CODE);
    expect(text.split(path)).toHaveLength(2);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['set-cookie']).toBeUndefined();
    const [form] = readForms(text).filter(({ action }) => action === path);
    expect(form?.keuzes.get('keuze')).toHaveLength(6);
    expect(await findHtmlFaults(text)).toEqual([]);
  });

  it('is where a link of before leads, and what is posted to that counts as an answer to the same link', async () => {
    const { app, antwoorden, log } = await startApp();
    const { path } = await makePackage(app);
    const old = path.replace('/terugmelden/', '/t/');
    for (const method of ['get', 'head'] as const) {
      const { headers } = await request(app)[method](old).expect(301);
      expect(headers.location).toBe(path);
    }
    await postForm(app, old, [['keuze', 'ontvangen']]).expect(200);
    await postForm(app, path, [['keuze', 'opgepakt']]).expect(200);
    expect(await antwoorden.lijst()).toEqual([expect.objectContaining({ keuze: 'opgepakt' })]);
    expect(log.join('\n')).toContain('/t/:token');
    expect(log.join('\n')).not.toContain(path.slice('/terugmelden/'.length));
    // However odd what stands after it, it leads nowhere else.
    for (const odd of ['%2F%2Felders.example', '..%2Fadvies', '%0D%0ASet-Cookie:x', '%3Fa=b']) {
      const { headers } = await request(app).get(`/t/${odd}`).expect(301);
      expect(headers.location).toMatch(/^\/terugmelden\/[\w.%-]+$/);
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('keeps an answer with one post, and replaces it with the next: one link counts once', async () => {
    const { app, antwoorden } = await startApp();
    const { path } = await makePackage(app);
    const first = await postForm(app, path, [['keuze', 'ontvangen']]).expect(200);
    expect(first.text).toContain('Uw antwoord is geteld');
    expect(first.text).toContain('[vul de casuscode in]');
    // On paper a text area is hidden, and its text stands as paragraphs.
    expect(first.text).toMatch(/rdm-kopie__papier"><p>.*?\[vul de casuscode in\]/s);
    expect(await findHtmlFaults(first.text)).toEqual([]);
    const again = await request(app).get(path).expect(200);
    expect(again.text).toContain('is al geantwoord');
    for (let turn = 0; turn < 20; turn += 1)
      await postForm(app, path, [
        ['keuze', 'nietOpgepakt'],
        ['waarom', 'reden:geen-plek'],
      ]).expect(200);
    expect(await antwoorden.lijst()).toEqual([
      expect.objectContaining({ tafel: 'topx', keuze: 'nietOpgepakt', waarom: 'reden:geen-plek', dagen: 0 }),
    ]);
  });

  it('says what is missing, beside its field, and keeps what was chosen', async () => {
    const { app, antwoorden } = await startApp();
    const { path } = await makePackage(app);
    const none = await postForm(app, path, []).expect(400);
    expect(none.text).toContain('href="#keuze-ontvangen"');
    expect(await findHtmlFaults(none.text)).toEqual([]);
    const noDate = await postForm(app, path, [['keuze', 'opAgenda']]).expect(400);
    expect(noDate.text).toContain('href="#datum"');
    for (const [datum, reason] of [
      ['0001-01-05', 'al geweest'],
      ['2206-12-14', 'Kijk het jaar na'],
    ] as const) {
      const wrongYear = [
        ['keuze', 'opAgenda'],
        ['datum', datum],
      ] as const;
      expect((await postForm(app, path, wrongYear).expect(400)).text).toContain(reason);
    }
    expect(noDate.text).toMatch(/value="opAgenda"[^>]* checked/);
    await postForm(app, path, [['naam', 'Jan']]).expect(400);
    expect(await antwoorden.lijst()).toEqual([]);
  });

  it('says of a forged, a foreign and an old link what it is, to opening and to answering', async () => {
    const { app, antwoorden } = await startApp();
    const { path } = await makePackage(app);
    const old = createTestLinks({ now: () => new Date(NOW.getTime() - 31 * 86_400_000), baseUrl: BASE_URL });
    const foreign = createTestLinks({ secrets: () => ['het-geheim-van-een-andere-site-met-32-tekens'] });
    const pakket = { tafel: 'topx', casuscode: CODE, tekst: 'x' };
    const cases: [string, number, string][] = [
      [`${path.slice(0, -1)}${path.endsWith('A') ? 'Q' : 'A'}`, 404, 'Deze link klopt niet'],
      [path.slice(0, -5), 404, 'Deze link klopt niet'],
      [`/terugmelden/${toToken(foreign.make(pakket))}`, 404, 'Deze link klopt niet'],
      [`/terugmelden/${toToken(old.make(pakket))}`, 410, 'Deze link werkt niet meer'],
    ];
    for (const [address, status, kop] of cases) {
      expect((await request(app).get(address).expect(status)).text).toContain(kop);
      expect((await postForm(app, address, [['keuze', 'opgepakt']]).expect(status)).text).toContain(kop);
    }
    expect(await antwoorden.lijst()).toEqual([]);
  });

  it('gives the answer back when it cannot be kept', async () => {
    const opslag = {
      ...store,
      antwoorden: {
        ...store.antwoorden,
        put: async () => {
          throw new StorageFailure('De schijf is vol.');
        },
      },
    };
    const app = createTestApp({ opslag, limits: SPACIOUS });
    const { path } = await makePackage(app);
    const { text } = await postForm(app, path, [['keuze', 'opgepakt']]).expect(503);
    expect(text).toContain('Uw antwoord is niet bewaard');
    expect(text).toMatch(/value="opgepakt"[^>]* checked/);
  });

  it('takes so many answers an hour from one address, at both addresses of a link, and says when it takes more', async () => {
    const metrics = createMetrics();
    const { app, antwoorden, log } = await startApp(metrics);
    const { path } = await makePackage(app);
    const old = path.replace('/terugmelden/', '/t/');
    for (let turn = 0; turn < 60; turn += 1)
      await postForm(app, turn % 2 ? old : path, [['keuze', 'ontvangen']]).expect(200);
    await postForm(app, old, [['keuze', 'opgepakt']]).expect(429);
    const { text, headers } = await postForm(app, path, [['keuze', 'opgepakt']]).expect(429);
    expect(text).toContain('te veel aanvragen');
    // An operator sees it, in the log and in the numbers, and not of which link.
    expect(log.filter((line) => line.includes('"route":"/terugmelden/:token","status":429'))).toHaveLength(1);
    expect(await metrics.registry.metrics()).toContain(
      'rdm_rate_limited_total{limit="antwoorden",of="address"} 2',
    );
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(await antwoorden.lijst()).toEqual([expect.objectContaining({ keuze: 'ontvangen' })]);
    await request(app).get(path).expect(200);
  });
});

describe('the code for the case file', () => {
  const seal = createTestSeal();
  const readState = (html: string) =>
    JSON.parse(
      readForms(html)
        .flatMap(({ velden }) => velden)
        .find(([name]) => name === 'casus')?.[1] ?? '{}',
    ) as Casus;

  /** A case with a package in it, and the code that its table gave for an answer. */
  async function answer(...velden: (readonly [string, string])[]) {
    const { app } = await startApp();
    const path = `/casus?a=${seal.seal(ANTWOORDEN)}&tafel=topx`;
    const { text } = await postForm(app, path, Object.entries(VELDEN)).expect(200);
    const casus = readState(text);
    expect(casus.verwijzingen).toHaveLength(1);
    const link = (await makePackage(app)).path;
    const answered = await postForm(app, link, velden).expect(200);
    const [code = ''] = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(answered.text) ?? [];
    const record = (typed: string) =>
      postForm(app, '/casus', [
        ['casus', JSON.stringify(casus)],
        ['tafelcode', typed],
        ['actie', 'tafelcode'],
      ]);
    return { code, record, casus };
  }

  it.each([
    [[['keuze', 'ontvangen']], 'ontvangen', /^$/],
    [[['keuze', 'opgepakt']], 'opgepakt', /^$/],
    [
      [
        ['keuze', 'opAgenda'],
        ['datum', '2026-12-14'],
      ],
      'opAgenda',
      /14 december 2026/,
    ],
    [
      [
        ['keuze', 'nietOpgepakt'],
        ['waarom', 'reden:geen-plek'],
      ],
      'afgewezen',
      /geen plek/,
    ],
    [
      [
        ['keuze', 'doorverwezen'],
        ['naar', 'levensloopaanpak'],
      ],
      'afgewezen',
      /Levensloopaanpak/,
    ],
    [
      [
        ['keuze', 'meerNodig'],
        ['delen', 'veiligheid'],
        ['delen', 'vraag'],
      ],
      'ontvangen',
      /meer nodig/,
    ],
  ] as const)('writes %o down at its package as %s', async (velden, stand, toelichting) => {
    const { code, record } = await answer(...velden);
    const { text } = await record(` ${code.toLowerCase()} `).expect(200);
    const [made] = readState(text).verwijzingen;
    expect(made).toMatchObject({
      stand,
      standDatum: '2026-11-21',
      toelichting: expect.stringMatching(toelichting),
    });
    expect(text).toContain('opgeschreven');
    expect(await findHtmlFaults(text)).toEqual([]);
  });

  it('is refused when it is mistyped, and the case stays as it was', async () => {
    const { code, record, casus } = await answer(['keuze', 'opgepakt']);
    const mistyped = code.replace(/^./, (char) => (char === 'A' ? 'B' : 'A'));
    for (const typed of [mistyped, '', 'ABCDE-FGHJK', 'x'.repeat(1000)]) {
      const { text } = await record(typed).expect(400);
      expect(text).toContain('href="#tafelcode"');
      expect(readState(text)).toEqual(casus);
    }
  });
});
