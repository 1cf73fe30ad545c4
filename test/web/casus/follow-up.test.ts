import { describe, expect, it } from 'vitest';
import type { Casus } from '../../../src/domain/casus/casus.ts';
import { VERWIJZING_STANDEN } from '../../../src/domain/casus/casus.ts';
import { postForm, readForms } from '../../support/form-walker.ts';
import { findPlainFaults } from '../../support/plain-text.ts';
import { readEml } from '../../support/referral-requests.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../../support/test-app.ts';
import { fillNeeded, VERWIJS_ROUTES } from '../../support/verwijzing-cases.ts';

const app = createTestApp({ limits: SPACIOUS });
const seal = createTestSeal();
const CODE = 'TW-2026-001';

type Fields = Readonly<Record<string, string>>;
const post = (path: string, fields: Fields) => postForm(app, path, Object.entries(fields));
const postBytes = (path: string, fields: Fields) =>
  post(path, fields)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => done(null, Buffer.concat(parts)));
    });
const readField = (html: string, naam: string): string =>
  readForms(html)
    .flatMap(({ velden }) => velden)
    .find(([name]) => name === naam)?.[1] ?? '';
/** A textarea of a page by its id. */
const readBox = (html: string, id: string): string => {
  const [, text = ''] = new RegExp(`<textarea[^>]* id="${id}"[^>]*>([\\s\\S]*?)</textarea>`).exec(html) ?? [];
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
};
/** What the page of a case offers: the values of its buttons that lead to a follow-up. */
const listOffered = (html: string) =>
  [...html.matchAll(/name="actie" value="vervolg:([^"]+)"/g)].map(([, value = '']) => value);

type Route = (typeof VERWIJS_ROUTES)[number];

/** A case with one package made for this table, told to the person. */
async function makeCase({ tafel, basis, rol }: Route, more: Fields = {}): Promise<Casus> {
  const typed = { ...fillNeeded(tafel, rol), casuscode: CODE, geinformeerd: 'akkoord', ...more };
  const { text } = await post(`/casus?a=${seal.seal({ ...basis, rol })}&tafel=${tafel}`, typed).expect(200);
  const casus = JSON.parse(readField(text, 'casus')) as Casus;
  expect(casus.verwijzingen).toHaveLength(1);
  return casus;
}

type Made = Casus['verwijzingen'][number];
const change = (casus: Casus, made: Partial<Made>): Casus => ({
  ...casus,
  verwijzingen: casus.verwijzingen.map((one) => ({ ...one, ...made })),
});
const show = (casus: Casus) => post('/casus', { casus: JSON.stringify(casus) }).expect(200);
const open = (casus: Casus, actie: string) =>
  post('/casus/vervolg', { casus: JSON.stringify(casus), actie }).expect(200);

/** Other texts than when the package was made. */
const retype = (casus: Casus): Casus => ({
  ...casus,
  velden: Object.fromEntries(
    Object.entries(casus.velden).map(([pad, texts]) => [
      pad,
      pad === 'hulpvraag'
        ? texts.map((text) => ({ ...text, waarde: 'Wie helpt er in het weekend?' }))
        : texts,
    ]),
  ),
});

const P10_ROUTES = VERWIJS_ROUTES.filter(
  ({ tafel, route }) => tafel === 'mobiel-p10-team' && route === 'zelf',
);
const CASES: readonly (readonly [string, Route, Fields])[] = [
  ...VERWIJS_ROUTES.map((route) => [`${route.tafel}, ${route.route}`, route, {}] as const),
  ...P10_ROUTES.flatMap((route) =>
    ['inzet', 'voortzetting'].map(
      (bericht) =>
        [
          `${route.tafel}, ${bericht}`,
          route,
          { bericht, evaluatieUren: '20', gewensteUitkomst: 'Rust.' },
        ] as const,
    ),
  ),
];

describe.each(CASES)('%s', (_name, route, more) => {
  it('in every state each follow-up that is offered is a whole text for who had the package', async () => {
    const made = retype(await makeCase(route, more));
    const kinds = new Set<string>();
    for (const stand of VERWIJZING_STANDEN) {
      const casus = change(made, { stand, standDatum: stand === 'gemaakt' ? '' : '2026-11-20' });
      for (const actie of listOffered((await show(casus)).text)) {
        const [kind = ''] = actie.split(':');
        if (kind === 'verstuurd' || kind === 'voortzetting') continue;
        kinds.add(kind);
        const { text } = await open(casus, actie);
        const mail = readBox(text, 'tekst');
        expect(readBox(text, 'onderwerp')).toContain(CODE);
        expect(findPlainFaults(`${readBox(text, 'onderwerp')}\n\n${mail}`)).toEqual([]);
        expect(mail).not.toContain('TW-2026.014/b');
        if (kind.startsWith('terugkoppeling')) expect(readBox(text, 'aan')).toBe('');
        else if (route.route === 'zelf') expect(readBox(text, 'aan')).toBe(route.aan.join(', '));
        if (kind === 'aanvulling') {
          expect(mail).toContain('Wie helpt er in het weekend?');
          // What did not change is not told again.
          expect(mail.split('Met vriendelijke groet')[0]).not.toContain('Veld ');
        }
        const isCall = route.tafel === 'crisisteam-zorgkantoor' && !kind.startsWith('terugkoppeling');
        expect(mail.includes('ZEG DIT')).toBe(isCall);
        expect(text.includes('vervolg-eml')).toBe(text.includes('href="mailto:'));
        if (isCall) expect(text).not.toContain('vervolg-eml');
        expect(mail.includes('- Wij hebben nog nodig:')).toBe(['bevestiging', 'aanvulling'].includes(kind));
      }
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['bevestiging', 'aanvulling', 'intrekking']));
  });
});

describe('the ways to take it', () => {
  const [topx] = VERWIJS_ROUTES;

  it('a draft has the recipient and the text of the page; a text file too', async () => {
    const casus = await makeCase(topx as Route);
    const [actie = ''] = listOffered((await show(casus)).text);
    const text = readBox((await open(casus, actie)).text, 'tekst');
    const fields = { casus: JSON.stringify(casus), actie };
    const eml = await postBytes('/casus/vervolg-eml', fields)
      .expect(200)
      .expect('Content-Type', /rfc822/);
    const mail = await readEml(eml.body);
    expect(mail.isConcept).toBe(true);
    expect(mail.aan).toEqual(topx?.aan);
    expect(mail.tekst.trim()).toBe(text.trim());
    const txt = await postBytes('/casus/vervolg-txt', fields)
      .expect(200)
      .expect('Content-Disposition', `attachment; filename=bevestiging-topx-${CODE}.txt`);
    expect(String(txt.body)).toContain(text.trim().replaceAll('\n', '\r\n'));
  });

  it('its button sets the state, and the way back keeps what was typed', async () => {
    const casus = await makeCase(topx as Route);
    const { id } = casus.verwijzingen[0] as Made;
    const typed = { casus: JSON.stringify(casus), 'logboek.gezien': 'half getypt' };
    const page = await post('/casus/vervolg', { ...typed, actie: `intrekking:${id}` }).expect(200);
    const [form] = readForms(page.text).filter(({ action }) => action === '/casus');
    const sent = Object.fromEntries(form?.velden ?? []);
    expect(page.text).toContain(`name="actie" value="ingetrokken-verwijzingen:${id}"`);
    const marked = await post('/casus', { ...sent, actie: `ingetrokken-verwijzingen:${id}` }).expect(200);
    expect(JSON.parse(readField(marked.text, 'casus')).verwijzingen).toMatchObject([
      { stand: 'ingetrokken', standDatum: '2026-11-21' },
    ]);
    for (const path of ['/casus/vervolg', '/casus/vervolg-eml']) {
      const back = await post(path, { ...sent, actie: 'terug' }).expect(200);
      expect(back.text).toContain('half getypt');
      expect(JSON.parse(readField(back.text, 'casus'))).toEqual(casus);
    }
  });

  it('a file that nobody changed is still saved on the way back', async () => {
    const casus = JSON.stringify(await makeCase(topx as Route));
    const saved = await post('/casus/vervolg', { casus, bewaard: 'ja', actie: 'terug' }).expect(200);
    expect(saved.text).toContain('Dit is uw bestand');
    const typed = { casus, bewaard: 'ja', actie: 'terug', 'logboek.gezien': 'half getypt' };
    expect((await post('/casus/vervolg', typed)).text).toContain('Nog niet bewaard');
  });

  it('a deployment that goes on is the form of the team, without the hours of before', async () => {
    const more = { bericht: 'inzet', evaluatieUren: '20', gewensteUitkomst: 'Rust.' };
    const casus = await makeCase(P10_ROUTES[0] as Route, more);
    const actie = listOffered((await show(casus)).text).find((one) => one.startsWith('voortzetting:')) ?? '';
    const { text } = await open(casus, actie);
    expect(text).toMatch(/<option[^>]*value="voortzetting"[^>]*selected|value="voortzetting"[^>]* checked/);
    expect(readField(text, 'evaluatieUren')).toBe('');
    // The case goes along, so that what is made of it comes back into it.
    expect(JSON.parse(readField(text, 'casus'))).toMatchObject({ casuscode: casus.casuscode });
    // A question agreed on no hours, whatever stands in the fields.
    const asked = await makeCase(P10_ROUTES[0] as Route, { evaluatieUren: '20' });
    expect(listOffered((await show(asked)).text).join()).not.toMatch(/evaluatie|voortzetting/);
  });
});

describe('all days in one calendar file', () => {
  it('has every day that is due with the code, and the same uids when the days move', async () => {
    const regiotafel = VERWIJS_ROUTES.find(
      ({ tafel, route }) => tafel === 'regiotafel-wlz' && route === 'zelf',
    ) as Route;
    const made = await makeCase(regiotafel, { overlegdatum: '2026-12-14' });
    const genoteerd = '2026-11-21T09:00:00.000Z';
    const withDay = (datum: string): Casus => ({
      ...made,
      termijnen: [{ id: 'een', genoteerd, datum, wat: 'evaluatie', gedaan: '' }],
    });
    const read = async (casus: Casus) => {
      const res = await postBytes('/casus/termijnen', { casus: JSON.stringify(casus) })
        .expect(200)
        .expect('Content-Type', /calendar/)
        .expect('Content-Disposition', `attachment; filename=termijnen-${CODE}.ics`);
      return String(res.body).replaceAll('\r\n ', '');
    };
    const first = await read(withDay('2026-12-01'));
    const later = await read(withDay('2026-12-02'));
    const listUids = (ics: string) => [...ics.matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid).sort();
    expect(listUids(first)).toHaveLength(4);
    expect(new Set(listUids(first)).size).toBe(4);
    expect(listUids(later)).toEqual(listUids(first));
    for (const [, titel = ''] of first.matchAll(/^SUMMARY:(.*)$/gm)) expect(titel).toContain(CODE);
    expect(first).not.toMatch(/undefined|Veld /);
    expect(first).toContain('DTSTART;VALUE=DATE:20261201');
  });

  it('a case of which nothing is due offers none, and shows its page', async () => {
    const { text } = await post('/casus', { casuscode: CODE }).expect(200);
    expect(text).not.toContain('/casus/termijnen"');
    await post('/casus/termijnen', { casus: readField(text, 'casus') })
      .expect(200)
      .expect('Content-Type', /html/);
  });
});

describe('the news for partners', () => {
  it('tells what is new since the day, in a page and in files without a recipient', async () => {
    const [topx] = VERWIJS_ROUTES;
    const made = await makeCase(topx as Route);
    const entry = { functie: 'wijkcoach', organisatie: 'gemeente', factor: '', gedaan: '' as const };
    const casus = JSON.stringify({
      ...made,
      logboek: [
        {
          ...entry,
          id: 'a',
          genoteerd: '2026-11-10T09:00:00.000Z',
          datum: '2026-11-10',
          gezien: 'Oud nieuws.',
          verloop: '',
          teDoen: 'Bel de buren.',
        },
        {
          ...entry,
          id: 'b',
          genoteerd: '2026-11-20T09:00:00.000Z',
          datum: '2026-11-19',
          gezien: 'Er was onrust.',
          verloop: 'slechter',
          teDoen: '',
        },
      ],
    });
    const page = await post('/casus/nieuws', { casus, sinds: '2026-11-20' }).expect(200);
    const text = readBox(page.text, 'tekst');
    expect(text).toContain('19 november 2026, wijkcoach, gemeente');
    expect(text).not.toContain('Oud nieuws.');
    // What is still to be done is told whatever its age.
    expect(text).toContain('Bel de buren.');
    expect(text).toContain('TopX');
    expect(findPlainFaults(text)).toEqual([]);
    const eml = await postBytes('/casus/nieuws-eml', { casus, sinds: '2026-11-20' }).expect(200);
    const mail = await readEml(eml.body);
    expect(mail.aan).toEqual([]);
    expect(mail.tekst.trim()).toBe(text.trim());
    await postBytes('/casus/nieuws-txt', { casus, sinds: '2026-11-20' })
      .expect(200)
      .expect('Content-Disposition', `attachment; filename=nieuws-${CODE}-2026-11-20.txt`);
    expect(readField((await show(JSON.parse(casus))).text, 'sinds')).toBe('2026-11-20');
    const wrong = await post('/casus/nieuws', { casus, sinds: 'gisteren' }).expect(400);
    expect(wrong.text).toContain('href="#sinds"');
  });

  it('tells the advice in the words of its page', async () => {
    const route = VERWIJS_ROUTES.find(({ tafel }) => tafel === 'crisisteam-zorgkantoor') as Route;
    const casus = await makeCase({ ...route, basis: { ...route.basis, wlzZorg: 'nee' } });
    const { text } = await post('/casus/nieuws', {
      casus: JSON.stringify(casus),
      sinds: '2026-11-01',
    }).expect(200);
    expect(readBox(text, 'tekst')).toContain('is nu: schakel nu de crisisdienst van de ggz in');
  });
});
