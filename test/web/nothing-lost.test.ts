import { describe, expect, it } from 'vitest';
import { PdfFailure } from '../../src/domain/referral/paper-document.ts';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { postForm, readForms } from '../support/form-walker.ts';
import { request } from '../support/request.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../support/test-app.ts';

const CODE = 'TW-2026-001';
const HULPVRAAG = 'Wie neemt de regie in dit gezin?';
const ANTWOORDEN = { ...LOKAAL_VAST, ...toFitting('topx'), rol: 'procesmanager', gemeente: 'enschede' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const app = createTestApp({ limits: SPACIOUS });
const seal = createTestSeal();
const FORM = `/verwijzen/topx?a=${seal.seal(ANTWOORDEN)}`;
const post = (path: string, fields: Readonly<Record<string, string>>, site = app) =>
  postForm(site, path, Object.entries(fields));
/** What stands in the fields of the form that holds the question. */
const readTyped = (html: string) =>
  Object.fromEntries(
    readForms(html).find(({ velden }) => velden.some(([n]) => n === 'hulpvraag'))?.velden ?? [],
  );

describe('the form says until when it works', () => {
  it.each([
    ['2026-11-21T09:00:00Z', 0],
    ['2026-11-21T09:00:59Z', 0],
    ['2026-11-21T11:30:00Z', 30 * MINUTE],
    ['2026-11-21T22:59:00Z', 59 * MINUTE],
    ['2026-11-21T09:00:00Z', 11 * HOUR],
    // The clock goes back in that night, and forward in the other one.
    ['2026-10-24T20:10:00Z', 0],
    ['2027-03-27T20:10:00Z', 0],
  ])('opened at %s, with answers of %d ms ago', async (opened, age) => {
    const begin = new Date(opened);
    let now = begin;
    const site = createTestApp({ now: () => now, limits: SPACIOUS });
    const stand = createTestSeal(() => new Date(begin.getTime() - age)).seal(ANTWOORDEN);
    const { text } = await request(site).get(`/verwijzen/topx?a=${stand}`).expect(200);
    const [, day = '', time] =
      /Dit formulier werkt (vandaag tot|tot morgen) (\d{1,2}\.\d\d) uur\./.exec(text) ?? [];
    // The moment at which the clock in the Netherlands says so, found by trying every minute.
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Amsterdam',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const today = clock.format(begin).slice(0, 10);
    const minutes = Array.from(
      { length: 13 * 60 },
      (_, i) => new Date(Math.floor(begin.getTime() / MINUTE + i) * MINUTE),
    );
    const said = minutes.findLast((minute) => {
      const [date, at] = clock.format(minute).split(' ');
      return at?.replace(/^0?(\d+):/, '$1.') === time && (date === today) === (day === 'vandaag tot');
    });
    const action = readForms(text).find((form) => form.action.startsWith('/verwijzen/topx'))?.action ?? '';
    const typed = { casuscode: CODE, hulpvraag: HULPVRAAG };
    now = said ?? begin;
    await post(action, typed, site).expect(200);
    now = new Date(now.getTime() + MINUTE);
    const late = await post(action, typed, site).expect(410);
    expect(readTyped(late.text)).toMatchObject(typed);
  });
});

describe('saving what was typed so far', () => {
  const toSave = (html: string) =>
    readForms(html).find(({ action }) => action.startsWith('/verwijzen/topx?'))?.action ?? '';

  it('is a button of the form itself, and a fault leaves all of it in the form', async () => {
    const form = await request(app).get(FORM).expect(200);
    const save = toSave(form.text);
    const file = await post(save, { casuscode: CODE, hulpvraag: HULPVRAAG, actie: 'bestand' }).expect(200);
    const casus = JSON.parse(file.text ?? String(file.body));
    expect(casus.velden.hulpvraag[0].waarde).toBe(HULPVRAAG);
    expect(casus.antwoorden.gemeente.waarde).toBe('enschede');
    const refused = await post(save, {
      casuscode: '',
      hulpvraag: HULPVRAAG,
      eerderGedaan: 'bsn 111222333',
      actie: 'bestand',
    }).expect(400);
    expect(readTyped(refused.text)).toMatchObject({ hulpvraag: HULPVRAAG, eerderGedaan: 'bsn 111222333' });
    expect(refused.text).toContain('href="#casuscode"');
    expect(refused.text).not.toContain('Uw link is ouder');
    expect(readForms(refused.text).some(({ action }) => action.startsWith('/verwijzen/topx?a='))).toBe(true);
  });

  it('is on each question after the first, with the answers so far; without a code they come along to where it is asked', async () => {
    const stand = seal.seal({ acuutGevaar: 'nee' });
    const { text } = await request(app).get(`/vragen/gemeente?a=${stand}`).expect(200);
    const save = readForms(text).find(({ action }) => action.startsWith('/casus/bestand'))?.action ?? '';
    const file = await post(save, { casuscode: CODE }).expect(200);
    expect(JSON.parse(file.text ?? String(file.body)).antwoorden.acuutGevaar.waarde).toBe('nee');
    const asked = await post(save, { casuscode: '' }).expect(400);
    const begin = readForms(asked.text).find(({ action }) => /^\/casus\?/.test(action))?.action ?? '';
    const page = await post(begin, { casuscode: CODE }).expect(200);
    const [, casus = ''] =
      readForms(page.text)
        .flatMap(({ velden }) => velden)
        .find(([n]) => n === 'casus') ?? [];
    expect(JSON.parse(casus).antwoorden.acuutGevaar.waarde).toBe('nee');
    const first = await request(app).get('/vragen/acuut-gevaar').expect(200);
    expect(first.text).not.toContain('/casus/bestand');
  });
});

describe('more than fits', () => {
  it('in a field comes back with all of it, and says what to shorten', async () => {
    const long = 'Dit is te veel tekst. '.repeat(60_000);
    const { text } = await post(FORM, { casuscode: CODE, hulpvraag: HULPVRAAG, eerderGedaan: long }).expect(
      400,
    );
    const { eerderGedaan, ...rest } = readTyped(text);
    expect(rest).toMatchObject({ casuscode: CODE, hulpvraag: HULPVRAAG });
    expect(eerderGedaan === long, 'all of it').toBe(true);
    expect(text).toContain('href="#eerderGedaan"');
    expect(text).toMatch(/korter: hoogstens \d+ tekens/);
  });

  it('in a report comes back with all of it', async () => {
    const long = 'Dit is te veel tekst. '.repeat(2_000);
    const { text } = await post('/klopt-niet', {
      pagina: '/',
      veld: 'nummer',
      watMoetHetZijn: long,
      email: '',
    }).expect(400);
    expect(text.includes(long), 'all of it').toBe(true);
    expect(text).toContain('href="#watMoetHetZijn"');
  });

  it('in a form as a whole: the page says where the text is', async () => {
    const { text } = await post(FORM, { hulpvraag: 'x'.repeat(2_000_001) }).expect(413);
    expect(text).toContain('Wat u typte, is niet weg. Ga terug');
  });

  it.each([1_000_001, 2_000_001, 6_000_000])(
    'in a file, of %d bytes: the case and what was typed beside it stay',
    async (size) => {
      const page = await post('/casus', { casuscode: CODE }).expect(200);
      const [, casus = ''] =
        readForms(page.text)
          .flatMap(({ velden }) => velden)
          .find(([n]) => n === 'casus') ?? [];
      const { text } = await request(app)
        .post('/casus/openen')
        .field('casus', casus)
        .field('logboek.gezien', 'Er was weer overlast.')
        .attach('bestand', Buffer.alloc(size, 'x'), 'dossier.pdf')
        .expect(400);
      expect(text).toContain('Een casusbestand is hoogstens 1 MB.');
      expect(text).toContain('href="#bestand"');
      expect(text).toContain(`Casus ${CODE}`);
      expect(text).toContain('Er was weer overlast.');
    },
  );

  it('in a file beyond all measure: refused before it is read', async () => {
    const { text } = await request(app)
      .post('/casus/openen')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .set('Content-Length', '100000000')
      .send('')
      .expect(413);
    expect(text).toContain('Een casusbestand is hoogstens 1 MB.');
  });
});

describe('what goes wrong for now', () => {
  it('without a PDF: the preview comes back, with the reason', async () => {
    const busy = createTestApp({ limits: SPACIOUS, writePdf: () => Promise.reject(new PdfFailure('druk')) });
    const { text } = await post(
      FORM.replace('?', '/pdf?'),
      { casuscode: CODE, hulpvraag: HULPVRAAG },
      busy,
    ).expect(503);
    expect(text).toContain('te veel pakketten tegelijk');
    expect(readTyped(text)).toMatchObject({ casuscode: CODE, hulpvraag: HULPVRAAG });
  });

  it('without room for one more PDF: nothing is made, and the page says how to send it again', async () => {
    let made = 0;
    const full = createTestApp({
      limits: SPACIOUS,
      hasPdfRoom: () => false,
      writePdf: async () => {
        made += 1;
        return Buffer.from('%PDF-');
      },
    });
    const fields = { casuscode: CODE, hulpvraag: HULPVRAAG };
    for (const [path, more] of [
      [FORM.replace('?', '/pdf?'), {}],
      // A button without formaction.
      [FORM, { actie: 'pdf' }],
    ] as const) {
      const { text, headers } = await post(path, { ...fields, ...more }, full).expect(503);
      expect(text).toContain('Het is nu te druk');
      expect(headers).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' });
    }
    expect(made).toBe(0);
    // A draft does without.
    await post(FORM.replace('?', '/eml?'), fields, full).expect(200);
    await post(FORM.replace('?', '/txt?'), fields, full).expect(200);
  });

  it('with too many requests: whoever sent a form reads that nothing is gone, and who only looked does not', async () => {
    const strict = createTestApp({ limits: { ...SPACIOUS, posts: { perAddress: 0, samen: 0 } } });
    const { text } = await post(FORM, { hulpvraag: HULPVRAAG }, strict).expect(429);
    expect(text).toContain('Wat u typte, is niet weg. Wacht even');
    const { text: looked } = await request(app)
      .get(`/zoeken?q=${'x'.repeat(5_000)}`)
      .expect(414);
    expect(looked).not.toContain('Wat u typte');
  });
});
