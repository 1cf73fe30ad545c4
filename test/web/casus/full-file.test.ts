import { describe, expect, it } from 'vitest';
import { type Casus, MAX_CASUS } from '../../../src/domain/casus/casus.ts';
import { putAntwoorden } from '../../../src/domain/casus/change-casus.ts';
import { mergeCasussen } from '../../../src/domain/casus/merge-casus.ts';
import { rules, toMoment } from '../../support/arbitrary-casus.ts';
import { LOKAAL_VAST, toFitting } from '../../support/fitting-antwoorden.ts';
import { postForm, readForms } from '../../support/form-walker.ts';
import { makeFullCasus } from '../../support/full-casus.ts';
import { MULTIPART, toMultipart } from '../../support/multipart.ts';
import { request } from '../../support/request.ts';
import { createTestApp, SPACIOUS } from '../../support/test-app.ts';

const app = createTestApp({ limits: SPACIOUS });
const ANTWOORDEN = { ...LOKAAL_VAST, ...toFitting('topx'), rol: 'procesmanager', gemeente: 'enschede' };
const FULL = /past niet meer in het casusbestand|samen te groot/;

type Fields = Readonly<Record<string, string>>;
const post = (path: string, fields: Fields) => postForm(app, path, Object.entries(fields));
const upload = (files: readonly string[], fields: Fields = {}) =>
  request(app)
    .post('/casus/openen')
    .set(MULTIPART)
    .send(
      toMultipart([
        ...Object.entries(fields).map(([name, value]) => ({ name, value })),
        ...files.map((value) => ({ name: 'bestand', filename: 'x.casus.json', value })),
      ]),
    );
const readFields = (html: string) => Object.fromEntries(readForms(html).flatMap(({ velden }) => velden));
const readCasus = (html: string): Casus => JSON.parse(readFields(html).casus ?? '');

const ENTRY = {
  'logboek.datum': '2026-11-20',
  'logboek.functie': 'wijkcoach',
  'logboek.organisatie': 'gemeente',
  'logboek.gezien': 'Er was weer overlast. '.repeat(200),
};

/** A case that takes this many bytes on one line, in entries with ids that begin so. */
function makeCase(size: number, begin = 'regel'): Casus {
  const casus = putAntwoorden(makeFullCasus(1), ANTWOORDEN, toMoment(1));
  const one = casus.logboek[0];
  if (!one) throw new Error('no entry');
  const rows = Math.floor(size / 4_300);
  const logboek = Array.from({ length: rows }, (_, i) => ({
    ...one,
    id: `${begin}-${i}`,
    gezien: 'Rustig in huis. '.repeat(256).trim(),
  }));
  return mergeCasussen({ ...casus, logboek }, { ...casus, logboek });
}

/** Saving works, whatever the page says. */
async function saves(html: string, entries: number): Promise<void> {
  const { casus = '' } = readFields(html);
  const file = await post('/casus/bestand', { casus }).buffer(true).expect(200);
  const text = file.text ?? String(file.body);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_CASUS);
  const opened = await upload([text]).expect(200);
  expect(readCasus(opened.text).logboek).toHaveLength(entries);
}

describe('a case that becomes as large as a file may be', () => {
  it('takes entries until it is full, then gives back the entry that does not fit; at every moment it is saved and opened', async () => {
    let casus = JSON.stringify(makeCase(943_000));
    let count = JSON.parse(casus).logboek.length;
    for (let i = 0; ; i += 1) {
      const { text, status } = await post('/casus', { casus, ...ENTRY, actie: 'bewaar-logboek' });
      expect(i).toBeLessThan(40);
      if (status === 200) {
        count += 1;
        casus = readFields(text).casus ?? '';
        continue;
      }
      expect(status).toBe(400);
      expect(text).toMatch(FULL);
      expect(readFields(text)).toMatchObject({ 'logboek.gezien': ENTRY['logboek.gezien'], casus });
      await saves(text, count);
      break;
    }
    // What makes it no larger, or only by a word, still works.
    for (const actie of ['sluiten', 'weg-logboek:regel-0', 'klaar-plan:bellen', 'vragen'])
      await post('/casus', { casus, actie }).expect(200);
    const removed = await post('/casus', { casus, actie: 'weg-logboek:regel-0' }).expect(200);
    await post('/casus', {
      casus: readFields(removed.text).casus ?? '',
      ...ENTRY,
      'logboek.gezien': 'rustig',
      actie: 'bewaar-logboek',
    }).expect(200);
  });

  it('a text of a package that does not fit stays in its form', async () => {
    const casus = JSON.stringify(makeCase(948_000));
    const velden = [...(rules.veldenOf.get('topx')?.values() ?? [])].filter(({ soort }) => soort === 'tekst');
    const texts = Object.fromEntries(velden.map(({ pad, max }) => [pad, 'Lang'.repeat(max / 4)]));
    const { text } = await post('/casus?tafel=topx', { casus, ...texts, actie: 'bewaar' }).expect(400);
    expect(text).toMatch(FULL);
    expect(readFields(text)).toMatchObject(texts);
    expect(readCasus(text)).toEqual(JSON.parse(casus));
  });

  it('two files that are too large together are not joined, and the case of the page stays', async () => {
    const ours = makeCase(600_000);
    const theirs = JSON.stringify(makeCase(600_000, 'van-hen'));
    const { text } = await upload([theirs], { casus: JSON.stringify(ours), ...ENTRY }).expect(400);
    expect(text).toMatch(FULL);
    expect(readFields(text)['logboek.gezien']).toBe(ENTRY['logboek.gezien']);
    await saves(text, ours.logboek.length);
    expect((await upload([JSON.stringify(ours), theirs]).expect(400)).text).toMatch(FULL);
  });

  it('a list takes no more than is read of it', async () => {
    const [one] = makeFullCasus(1).logboek;
    if (!one) throw new Error('no entry');
    const short = { ...one, functie: 'a', organisatie: 'b', gezien: 'c', factor: '', teDoen: '' };
    const make = (begin: string, length: number) => ({
      ...makeFullCasus(0),
      logboek: Array.from({ length }, (_, i) => ({ ...short, id: `${begin}${i}` })),
    });
    const [ours, theirs] = [make('a', 3_000), make('b', 2_001)].map((casus) => JSON.stringify(casus));
    expect((await upload([ours ?? '', theirs ?? '']).expect(400)).text).toMatch(FULL);
    const casus = JSON.stringify(make('a', 5_000));
    await post('/casus', { casus, ...ENTRY, actie: 'bewaar-logboek' }).expect(400);
  });
});
