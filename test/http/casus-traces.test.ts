import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ITEM_LISTS } from '../../src/domain/casus/casus.ts';
import { beginCasus, putAntwoorden, putVelden } from '../../src/domain/casus/change-casus.ts';
import { putItem } from '../../src/domain/casus/change-items.ts';
import { toItem } from '../../src/domain/casus/parse-item.ts';
import { writeCasus } from '../../src/domain/casus/write-casus.ts';
import { rules, toMoment } from '../support/arbitrary-casus.ts';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { readForms } from '../support/form-walker.ts';
import { findFreePort } from '../support/free-port.ts';
import { type Antwoord, send } from '../support/live-server.ts';
import { MULTIPART, toMultipart } from '../support/multipart.ts';
import { useSourceServer } from '../support/source-server.ts';
import { makeTempDir } from '../support/temp-dir.ts';

/** Stands in every text of the file, in the name of the upload and in what is typed. */
const TRACE = 'kanariepiet';
const PASSPHRASE = 'nachtegaal-zingt-zacht';
const CODE = 'TW-2026-777';
const ANTWOORDEN = { ...LOKAAL_VAST, ...toFitting('topx'), gemeente: 'haaksbergen', rol: 'reclassering' };
const MADE = {
  id: 'topx-gemaakt',
  genoteerd: toMoment(1),
  datum: '2026-11-20',
  tafel: 'topx',
  soort: 'aanmelding',
  inhoud: '0'.repeat(64),
  velden: { hulpvraag: `${TRACE} eerder` },
  stand: 'verstuurd',
  standDatum: '2026-11-20',
  toelichting: `${TRACE} gebeld`,
};
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const startServer = useSourceServer();

/** A file with something in every list and in every field of a package. */
function writeFull(id: string): string {
  const { itemTexts, veldenOf } = rules;
  const texts = Object.fromEntries(
    [...(veldenOf.get('topx')?.values() ?? [])]
      .filter(({ soort }) => soort === 'tekst' || soort === 'regel')
      .map(({ pad }) => [pad, `${TRACE} ${pad}`]),
  );
  const choices: Readonly<Record<string, string>> = { datum: '2026-11-20', soort: 'risico', stand: 'open' };
  const begun = putVelden(beginCasus(CODE, toMoment(0)), rules, 'topx', texts, toMoment(1));
  const answered = putAntwoorden(begun, ANTWOORDEN, toMoment(1));
  return writeCasus(
    ITEM_LISTS.reduce((casus, list) => {
      const isText = (pad: string) => itemTexts[list].some(([name]) => name === pad);
      const read = (pad: string) => (isText(pad) ? `${TRACE} ${pad}` : (choices[pad] ?? ''));
      return putItem(casus, list, toItem(list, { id: `${list}-${id}`, genoteerd: toMoment(1) }, read));
    }, answered),
  );
}

const readCasus = (html: string): string =>
  readForms(html)
    .flatMap(({ velden }) => velden)
    .find(([name]) => name === 'casus')?.[1] ?? '';

/** The whole life of a file, with all that can go wrong; gives every answer. */
async function walk(port: number): Promise<Antwoord[]> {
  const answers: Antwoord[] = [];
  const ask = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body: string | Buffer,
  ) => {
    const answer = await send(port, method, path, { headers, body });
    answers.push(answer);
    return answer;
  };
  const post = (path: string, fields: Record<string, string>) =>
    ask('POST', path, FORM, new URLSearchParams(fields).toString());
  const upload = (files: readonly (string | Buffer)[], fields: Record<string, string> = {}) =>
    ask(
      'POST',
      '/casus/openen',
      MULTIPART,
      toMultipart([
        ...Object.entries(fields).map(([name, value]) => ({ name, value })),
        ...files.map((value) => ({ name: 'bestand', filename: `${TRACE}-${CODE}.casus.json`, value })),
      ]),
    );
  const [ours, theirs] = [writeFull('a'), writeFull('b')];
  // Open, join, write in it, close and save.
  const merged = await upload([ours, theirs]);
  expect(merged.status).toBe(200);
  const casus = readCasus(merged.text);
  expect(JSON.parse(casus).logboek).toHaveLength(2);
  const entry = Object.fromEntries(
    rules.itemTexts.logboek.map(([pad]) => [`logboek.${pad}`, `${TRACE} typt`]),
  );
  const typed = { casus, actie: 'bewaar-logboek', 'logboek.datum': '2026-11-20', ...entry };
  expect(JSON.parse(readCasus((await post('/casus', typed)).text)).logboek).toHaveLength(3);
  for (const actie of ['wijzig-logboek:logboek-a', 'weg-plan:plan-a', 'sluiten', 'vragen', 'advies', TRACE])
    await post('/casus', { casus, actie });
  await post('/casus', { ...typed, 'logboek.gezien': `${TRACE} bsn 111222333` });
  // A package of it: its form, the preview, and what is handed out.
  const form = await post('/casus', { casus, actie: 'pakket-topx' });
  const filled = readForms(form.text).find(({ action }) => action.startsWith('/verwijzen/topx?'));
  expect(filled, form.text.slice(0, 200)).toBeDefined();
  const action = filled?.action ?? '';
  const fields = { casuscode: CODE, hulpvraag: `${TRACE} hulpvraag` };
  expect((await post(action, fields)).status).toBe(200);
  for (const shape of ['txt', 'eml', 'pdf'])
    expect((await post(action.replace('/topx', `/topx/${shape}`), fields)).status, shape).toBe(200);
  await post(`/casus/bestand${action.replace('/verwijzen/topx', '')}&tafel=topx`, fields);
  // With the case in it: its PDF has the file inside, and back in the case it counts as made.
  for (const shape of ['pdf', 'eml'])
    expect(
      (await post(action.replace('/topx', `/topx/${shape}`), { ...fields, casus, casusbestand: 'ja' }))
        .status,
      shape,
    ).toBe(200);
  // The questions, by posts that carry the case.
  const asked = await post('/casus', { casus, actie: 'vraag-gemeente' });
  expect(asked.text).toContain('name="vraag"');
  await post('/casus', { casus, actie: 'antwoord', vraag: 'gemeente', gemeente: 'haaksbergen' });
  await post('/casus', { casus, actie: 'antwoord', vraag: 'gemeente', gemeente: TRACE });
  // What is written after a package was made.
  const followed = JSON.stringify({ ...JSON.parse(casus), verwijzingen: [MADE] });
  for (const path of ['vervolg', 'vervolg-eml', 'vervolg-txt'])
    for (const actie of [`intrekking:${MADE.id}`, `terugkoppeling:${MADE.id}`, `bevestiging:${TRACE}`])
      expect((await post(`/casus/${path}`, { casus: followed, actie })).status, path).toBe(200);
  for (const path of ['nieuws', 'nieuws-eml', 'nieuws-txt'])
    for (const sinds of ['2026-01-01', TRACE]) await post(`/casus/${path}`, { casus: followed, sinds });
  const calendar = await post('/casus/termijnen', { casus: followed });
  expect(calendar.headers['content-type']).toContain('text/calendar');
  // With a fault, and with what cannot be read any more.
  await post('/casus/vervolg', { casus: TRACE, actie: TRACE });
  await post(`/casus?a=${TRACE}&tafel=topx`, { casus, hulpvraag: TRACE });
  await post(`/verwijzen/topx?a=${'A'.repeat(60)}`, { ...fields, casus });
  // With a passphrase, right and wrong.
  const sealed = await post('/casus/bestand', {
    casus,
    wachtwoord: PASSPHRASE,
    'wachtwoord-herhaald': PASSPHRASE,
  });
  expect(sealed.text).toContain('rdm-casus-versleuteld');
  expect((await upload([sealed.text], { wachtwoord: PASSPHRASE })).status).toBe(200);
  expect((await upload([sealed.text], { casus, 'wachtwoord-van-bestand': PASSPHRASE })).status).toBe(200);
  expect((await upload([sealed.text], { wachtwoord: `${PASSPHRASE} fout` })).status).toBe(400);
  expect((await upload([sealed.text])).status).toBe(400);
  await post('/casus/bestand', { casus, wachtwoord: PASSPHRASE });
  await post('/casus', { casus, wachtwoord: PASSPHRASE, actie: '' });
  // Faulty, of another case, too large, torn.
  await upload([ours.slice(0, 900)]);
  await upload([`{"${TRACE}`, sealed.text.slice(0, 300)]);
  await upload([ours, theirs.replace(CODE, 'TW-2026-778')]);
  await upload([TRACE.repeat(100_000)]);
  expect((await upload([TRACE.repeat(400_000)])).text).toContain('te groot');
  await ask(
    'POST',
    '/casus/openen',
    MULTIPART,
    toMultipart([{ name: 'bestand', filename: TRACE, value: ours }]).subarray(0, 700),
  );
  await ask('POST', '/casus/openen', { 'Content-Type': `multipart/${TRACE}` }, TRACE);
  await ask('POST', '/casus/openen', FORM, `wachtwoord=${PASSPHRASE}`);
  return answers;
}

function readFolder(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((part) =>
      part.isFile() ? `${part.name}\n${readFileSync(join(part.parentPath, part.name), 'latin1')}` : part.name,
    )
    .join('\n');
}

it('of the whole life of a case file nothing stays behind: not on disk, in the log, in the metrics or in an address', async () => {
  const tmp = join(makeTempDir(), 'tmp');
  mkdirSync(tmp);
  const metricsPort = await findFreePort();
  const server = await startServer({ TMPDIR: tmp, LOG_LEVEL: 'trace', METRICS_PORT: String(metricsPort) });
  const answers = await walk(server.port);
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(await server.stop()).toBe(0);

  const places: Readonly<Record<string, string>> = {
    log: server.output(),
    metrics,
    'data folder': readFolder(server.dataDir),
    'folder for temporary files': readFolder(tmp),
    addresses: answers.map(({ headers }) => headers.location ?? '').join('\n'),
  };
  for (const [place, text] of Object.entries(places)) {
    for (const trace of [TRACE, PASSPHRASE, CODE, 'haaksbergen', 'reclassering', '111222333'])
      expect(text.toLowerCase().includes(trace.toLowerCase()), `${trace} in ${place}`).toBe(false);
  }
  // Nothing asks the browser to keep it, and no page gives a passphrase back.
  for (const { headers, text, status } of answers) {
    expect(headers['set-cookie']).toBeUndefined();
    if (status !== 303) expect(headers['cache-control']).toBe('no-store');
    expect(text.includes(PASSPHRASE)).toBe(false);
  }
  // The test looks in the right places.
  expect(places.log).toContain('/casus/openen');
  expect(places.addresses).toContain('/advies?a=');
  expect(places.metrics).toContain('/casus/openen');
  expect(places['data folder']).not.toBe('');
});
