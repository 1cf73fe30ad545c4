import { describe, expect, it } from 'vitest';
import type { Casus } from '../../../src/domain/casus/casus.ts';
import { putAntwoorden, readAntwoorden } from '../../../src/domain/casus/change-casus.ts';
import { toMoment } from '../../support/arbitrary-casus.ts';
import { EDITED_TEXTS } from '../../support/edited-texts.ts';
import { LOKAAL_VAST, toFitting } from '../../support/fitting-antwoorden.ts';
import { postForm, readForms } from '../../support/form-walker.ts';
import { makeFullCasus } from '../../support/full-casus.ts';
import { send, startLiveServer } from '../../support/live-server.ts';
import { MULTIPART, toMultipart } from '../../support/multipart.ts';
import { request } from '../../support/request.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../../support/test-app.ts';
import { NOW } from '../../support/test-site.ts';

const app = createTestApp({ limits: SPACIOUS });
const ANTWOORDEN = { ...LOKAAL_VAST, ...toFitting('topx'), rol: 'procesmanager', gemeente: 'enschede' };
const CASUS = putAntwoorden(makeFullCasus(2), ANTWOORDEN, toMoment(1));

type Fields = Readonly<Record<string, string>>;
const post = (path: string, fields: Fields) => postForm(app, path, Object.entries(fields));
const readFields = (html: string) => Object.fromEntries(readForms(html).flatMap(({ velden }) => velden));
const readCasus = (html: string): Casus => JSON.parse(readFields(html).casus ?? '');
const toUpload = (file: string, fields: readonly (readonly [string, string])[]) =>
  toMultipart([
    ...fields.map(([name, value]) => ({ name, value })),
    { name: 'bestand', filename: 'x.casus.json', value: file },
  ]);
const upload = (path: string, file: string, fields: readonly (readonly [string, string])[] = []) =>
  request(app).post(path).set(MULTIPART).send(toUpload(file, fields));

describe('what is half typed of an item, of whatever list', () => {
  const texts = EDITED_TEXTS.map((name) => [name, `half getypt in ${name}`] as const);
  const typed = { ...Object.fromEntries(texts), 'verwijzingen.id': 'topx-1' };
  const casus = JSON.stringify(CASUS);

  it.each([
    'vragen',
    'vraag-signalen',
    'antwoord',
    'pakket-topx',
    'toon',
    'alles',
    'sluiten',
    'weg-plan:bellen',
  ])('stays when the page is left with %s', async (actie) => {
    const { text } = await post('/casus', { casus, actie, ...typed });
    expect(readFields(text)).toMatchObject(typed);
  });

  it.each([
    ['/casus/vervolg', 'bevestiging:topx-1'],
    ['/casus/nieuws', ''],
  ])('stays on %s', async (path, actie) => {
    const { text } = await post(path, { casus, actie, ...typed }).expect(200);
    expect(readFields(text)).toMatchObject(typed);
  });
});

describe('opening a file at the form of a table', () => {
  const asked = { ...ANTWOORDEN, gemeente: 'almelo' };
  const stand = createTestSeal().seal(asked);
  const old = createTestSeal(() => new Date(NOW.getTime() - 13 * 3_600_000)).seal(asked);
  const damaged = JSON.stringify({ ...CASUS, onbekend: 1 });

  it('with answers that are too old gives the form with the answers of the file', async () => {
    const { text } = await upload(`/casus/openen?a=${old}&tafel=topx`, JSON.stringify(CASUS)).expect(200);
    expect(text).toContain('action="/verwijzen/topx?');
    expect(readAntwoorden(readCasus(text)).gemeente).toBe('enschede');
  });

  it.each([
    ['that lost a part', 'topx', damaged],
    ['for a table that does not fit', 'mobiel-p10-team', JSON.stringify(CASUS)],
  ])('%s keeps the answers that were just given', async (_, tafel, file) => {
    const { text } = await upload(`/casus/openen?a=${stand}&tafel=${tafel}`, file).expect(200);
    expect(readAntwoorden(readCasus(text)).gemeente).toBe('almelo');
  });
});

it('what is done stays done when its item is changed, and an entry keeps its factor while there is no checklist', async () => {
  const done = CASUS.termijnen.map((one) => ({ ...one, gedaan: 'ja' as const }));
  const casus = JSON.stringify({ ...CASUS, termijnen: done, checklist: [] });
  for (const [lijst, id, part] of [
    ['termijnen', 'evaluatie', 'gedaan'],
    ['logboek', 'regel-0000', 'factor'],
  ] as const) {
    const shown = await post('/casus', { casus, actie: `wijzig-${lijst}:${id}` }).expect(200);
    const read = (html: string) => {
      const items: readonly { id: string; gedaan?: string; factor?: string }[] = readCasus(html)[lijst];
      return items.find((item) => item.id === id)?.[part];
    };
    expect(read(shown.text)).not.toBe('');
    const fields = { ...readFields(shown.text), ...readChosen(shown.text), actie: `bewaar-${lijst}` };
    const saved = await post('/casus', fields).expect(200);
    expect(read(saved.text)).toBe(read(shown.text));
  }
});

/** What is chosen in the lists of a page. */
function readChosen(html: string): Fields {
  return Object.fromEntries(
    [...html.matchAll(/<select\b[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)].flatMap(([select, name = '']) => {
      const chosen = /<option value="([^"]*)" selected/.exec(select)?.[1];
      return chosen === undefined ? [] : [[name, chosen]];
    }),
  );
}

it('a form of many large fields is refused: not all of it is kept in memory', async () => {
  const fields = Array.from({ length: 8 }, (_, i) => [`veld-${i}`, 'x'.repeat(1_000_000)] as const);
  // A server that lives on after its answer reads the rest; one that closes then breaks off who still sends.
  const port = await startLiveServer(app);
  const body = toUpload(JSON.stringify(CASUS), fields);
  expect((await send(port, 'POST', '/casus/openen', { headers: MULTIPART, body })).status).toBe(413);
});

it('of more than two files it says how many there can be', async () => {
  const part = { name: 'bestand', filename: 'x.casus.json', value: JSON.stringify(CASUS) };
  const body = toMultipart([part, part, part]);
  const { text } = await request(app).post('/casus/openen').set(MULTIPART).send(body).expect(400);
  expect(text).toContain('te veel bestanden: kies er hoogstens 2');
});

it.each([
  ['a part without a name', 'form-data'],
  ['a part whose name has no value', 'form-data; name'],
])('%s is dropped: the server stays up and reads the rest', async (_, disposition) => {
  const casus = JSON.stringify(CASUS);
  const body = toMultipart([{ name: 'bestand', filename: 'x.casus.json', value: casus }]);
  const [boundary = ''] = body.toString().split('\r\n');
  const part = `${boundary}\r\nContent-Disposition: ${disposition}\r\n\r\nx\r\n`;
  const opened = request(app).post('/casus/openen').set(MULTIPART);
  const { text } = await opened.send(Buffer.concat([Buffer.from(part), body])).expect(200);
  expect(readCasus(text).casuscode).toBe(CASUS.casuscode);
});

it('what a file of before kept of the plan in fields falls away by name, and the rest opens', async () => {
  const old = { waarde: 'wijkagent', tafels: { topx: toMoment(1) } };
  const file = { ...CASUS, velden: { ...CASUS.velden, 'plan.0.wie': [old], 'plan.0.doetWat': [old] } };
  const { text } = await upload('/casus/openen', JSON.stringify(file)).expect(200);
  const [, named = ''] = /Niet meegekomen uit het bestand<\/h2>\s*<ul>([\s\S]*?)<\/ul>/.exec(text) ?? [];
  for (const name of ['plan.0.wie', 'plan.0.doetWat']) expect(named).toContain(name);
  expect(readCasus(text).velden).toEqual(CASUS.velden);
});

it('a page with as many warnings that were confirmed as it can show still opens a file', async () => {
  const confirmed = Array.from({ length: 120 }, (_, i) => ['bevestigd', `logboek.gezien:naam:${i}`] as const);
  const casus = JSON.stringify(CASUS);
  await upload('/casus/openen', casus, [['casus', casus], ...confirmed]).expect(200);
});
