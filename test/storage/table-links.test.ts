import { describe, expect, it } from 'vitest';
import { createTestLinks, LINK_PATH, toToken } from '../support/answer-links.ts';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { postForm } from '../support/form-walker.ts';
import { postReferral, postVerwijzing } from '../support/referral-requests.ts';
import { request } from '../support/request.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../support/test-app.ts';
import { PLACES, type TestPlace } from '../support/test-places.ts';
import { BASE_URL, NOW } from '../support/test-site.ts';
import { fillNeeded } from '../support/verwijzing-cases.ts';

const ANTWOORDEN = { ...LOKAAL_VAST, ...toFitting('topx'), rol: 'procesmanager', gemeente: 'enschede' };
const TRACE = 'kanariepiet';
const CODE = 'TW-2026-777';
const VELDEN = { ...fillNeeded('topx', 'procesmanager'), casuscode: CODE, hulpvraag: `Wat nu met ${TRACE}?` };
const TAKEN = [['keuze', 'opgepakt']] as const;
const REFUSED = [
  ['keuze', 'nietOpgepakt'],
  ['waarom', 'reden:geen-plek'],
] as const;

/** The whole site on a place, and what it logs. */
async function startApp(place: TestPlace) {
  const opslag = await place.open();
  const log: string[] = [];
  const app = createTestApp({ opslag, onLog: (line) => log.push(line), limits: SPACIOUS });
  const makeLink = async (velden: Readonly<Record<string, string>> = VELDEN): Promise<string> => {
    const { body } = await postVerwijzing(app, 'topx', ANTWOORDEN, velden).expect(200);
    return new URL(body.antwoordlink).pathname;
  };
  return { app, log, makeLink, antwoorden: opslag.antwoorden };
}

describe.each(PLACES)('the link of a package, with %s', (_name, makePlace) => {
  it('changes nothing when programs open it a hundred times, at either of its addresses', async () => {
    const place = await makePlace();
    const { app, makeLink, antwoorden } = await startApp(place);
    const path = await makeLink();
    const before = await place.readAll();
    for (const address of [path, path.replace(LINK_PATH, '/t/')]) {
      const status = address === path ? 200 : 301;
      for (let turn = 0; turn < 50; turn += 1) {
        await request(app).get(address).expect(status);
        await request(app).head(address).expect(status);
      }
    }
    expect(await antwoorden.lijst()).toEqual([]);
    expect(await place.readAll()).toBe(before);
  });

  it('counts once, however often it is answered, posted again, or made again', async () => {
    const { app, makeLink, antwoorden } = await startApp(await makePlace());
    const path = await makeLink();
    const other = await makeLink({ ...VELDEN, casuscode: 'TW-2026-778' });
    await postForm(app, other, TAKEN).expect(200);
    for (let turn = 0; turn < 20; turn += 1) {
      await postForm(app, path, REFUSED).expect(200);
      // The same package again gives the same link.
      expect(await makeLink()).toBe(path);
    }
    const kept = (await antwoorden.lijst()).map(({ keuze }) => keuze);
    expect(kept.toSorted()).toEqual(['nietOpgepakt', 'opgepakt']);
  });

  it('says what is wrong when it is forged, foreign or old, and keeps nothing of it', async () => {
    const { app, makeLink, antwoorden } = await startApp(await makePlace());
    const path = await makeLink();
    const pakket = { tafel: 'topx', casuscode: CODE, tekst: 'x' };
    const foreign = createTestLinks({ secrets: () => ['het-geheim-van-een-andere-site-met-32-tekens'] });
    const old = createTestLinks({ now: () => new Date(NOW.getTime() - 31 * 86_400_000), baseUrl: BASE_URL });
    const cases: [string, number, string][] = [
      [`${path.slice(0, -1)}${path.endsWith('A') ? 'Q' : 'A'}`, 404, 'Deze link klopt niet'],
      [LINK_PATH + toToken(foreign.make(pakket)), 404, 'Deze link klopt niet'],
      [LINK_PATH + toToken(old.make(pakket)), 410, 'Deze link werkt niet meer'],
    ];
    for (const [address, status, kop] of cases) {
      for (const form of [TAKEN, REFUSED])
        expect((await postForm(app, address, form).expect(status)).text).toContain(kop);
      const before = address.replace(LINK_PATH, '/t/');
      expect((await postForm(app, before, TAKEN).expect(status)).text).toContain(kop);
    }
    expect(await antwoorden.lijst()).toEqual([]);
  });

  it('leaves nothing of the case in what is kept or logged, from the package to the case file', async () => {
    const place = await makePlace();
    const { app, log, makeLink } = await startApp(place);
    const path = await makeLink();
    for (const deel of ['', '/eml', '/pdf', '/txt', '/ics'] as const)
      await postReferral(app, 'topx', ANTWOORDEN, VELDEN, deel);
    await request(app).get(path).expect(200);
    await request(app).get(path.replace(LINK_PATH, '/t/')).expect(301);
    const { text } = await postForm(app, path, [
      ['keuze', 'opAgenda'],
      ['datum', '2027-02-17'],
    ]).expect(200);
    const [code = ''] = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(text) ?? [];
    await postForm(app, `/casus?a=${createTestSeal().seal(ANTWOORDEN)}&tafel=topx`, [
      ...Object.entries(VELDEN),
      ['actie', 'tafelcode'],
      ['tafelcode', code],
    ]);
    const kept = await place.readAll();
    expect(kept).toContain('opAgenda');
    expect(log.join('\n')).toContain(`${LINK_PATH}:token`);
    for (const trace of [TRACE, CODE, code, path.slice(LINK_PATH.length), '2027-02-17'])
      for (const text of [kept, ...log]) expect(text).not.toContain(trace);
  });
});
