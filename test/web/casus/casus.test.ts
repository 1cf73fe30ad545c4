import { describe, expect, it } from 'vitest';
import type { Casus } from '../../../src/domain/casus/casus.ts';
import { LOKAAL_VAST, toFitting } from '../../support/fitting-antwoorden.ts';
import { postForm, readForms } from '../../support/form-walker.ts';
import { pressButton } from '../../support/press-button.ts';
import { content } from '../../support/real-content.ts';
import { request } from '../../support/request.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../../support/test-app.ts';
import { NOW } from '../../support/test-site.ts';

const app = createTestApp({ limits: SPACIOUS });
const seal = createTestSeal();
const CODE = 'TW-2026-001';
const ANTWOORDEN = { ...LOKAAL_VAST, ...toFitting('topx'), rol: 'procesmanager', gemeente: 'enschede' };
const STAND = seal.seal(ANTWOORDEN);
const HULPVRAAG = 'Wie neemt de regie in dit gezin?';
const ENTRY = {
  datum: '2026-11-20',
  functie: 'wijkcoach',
  organisatie: 'gemeente',
  gezien: 'Er was weer overlast in de nacht.',
  verloop: 'slechter',
  teDoen: '',
};

/** An item as the page sends it. */
const typedAs = (lijst: string, item: Fields) => ({
  actie: `bewaar-${lijst}`,
  ...Object.fromEntries(Object.entries(item).map(([pad, waarde]) => [`${lijst}.${pad}`, waarde])),
});

type Fields = Readonly<Record<string, string>>;
const post = (path: string, fields: Fields) => postForm(app, path, Object.entries(fields));
const readCasus = (html: string): string =>
  readForms(html)
    .flatMap(({ velden }) => velden)
    .find(([name]) => name === 'casus')?.[1] ?? '';
const readState = (html: string) => JSON.parse(readCasus(html)) as Casus;
/** The file that a page or a form leads to. */
const save = async (path: string, fields: Fields): Promise<string> => {
  const { text, body } = await post(path, fields).expect(200);
  return text ?? String(body);
};
const upload = (path: string, files: readonly string[], fields: Fields = {}) => {
  const test = request(app).post(path);
  for (const [name, value] of Object.entries(fields)) test.field(name, value);
  for (const file of files) test.attach('bestand', Buffer.from(file), 'casus.casus.json');
  return test;
};

describe('beginning', () => {
  it('the page is there for everyone, and the schema too', async () => {
    const { text } = await request(app).get('/casus').expect(200);
    expect(text).toContain('enctype="multipart/form-data"');
    const { body } = await request(app)
      .get('/schemas/casus.schema.json')
      .expect(200)
      .expect('Content-Type', 'application/schema+json; charset=utf-8');
    expect(body.properties).toMatchObject({ casuscode: { type: 'string' }, format: { const: 'rdm-casus' } });
    // Every page with answers or a form leads there; on the first question it stands with the question.
    for (const path of ['/', '/vragen/acuut-gevaar', '/zoeken', '/klopt-niet'])
      expect((await request(app).get(path)).text, path).toContain('href="/casus"');
    const first = (await request(app).get('/vragen/acuut-gevaar')).text;
    expect(first.slice(0, first.indexOf('</main>'))).toContain('href="/casus"');
  });

  it('begins with a code alone, and refuses one that is a name', async () => {
    const { text, headers } = await post('/casus', { casuscode: CODE }).expect(200);
    expect(readState(text)).toMatchObject({ casuscode: CODE, antwoorden: {}, logboek: [] });
    expect(text).toContain('Nog niet bewaard');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['set-cookie']).toBeUndefined();
    const refused = await post('/casus', { casuscode: 'Jansen' }).expect(400);
    expect(refused.text).toContain('value="Jansen"');
    expect(refused.text).toContain('href="#casuscode"');
  });

  it('the advice hands out a file with the answers in it', async () => {
    const advies = await request(app).get(`/advies?a=${STAND}&tot=nu`).expect(200);
    const form = readForms(advies.text).find(({ action }) => action.startsWith('/casus/bestand'));
    const res = await post(form?.action ?? '', { casuscode: CODE })
      .expect(200)
      .expect('Content-Type', /^application\/vnd\.rdm-casus\+json/)
      .expect('Content-Disposition', 'attachment; filename=casus-TW-2026-001-2026-11-21.casus.json');
    const casus = JSON.parse(res.text ?? String(res.body));
    expect(casus.antwoorden.gemeente).toEqual({ waarde: 'enschede', gewijzigd: NOW.toISOString() });
    expect(casus.advies.waarde).toMatchObject({ uitkomst: 'aanmelden', tafels: ['topx'] });
  });
});

describe('from a package', () => {
  const FIELDS = {
    casuscode: CODE,
    hulpvraag: HULPVRAAG,
    aanmelderNaam: 'Kim de Wit',
    functie: 'procesmanager',
  };

  it('the preview leads to the file, without the name of the sender', async () => {
    const { text } = await post(`/verwijzen/topx?a=${STAND}`, FIELDS).expect(200);
    const pressed = await pressButton(app, text, 'Bewaar als casusbestand').expect(200);
    const file = pressed.text ?? String(pressed.body);
    expect(file).toContain(HULPVRAAG);
    expect(file).not.toContain('Kim');
    // And the file fills in the form again.
    const form = await upload(`/casus/openen?a=${STAND}&tafel=topx`, [file]).expect(200);
    expect(form.text).toContain(HULPVRAAG);
    expect(readForms(form.text).some(({ action }) => action.startsWith('/verwijzen/topx?a='))).toBe(true);
  });

  it('only a package that is complete counts as made, and once', async () => {
    const page = await post(`/casus?a=${STAND}&tafel=topx`, FIELDS).expect(200);
    expect(readState(page.text).verwijzingen).toEqual([]);
  });

  it('a BSN does not get into the file, and what was typed comes back', async () => {
    const { text } = await post(`/casus/bestand?a=${STAND}&tafel=topx`, {
      casuscode: CODE,
      hulpvraag: `${HULPVRAAG} bsn 111222333`,
    }).expect(400);
    expect(text).toContain(HULPVRAAG);
    expect(text).toContain('href="#hulpvraag"');
  });
});

describe('the page of a case', () => {
  it('takes an entry, closes, reopens and goes on with the questions', async () => {
    let casus = readCasus((await post('/casus', { casuscode: CODE })).text);
    const added = await post('/casus', { casus, ...typedAs('logboek', ENTRY) }).expect(200);
    casus = readCasus(added.text);
    expect(readState(added.text).logboek).toMatchObject([ENTRY]);
    expect(added.text).toContain(`>${ENTRY.gezien}</p>`);
    const closed = await post('/casus', { casus, actie: 'sluiten' }).expect(200);
    expect(closed.text).toContain('Deze casus is afgesloten');
    expect(closed.text).toContain('21 november 2026');
    const open = await post('/casus', { casus: readCasus(closed.text), actie: 'heropenen' }).expect(200);
    expect(readState(open.text).status.waarde).toBe('open');
    const question = await post('/casus', { casus, actie: 'vragen' }).expect(200);
    expect(question.text).toContain(content.vragen[0]?.vraag);
    expect(readState(question.text)).toEqual(JSON.parse(casus));
  });

  it('an entry without what is needed, with a BSN or with a name comes back with what was typed', async () => {
    const casus = readCasus((await post('/casus', { casuscode: CODE })).text);
    const empty = await post('/casus', { casus, ...typedAs('logboek', { ...ENTRY, functie: '' }) }).expect(
      400,
    );
    expect(empty.text).toContain('href="#logboek-functie"');
    expect(empty.text).toContain(ENTRY.gezien);
    const bsn = await post('/casus', {
      casus,
      ...typedAs('logboek', { ...ENTRY, gezien: 'bsn 111222333' }),
    });
    expect(bsn.status).toBe(400);
    expect(readState(bsn.text).logboek).toEqual([]);
    const gezien = 'Ik sprak mevrouw Jansen.';
    const name = await post('/casus', { casus, ...typedAs('logboek', { ...ENTRY, gezien }) }).expect(200);
    expect(readState(name.text).logboek).toEqual([]);
    const [, bevestigd = ''] = /name="bevestigd" value="([^"]*)"/.exec(name.text) ?? [];
    expect(bevestigd).toContain('naam:mevrouw Jansen');
    const sure = await post('/casus', { casus, ...typedAs('logboek', { ...ENTRY, gezien }), bevestigd });
    expect(readState(sure.text).logboek).toHaveLength(1);
  });

  it.each<[string, Fields, Fields]>([
    ['plan', { wie: 'wijkagent', doetWat: 'belt aan', datum: '2026-12-01' }, { stand: 'klaar' }],
    ['checklist', { soort: 'risico', naam: 'slapen' }, { signaal: 'het licht is aan' }],
    ['termijnen', { datum: '2026-12-24', wat: 'evaluatie' }, { wat: 'evaluatie met de huisarts' }],
    ['logboek', ENTRY, { verloop: 'beter' }],
  ])(
    "%s: an item is put in, changed and taken out; a partner's file does not bring it back",
    async (lijst, item, change) => {
      const begin = readCasus((await post('/casus', { casuscode: CODE })).text);
      const put = await post('/casus', { casus: begin, ...typedAs(lijst, item) }).expect(200);
      const read = (html: string) => readState(html)[lijst as 'logboek'];
      expect(read(put.text)).toMatchObject([item]);
      const id = read(put.text)[0]?.id ?? '';
      const casus = readCasus(put.text);
      const shown = await post('/casus', { casus, actie: `wijzig-${lijst}:${id}` }).expect(200);
      for (const waarde of Object.values(item))
        expect(shown.text).toMatch(new RegExp(`value="${waarde}"(?: selected)?|>${waarde}</textarea>`));
      expect(shown.text).toContain(`name="${lijst}.id" value="${id}"`);
      const again = await post('/casus', {
        casus,
        [`${lijst}.id`]: id,
        ...typedAs(lijst, { ...item, ...change }),
      }).expect(200);
      expect(read(again.text)).toMatchObject([{ id, ...item, ...change }]);
      const gone = await post('/casus', { casus: readCasus(again.text), actie: `weg-${lijst}:${id}` }).expect(
        200,
      );
      for (const text of Object.values(item)) if (text.length > 12) expect(gone.text).not.toContain(text);
      const late = await upload('/casus/openen', [casus], { casus: readCasus(gone.text) }).expect(200);
      expect(read(late.text)).toMatchObject([{ id, weg: true }]);
    },
  );

  it('leads to the advice and to a filled-in form, and tells what changed since', async () => {
    const file = await save(`/casus/bestand?a=${STAND}&tafel=topx`, {
      casuscode: CODE,
      hulpvraag: HULPVRAAG,
    });
    const opened = await upload('/casus/openen', [file]).expect(200);
    expect(opened.text).toContain('Dit is uw bestand');
    expect(opened.text).not.toContain('Wat er veranderde');
    const casus = readCasus(opened.text);
    await post('/casus', { casus, actie: 'advies' })
      .expect(303)
      .expect('Location', /^\/advies\?a=/);
    const form = await post('/casus', { casus, actie: 'pakket-topx' }).expect(200);
    expect(form.text).toContain(HULPVRAAG);
    const danger = await save(`/casus/bestand?a=${seal.seal({ ...ANTWOORDEN, acuutGevaar: 'ja' })}`, {
      casuscode: CODE,
    });
    const later = danger.replaceAll('2026-11-21T09:00:00.000Z', '2026-11-21T10:00:00.000Z');
    const merged = await upload('/casus/openen', [file, later]).expect(200);
    expect(merged.text).toContain('Wat er veranderde');
    expect(merged.text).toContain('Nog niet bewaard');
  });

  it('a file of before any answer has no advice, so no change is told from it', async () => {
    const begun = readCasus((await post('/casus', { casuscode: CODE })).text);
    const file = JSON.parse(await save('/casus/bestand', { casus: begun })) as Casus;
    expect(file).not.toHaveProperty('advies');
    const waarde = {
      uitkomst: 'eerstLokaal',
      tafels: [],
      voorzieningen: [],
      oordelen: { topx: 'onvolledig' },
    };
    const older = { ...file, advies: { waarde, gewijzigd: NOW.toISOString() } };
    const opened = await upload('/casus/openen', [JSON.stringify(older)]).expect(200);
    expect(opened.text).toContain('Dit is uw bestand');
    const { antwoorden } = JSON.parse(await save(`/casus/bestand?a=${STAND}`, { casuscode: CODE })) as Casus;
    const later = (casus: object) => post('/casus', { casus: JSON.stringify({ ...casus, antwoorden }) });
    expect((await later(readState(opened.text))).text).not.toContain('Wat er veranderde');
    expect((await later(older)).text).toContain('Wat er veranderde');
  });

  it('joins the journals of partners, and refuses another case with a question', async () => {
    const begin = readCasus((await post('/casus', { casuscode: CODE })).text);
    const [ours, theirs] = await Promise.all(
      ['gemeente', 'politie'].map(async (organisatie) => {
        const { text } = await post('/casus', {
          casus: begin,
          ...typedAs('logboek', { ...ENTRY, organisatie }),
        });
        return readCasus(text);
      }),
    );
    const merged = await upload('/casus/openen', [theirs ?? ''], {
      casus: ours ?? '',
      'logboek.gezien': 'half getypt',
    });
    expect(merged.status).toBe(200);
    expect(
      readState(merged.text)
        .logboek.map(({ organisatie }) => organisatie)
        .sort(),
    ).toEqual(['gemeente', 'politie']);
    expect(merged.text).toContain('half getypt');
    const other = (theirs ?? '').replace(CODE, 'TW-2026-002');
    const refused = await upload('/casus/openen', [other], { casus: ours ?? '' }).expect(400);
    expect(refused.text).toContain('Hebt u het goede bestand gekozen?');
    expect(readState(refused.text).logboek).toHaveLength(1);
    await upload('/casus/openen', [ours ?? '', other]).expect(400);
  });
});

describe('joining with what brings nothing new', () => {
  const NEW_DAY = typedAs('termijnen', { datum: '2026-12-24', wat: 'evaluatie' });
  const beginWith = async (fields: Fields) => {
    const begun = readCasus((await post('/casus', { casuscode: CODE })).text);
    return readCasus((await post('/casus', { casus: begun, ...fields })).text);
  };
  const NOTHING = /In dat bestand staat niets nieuws\.|In de bestanden die u koos, staat hetzelfde\./;
  const UNSAVED = /De wijziging staat nog in geen bestand|Nog niet bewaard/;

  it('the file that was just made of it, or one file twice: nothing is to be saved, and the next file is the same', async () => {
    const casus = await beginWith(NEW_DAY);
    const file = await save('/casus/bestand', { casus });
    for (const bewaard of ['', 'ja']) {
      const { text } = await upload('/casus/openen', [file], { casus, bewaard }).expect(200);
      expect(text).toMatch(NOTHING);
      expect(text).not.toMatch(UNSAVED);
      expect(await save('/casus/bestand', { casus: readCasus(text) })).toBe(file);
    }
    const twice = await upload('/casus/openen', [file, file]).expect(200);
    expect(twice.text).toMatch(NOTHING);
    expect(twice.text).not.toMatch(UNSAVED);
  });

  it('an older file: what stands in no file yet still does not, and what is half typed neither', async () => {
    const begun = await beginWith({});
    const older = await save('/casus/bestand', { casus: begun });
    const added = await post('/casus', { casus: begun, ...NEW_DAY });
    const casus = readCasus(added.text);
    const { text } = await upload('/casus/openen', [older], { casus }).expect(200);
    expect(text).toMatch(NOTHING);
    expect(text).toContain('De laatste wijziging staat nog in geen bestand.');
    const kept = await upload('/casus/openen', [older], { casus, bewaard: 'ja' }).expect(200);
    expect(kept.text).not.toMatch(UNSAVED);
    const typed = { casus, bewaard: 'ja', 'logboek.gezien': 'half getypt' };
    const half = await upload('/casus/openen', [older], typed).expect(200);
    expect(half.text).toContain('Wat u half hebt ingevuld, staat nog niet in de casus.');
  });

  it('a file that holds all of the other: it is joined, and stands in that file', async () => {
    const begun = await beginWith({});
    const more = readCasus((await post('/casus', { casus: begun, ...NEW_DAY })).text);
    const [older, newer] = [
      await save('/casus/bestand', { casus: begun }),
      await save('/casus/bestand', { casus: more }),
    ];
    for (const test of [
      upload('/casus/openen', [newer], { casus: begun }),
      upload('/casus/openen', [older, newer]),
      upload('/casus/openen', [newer, older]),
    ]) {
      const { text } = await test.expect(200);
      expect(text).toContain('De bestanden zijn samengevoegd. Alles staat al in een bestand dat u koos.');
      expect(text).not.toMatch(UNSAVED);
      expect(readState(text).termijnen).toHaveLength(1);
    }
  });

  it('two files of which one lost a part: the other alone holds what is shown', async () => {
    const file = await save('/casus/bestand', { casus: await beginWith(NEW_DAY) });
    const broken = file.replace('"plan": []', '"plan": [1]');
    const both = await upload('/casus/openen', [file, broken]).expect(200);
    expect(both.text).not.toMatch(UNSAVED);
    const worse = await upload('/casus/openen', [broken, broken]).expect(200);
    expect(worse.text).toContain('Nog niet bewaard');
  });
});

describe('a file that cannot be opened', () => {
  it.each<[string, Buffer | string, RegExp]>([
    ['nothing', '', /leeg/],
    ['no JSON', '{', /niet te lezen/],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x00]), /niet te lezen/],
    ['a picture', Buffer.alloc(2_000, 7), /geen casusbestand/],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1'), /Open de pdf, bewaar de bijlage en kies die hier/],
    ['too large', 'x'.repeat(1_000_001), /te groot/],
  ])('%s: 400 with a sentence', async (_name, bytes, message) => {
    const { text } = await request(app)
      .post('/casus/openen')
      .attach('bestand', Buffer.from(bytes as string), 'x.json')
      .expect(400);
    expect(text).toMatch(message);
    expect(text).toContain('href="#bestand"');
  });

  it.each<[string, string, string, number]>([
    ['no file', 'multipart/form-data; boundary=x', '--x--\r\n', 400],
    ['no boundary', 'multipart/form-data', 'x', 400],
    [
      'half a body',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="bestand"',
      400,
    ],
    [
      'half a file',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="bestand"; filename="a.json"\r\n\r\n{"format"',
      400,
    ],
    ['another form', 'application/x-www-form-urlencoded', 'bestand=x', 415],
    [
      'very many parts',
      'multipart/form-data; boundary=x',
      `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(2_000)}--x--\r\n`,
      400,
    ],
  ])('%s: refused', async (_name, type, body, status) => {
    await request(app).post('/casus/openen').set('Content-Type', type).send(body).expect(status);
  });

  it('names what could not be kept, and shows the rest', async () => {
    const file = await save(`/casus/bestand?a=${STAND}`, { casuscode: CODE });
    const { text } = await upload('/casus/openen', [file.replace('"gemeente"', '"bestaatNiet"')]).expect(200);
    expect(text).toContain('De vraag “bestaatNiet” stellen we niet meer.');
    expect(text).toContain('Nog niet bewaard');
  });
});

describe('what was typed', () => {
  it('goes along to another table of the advice, and fields that it does not have fall away', async () => {
    const both = seal.seal({ ...LOKAAL_VAST, ...toFitting('topx', 'triage-transfertafel') });
    const { text } = await post(`/verwijzen/topx?a=${both}`, {
      casuscode: CODE,
      hulpvraag: HULPVRAAG,
      'onderbouwing.gebieds-veiligheid.feit': 'Alleen TopX vraagt dit.',
    }).expect(200);
    const form = await pressButton(app, text, 'Neem deze tekst mee').expect(200);
    expect(form.text).toContain(HULPVRAAG);
    const [shown] = readForms(form.text).filter(({ action }) =>
      action.startsWith('/verwijzen/triage-transfertafel?'),
    );
    expect(Object.fromEntries(shown?.velden ?? [])).toMatchObject({ casuscode: CODE, hulpvraag: HULPVRAAG });
    expect(shown?.velden.map(([name]) => name)).not.toContain('onderbouwing.gebieds-veiligheid.feit');
  });

  it.each(['', '/pdf', '/eml'])(
    'comes back when the answers are too old, at /verwijzen/topx%s',
    async (deel) => {
      const old = createTestSeal(() => new Date(NOW.getTime() - 13 * 60 * 60 * 1_000)).seal(ANTWOORDEN);
      for (const stand of [old, 'onzin']) {
        const { text, headers } = await post(`/verwijzen/topx${deel}?a=${stand}`, {
          casuscode: CODE,
          hulpvraag: HULPVRAAG,
          'plan.0.wie': 'wijkagent',
        }).expect(410);
        expect(headers['cache-control']).toBe('no-store');
        const form = readForms(text).find(({ action }) => action.startsWith('/casus/bestand'));
        const typed = Object.fromEntries(form?.velden ?? []);
        expect(typed).toMatchObject({ casuscode: CODE, hulpvraag: HULPVRAAG, 'plan.0.wie': 'wijkagent' });
        const file = await save(form?.action ?? '', typed);
        const again = await upload(`/casus/openen?a=${STAND}&tafel=topx`, [file]).expect(200);
        expect(again.text).toContain(HULPVRAAG);
      }
    },
  );

  it('stays with the back button: the form may be kept by this browser, a post by nobody', async () => {
    const form = await request(app).get(`/verwijzen/topx?a=${STAND}`).expect(200);
    expect(form.headers['cache-control']).toBe('no-cache, private');
    const sent = await post(`/verwijzen/topx?a=${STAND}`, { casuscode: CODE }).expect(200);
    expect(sent.headers['cache-control']).toBe('no-store');
  });
});
