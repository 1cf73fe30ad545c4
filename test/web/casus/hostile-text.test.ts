import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type Casus, ITEM_LISTS } from '../../../src/domain/casus/casus.ts';
import { beginCasus, putAntwoorden, putVelden } from '../../../src/domain/casus/change-casus.ts';
import { putItem } from '../../../src/domain/casus/change-items.ts';
import { mergeCasussen } from '../../../src/domain/casus/merge-casus.ts';
import { toItem } from '../../../src/domain/casus/parse-item.ts';
import { rules, toMoment } from '../../support/arbitrary-casus.ts';
import { EDITED_TEXTS } from '../../support/edited-texts.ts';
import { LOKAAL_VAST, toFitting } from '../../support/fitting-antwoorden.ts';
import { postForm, readForms, unescapeHtml } from '../../support/form-walker.ts';
import { findHtmlFaults } from '../../support/html-faults.ts';
import { MULTIPART, toMultipart } from '../../support/multipart.ts';
import { findPdfFaults } from '../../support/pdf-faults.ts';
import { readPdfObjects } from '../../support/pdf-objects.ts';
import { readPdf } from '../../support/poppler.ts';
import { postReferral, readEml } from '../../support/referral-requests.ts';
import { request } from '../../support/request.ts';
import { createTestApp, SPACIOUS } from '../../support/test-app.ts';

const app = createTestApp({ limits: SPACIOUS });
const ANTWOORDEN = { ...LOKAAL_VAST, ...toFitting('topx'), rol: 'procesmanager', gemeente: 'enschede' };
/** What the code may hold at most. */
const CODE = 'TW/../2026.1_.exe';
/** What closes a tag, a text, a header, a property of a calendar or a mark of a template; what turns or breaks a line. */
const LINE = [
  `"'>*/--></textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>`,
  '{{casus}}{{{bestand}}}{{#each mee}}$code{waarde}&lt;b&gt;&amp;lt;%0d%0aBcc:kw',
  'BEGIN:VEVENT;X=1,\\n\\;"\u202eomgekeerd\u2066\u200b😀👨‍👩‍👧é',
].join(' ');
const TEXT = `${LINE}\r\n.\r\nBcc: kw@b.nl\r\n\r\nFrom mij\r\n-- \r\nEND:VEVENT\r\n${'ü'.repeat(1_200)}\r\n=cmd|' /C'!A0`;

const isLong = (max: number) => max > 500;
/** What nobody sees does not come in: it only turns or hides what is beside it. */
const strip = (text: string) => text.replaceAll(/\u200b|\u200d|\u202e|\u2066/g, '');

/** Every text of every list; the choices that show most. */
function fillItem(list: (typeof ITEM_LISTS)[number], id: string, casus: Casus): Casus {
  const texts = new Map(rules.itemTexts[list].map(([pad, { max }]) => [pad, isLong(max) ? TEXT : LINE]));
  const chosen: Readonly<Record<string, string>> = {
    datum: '2026-11-20',
    soort: 'risico',
    stand: 'open',
    verloop: 'slechter',
    factor: id.endsWith('b') ? 'checklist-b' : 'checklist-a',
  };
  const read = (pad: string) => texts.get(pad) ?? chosen[pad] ?? '';
  return putItem(casus, list, toItem(list, { id, genoteerd: toMoment(1) }, read));
}

/** A case that a stranger made: the texts in every place that takes one. */
function makeHostile(): Casus {
  const begun = putAntwoorden(beginCasus(CODE, toMoment(0)), ANTWOORDEN, toMoment(1));
  const velden = (more: string) =>
    Object.fromEntries(
      [...(rules.veldenOf.get('topx')?.values() ?? [])]
        .filter(({ soort }) => soort === 'tekst' || soort === 'regel')
        .map(({ pad, soort, max }) => [pad, `${more}${soort === 'tekst' ? TEXT : LINE}`.slice(0, max)]),
    );
  // Two partners wrote something else at the same moment.
  const conflict = ['', 'anders ']
    .map((more) => putVelden(begun, rules, 'topx', velden(more), toMoment(1)))
    .reduce(mergeCasussen);
  const filled = ITEM_LISTS.flatMap((list) => [`${list}-a`, `${list}-b`].map((id) => [list, id] as const));
  return {
    ...filled.reduce((casus, [list, id]) => fillItem(list, id, casus), conflict),
    verwijzingen: [
      {
        id: 'topx-gemaakt',
        genoteerd: toMoment(1),
        datum: '2026-11-02',
        tafel: 'topx',
        soort: 'aanmelding',
        inhoud: '0'.repeat(64),
        inhoudsversie: '',
        velden: { ...velden('eerder '), geinformeerd: 'akkoord' },
        stand: 'verstuurd',
        standDatum: '2026-11-02',
        toelichting: TEXT,
      },
    ],
  };
}

const CASUS = JSON.stringify(makeHostile());
const TYPED = Object.fromEntries(EDITED_TEXTS.map((name) => [name, TEXT]));
type Fields = Readonly<Record<string, string>>;
const post = (path: string, fields: Fields) =>
  postForm(app, path, Object.entries({ casus: CASUS, ...fields })).buffer(true);
const readBytes = (path: string, fields: Fields) =>
  post(path, fields).parse((res, done) => {
    const parts: Buffer[] = [];
    res.on('data', (part: Buffer) => parts.push(part));
    res.on('end', () => done(null, Buffer.concat(parts)));
  });

/** What is wrong with a page: no HTML any more, a mark that came through, or a text that is not there in full. */
async function findFaults(html: string): Promise<string[]> {
  const faults = await findHtmlFaults(html);
  if (/<script>|<img |<b>|<\/textarea><\/title>/.test(html)) faults.push('a tag of a text');
  if (!strip(unescapeHtml(html)).includes(strip(LINE))) faults.push('the text is not there as it was typed');
  return faults;
}

/** Every page that draws a case: with each part in its fields, with faults, with what was half typed. */
const PAGES: readonly [path: string, actie: string, more?: Fields, status?: number][] = [
  ...['toon', 'alles', 'sluiten', 'heropenen', 'vragen', 'vraag-gemeente', 'antwoord', 'pakket-topx'].map(
    (actie) => ['/casus', actie, TYPED] as [string, string, Fields],
  ),
  ...[...ITEM_LISTS.map((list) => `${list}:${list}-a`), 'verwijzingen:topx-gemaakt'].map(
    (part) => ['/casus', `wijzig-${part}`] as [string, string],
  ),
  ...ITEM_LISTS.map((list) => ['/casus', `bewaar-${list}`, TYPED, 400] as [string, string, Fields, number]),
  ['/casus', 'kies-veld:hulpvraag:1'],
  ['/casus', 'klaar-plan:plan-a'],
  ['/casus', 'gedaan-termijnen:termijnen-a@data'],
  ['/casus', LINE, TYPED],
  ['/casus/nieuws', '', { sinds: '2026-11-01', ...TYPED }],
  ['/casus/nieuws', '', { sinds: LINE }, 400],
  ...[
    ...['bevestiging', 'aanvulling', 'intrekking', 'terugkoppeling', 'terugkoppeling-persoon'],
    ...['evaluatie', 'voortzetting'],
  ].map((vervolg) => ['/casus/vervolg', `${vervolg}:topx-gemaakt`, TYPED] as [string, string, Fields]),
  ['/casus/bestand', '', { wachtwoord: 'kort', ...TYPED }, 400],
  ['/casus?tafel=topx', 'bewaar', { hulpvraag: TEXT }],
  ['/casus?tafel=topx', 'bewaar', { hulpvraag: TEXT, casuscode: LINE }, 400],
];

describe('hostile text in every field of a case', () => {
  it.each(PAGES)('is text on %s with %s', async (path, actie, more, status) => {
    const { text } = await post(path, { actie, ...more }).expect(status ?? 200);
    expect(await findFaults(text)).toEqual([]);
  });

  it('is text where a file is opened, joined, refused', async () => {
    const open = (value: string, fields: Fields = {}) =>
      request(app)
        .post('/casus/openen')
        .set(MULTIPART)
        .send(
          toMultipart([
            ...Object.entries(fields).map(([name, text]) => ({ name, value: text })),
            { name: 'bestand', filename: `${LINE.replaceAll('"', '')}.casus.json`, value },
          ]),
        );
    expect(await findFaults((await open(CASUS).expect(200)).text)).toEqual([]);
    expect(await findFaults((await open(CASUS, { casus: CASUS, ...TYPED }).expect(200)).text)).toEqual([]);
    const broken = JSON.stringify({
      ...JSON.parse(CASUS),
      [LINE]: 1,
      antwoorden: { [LINE]: { waarde: LINE } },
      velden: { [LINE]: [], hulpvraag: [{ waarde: 'x', tafels: { [LINE]: LINE, topx: toMoment(1) } }] },
    });
    const { text } = await open(broken).expect(200);
    expect(await findHtmlFaults(text)).toEqual([]);
    expect(text).toContain('Niet meegekomen uit het bestand');
    expect(text).not.toMatch(/<script>|<img /);
    for (const other of [LINE, JSON.stringify({ format: 'rdm-casus', versie: 1, casuscode: LINE })])
      expect(await findHtmlFaults((await open(other).expect(400)).text)).toEqual([]);
  });

  it('is dropped by name where it holds what is no text', async () => {
    const casus = JSON.parse(CASUS);
    casus.logboek[0].gezien = 'a\u0000b\u001b[31m';
    casus.plan[0].wie = 'a\r\nb';
    const { text } = await post('/casus', { casus: JSON.stringify(casus), actie: 'toon' }).expect(200);
    expect(text).toContain('Niet meegekomen uit het bestand');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they may not come through
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/);
  });
});

describe('hostile text in what is handed out', () => {
  const NAME = /^attachment; filename="?[A-Za-z0-9.-]+"?$/;

  it('is one file with a plain name, for the case, the texts and the days', async () => {
    for (const [path, actie] of [
      ['/casus/bestand', ''],
      ['/casus/termijnen', ''],
      ['/casus/nieuws-txt', ''],
      ['/casus/nieuws-eml', ''],
      ['/casus/vervolg-txt', 'intrekking:topx-gemaakt'],
      ['/casus/vervolg-eml', 'aanvulling:topx-gemaakt'],
    ] as const) {
      const { headers } = await post(path, { actie, sinds: '2026-11-01' }).expect(200);
      expect(headers['content-disposition'], path).toMatch(NAME);
    }
  });

  it('is the same text in the file of the case', async () => {
    const { body } = await readBytes('/casus/bestand', {}).expect(200);
    const { advies: _, ...read } = JSON.parse(body.toString());
    const { advies: __, ...given } = JSON.parse(CASUS);
    expect(read.plan[0].doetWat).toBe(strip(given.plan[0].doetWat));
    const again = await readBytes('/casus/bestand', { casus: body.toString() }).expect(200);
    expect(JSON.parse(again.body.toString()).logboek).toEqual(read.logboek);
  });

  it('adds no event and no property to the calendar', async () => {
    const { body } = await readBytes('/casus/termijnen', {}).expect(200);
    const calendar = new ICAL.Component(ICAL.parse(body.toString()));
    const events = calendar.getAllSubcomponents('vevent');
    const own = events
      .map((event) => new ICAL.Event(event))
      .filter(({ summary }) => summary?.includes(LINE.slice(0, 20)));
    expect(own.length).toBeGreaterThan(0);
    for (const event of events) expect(event.getAllProperties().map(({ name }) => name)).not.toContain('x');
    for (const line of body.toString().split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
  });

  it('adds nothing to the head of a mail, and no mail', async () => {
    for (const [path, actie] of [
      ['/casus/nieuws-eml', ''],
      ['/casus/vervolg-eml', 'aanvulling:topx-gemaakt'],
      ['/casus/vervolg-eml', 'intrekking:topx-gemaakt'],
    ] as const) {
      const { body } = await readBytes(path, { actie, sinds: '2026-11-01' }).expect(200);
      const mail = await readEml(body);
      expect(mail.bcc).toBeUndefined();
      expect(mail.kop).not.toMatch(/script|alert|kw@|^bcc/im);
      expect(mail.onderwerp).not.toMatch(/[\r\n]/);
      expect(mail.attachments).toBe(0);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: only line ends
      expect(body.toString('latin1')).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u00ff]/);
      // What would begin a mail in a mailbox is coded.
      for (const line of body.toString('latin1').split('\r\n')) {
        expect(line.length).toBeLessThanOrEqual(76);
        expect(line).not.toMatch(/^From /);
      }
    }
  });

  it('is text in the preview, the mail, the text and the PDF of a package, and in the file inside it', async () => {
    const { text: form } = await post('/casus', { actie: 'pakket-topx' }).expect(200);
    const filled = readForms(form).find(({ action }) => action.startsWith('/verwijzen/topx?'));
    const chosen = { geinformeerd: 'akkoord', casusbestand: 'ja', 'plan.0.doetWat': LINE };
    const fields = { ...Object.fromEntries(filled?.velden ?? []), ...chosen };
    const preview = await postReferral(app, 'topx', ANTWOORDEN, fields).expect(200);
    expect(await findFaults(preview.body.toString())).toEqual([]);
    const names: string[] = [];
    const fetchAs = async (deel: '/eml' | '/pdf' | '/txt') => {
      const { body, headers } = await postReferral(app, 'topx', ANTWOORDEN, fields, deel).expect(200);
      names.push(headers['content-disposition'] ?? '');
      return body as Buffer;
    };
    const mail = await readEml(await fetchAs('/eml'));
    expect(mail.kop).not.toMatch(/script|alert|kw@|^bcc/im);
    const pdf = await fetchAs('/pdf');
    expect(findPdfFaults(readPdfObjects(pdf))).toEqual([]);
    const { files, pages } = readPdf(pdf);
    expect(pages.join('').replaceAll(/\s+/g, ' ')).toContain('<script>alert(1)</script>');
    const [[name, file] = ['', '']] = [...files];
    expect(files.size).toBe(1);
    expect(name).toMatch(/^casus-[A-Za-z0-9-]+\.casus\.json$/);
    expect(JSON.parse(file).logboek.map(({ gezien }: { gezien: string }) => gezien)).toEqual(
      makeHostile().logboek.map(({ gezien }) => strip(gezien).replaceAll(/ ?\r\n/g, '\n')),
    );
    expect((await fetchAs('/txt')).toString()).toContain('<script>');
    for (const header of names) expect(header).toMatch(NAME);
  });
});
