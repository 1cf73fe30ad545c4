import { describe, expect, it } from 'vitest';
import type { Casus } from '../../../src/domain/casus/casus.ts';
import type { Antwoorden } from '../../../src/domain/model/antwoorden.ts';
import { LOKAAL_VAST, toFitting } from '../../support/fitting-antwoorden.ts';
import { readForms } from '../../support/form-walker.ts';
import { type Filled, listButtons, pressButton } from '../../support/press-button.ts';
import { content } from '../../support/real-content.ts';
import { request } from '../../support/request.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../../support/test-app.ts';
import { NOW } from '../../support/test-site.ts';
import { fillNeeded } from '../../support/verwijzing-cases.ts';

let minutes = 0;
const lines: string[] = [];
/** Every post is a minute later, so that what is changed last counts. */
const now = () => new Date(NOW.getTime() + minutes * 60_000);
const app = createTestApp({ limits: SPACIOUS, now, onLog: (line) => lines.push(line) });
const CODE = 'TW-2026-001';
const ANTWOORDEN = { ...LOKAAL_VAST, ...toFitting('topx'), rol: 'procesmanager' };
const BOTH = { ...ANTWOORDEN, ...toFitting('topx', 'triage-transfertafel') };
const DANGER = content.vragen[0]?.vraag ?? '';

const press = async (html: string, button: string, filled?: Filled, status = 200) => {
  minutes += 1;
  const { text, body } = await pressButton(app, html, button, filled).expect(status);
  return text ?? String(body);
};
const readCasus = (html: string): string =>
  readForms(html)
    .flatMap(({ velden }) => velden)
    .find(([name]) => name === 'casus')?.[1] ?? '';
const readState = (html: string) => JSON.parse(readCasus(html)) as Casus;
const begin = async () => {
  const { text } = await request(app).get('/casus').expect(200);
  return press(text, 'Begin', { typed: { casuscode: CODE } });
};
const findFeit = (html: string) => [...(readForms(html)[0]?.keuzes.keys() ?? [])][0] ?? '';
const isQuestion = (html: string) => listButtons(html).includes('Volgende');
/** Answers the question that is shown, and those that follow. */
const answerAll = async (html: string, antwoorden: Antwoorden): Promise<string> => {
  let page = html;
  for (let asked = 0; isQuestion(page); asked += 1) {
    if (asked > 60) throw new Error('De vragen houden niet op.');
    const feit = findFeit(page);
    page = await press(page, 'Volgende', { ticked: { [feit]: [antwoorden[feit] ?? 'weetNiet'].flat() } });
  }
  return page;
};
const ENTRY = {
  'logboek.datum': '2026-11-20',
  'logboek.functie': 'wijkagent',
  'logboek.verloop': 'slechter',
};
const enter = (html: string, organisatie: string) =>
  press(html, 'Voeg toe wat u zag', {
    typed: { ...ENTRY, 'logboek.organisatie': organisatie, 'logboek.gezien': `Gezien door ${organisatie}.` },
  });
const open = async (file: string) => {
  const { text } = await request(app).get('/casus').expect(200);
  return press(text, 'Open het bestand', { files: [file] });
};

it('the whole life of a case, without JavaScript', async () => {
  let page = await begin();
  page = await answerAll(await press(page, 'Begin met de vragen'), ANTWOORDEN);
  expect(readState(page).antwoorden).toMatchObject(
    Object.fromEntries(Object.entries(toFitting('topx')).map(([feit, waarde]) => [feit, { waarde }])),
  );
  expect(page).toContain('Vul het formulier in voor');

  // Package A: kept half-typed, then whole, and put in the case.
  const typed: Record<string, string> = { ...fillNeeded('topx', 'procesmanager'), casuscode: CODE };
  const { hulpvraag = '', ...others } = typed;
  page = await press(page, 'Vul het formulier in voor', { typed: { 'plan.doetWat': 'half getypt' } });
  page = await press(page, 'Bewaar in de casus', { typed: { hulpvraag } });
  expect(readState(page).verwijzingen).toEqual([]);
  expect(page).toContain('half getypt');
  page = await press(page, 'Vul het formulier in voor');
  page = await press(page, 'Bekijk de tekst', { typed: others });
  const pdf = await pressButton(app, page, 'Download als pdf').expect(200);
  expect(pdf.headers['content-type']).toBe('application/pdf');
  page = await press(await press(page, 'Wijzig de tekst'), 'Bekijk de tekst');
  page = await press(page, 'Zet in de casus');
  expect(readState(page).verwijzingen).toMatchObject([{ tafel: 'topx', velden: { hulpvraag } }]);
  expect(page).toContain('half getypt');

  // Two partners write in the journal, and their files come together.
  const shared = await press(page, 'Download het bestand');
  const files = await Promise.all(
    ['politie', 'gemeente'].map(async (organisatie) =>
      press(await enter(await open(shared), organisatie), 'Download het bestand'),
    ),
  );
  page = await open(shared);
  for (const file of files) page = await press(page, 'Voeg samen', { files: [file] });
  expect(
    readState(page)
      .logboek.map(({ organisatie }) => organisatie)
      .sort(),
  ).toEqual(['gemeente', 'politie']);

  // Other answers: a new advice, and a package for another table with what was written before.
  const slug = content.vragen.find(({ feit }) => feit === 'signalen')?.vraag ?? '';
  page = await answerAll(await press(page, `Wijzig ${slug}`), BOTH);
  expect(page).toContain('Wat er veranderde');
  const form = listButtons(page).find((text) => /Vul het formulier in voor .*Triage/.test(text)) ?? '';
  page = await press(page, form);
  expect(page).toContain(hulpvraag);
  page = await press(page, 'Bewaar in de casus');
  page = await press(page, 'Sluit de casus af');

  const file = await press(page, 'Download het bestand');
  const again = await open(file);
  expect(again).toContain('Dit is uw bestand');
  expect(again).toContain('Deze casus is afgesloten');
  expect(readState(again)).toEqual(JSON.parse(file));
  expect(await press(again, 'Download het bestand')).toBe(file);
  // Nothing of it in a log.
  expect(lines.length).toBeGreaterThan(20);
  for (const secret of [CODE, 'half getypt', 'Gezien door', hulpvraag])
    expect(lines.join()).not.toContain(secret);
});

describe('the questions in a case', () => {
  it('show a fault at the field, go back, and leave for the case with what was answered', async () => {
    let page = await press(await begin(), 'Begin met de vragen');
    expect(page).toContain(DANGER);
    const refused = await press(page, 'Volgende', {}, 400);
    expect(refused).toContain('Fout:');
    expect(readCasus(refused)).toBe(readCasus(page));
    page = await press(refused, 'Volgende', { ticked: { acuutGevaar: ['nee'] } });
    expect(findFeit(page)).toBe('gemeente');
    page = await press(page, 'Vorige vraag');
    expect(findFeit(page)).toBe('acuutGevaar');
    page = await press(page, `Casus ${CODE}: terug naar de casus`);
    expect(readState(page).antwoorden).toMatchObject({ acuutGevaar: { waarde: 'nee' } });
    expect(findFeit(await press(page, 'Ga verder met de vragen'))).toBe('gemeente');
  });

  it('after the last one there is no button for more, and what is asked again does not say so', async () => {
    const more = 'Ga verder met de vragen';
    let page = await answerAll(await press(await begin(), 'Begin met de vragen'), ANTWOORDEN);
    for (let rounds = 0; listButtons(page).includes(more); rounds += 1) {
      expect(rounds).toBeLessThan(5);
      expect(page).not.toContain('Dat was de laatste vraag');
      const question = await press(page, more);
      expect(isQuestion(question)).toBe(true);
      page = await answerAll(question, ANTWOORDEN);
    }
    expect(page).toContain('Dat was de laatste vraag. Hieronder staat het advies.');
    expect(listButtons(page).some((text) => text.startsWith('Bekijk het hele advies'))).toBe(true);
  });

  it('who has enough for an advice, and can be asked more, is not told that it was the last one', async () => {
    const lokaal = { ...ANTWOORDEN, gemeente: 'borne', lokaalBesproken: 'nee', signalen: ['veiligheid'] };
    const page = await answerAll(await press(await begin(), 'Begin met de vragen'), lokaal);
    expect(page).toContain('U hebt genoeg vragen beantwoord voor een advies.');
    expect(isQuestion(await press(page, 'Ga verder met de vragen'))).toBe(true);
  });

  it('direct danger: the numbers at once, and the way back is to change that answer', async () => {
    const page = await answerAll(await press(await begin(), 'Begin met de vragen'), {
      acuutGevaar: 'ja',
    });
    expect(page).toMatch(/<details class="rdm-gevaar__meer" open>/);
    expect(page).toContain('direct gevaar. Bel meteen.');
    const changed = await press(await press(page, `Wijzig ${DANGER}`), 'Volgende', {
      ticked: { acuutGevaar: ['nee'] },
    });
    expect(findFeit(changed)).toBe('gemeente');
  });

  it('who could not tell whether there is danger gets the numbers open above the next question', async () => {
    const page = await press(await press(await begin(), 'Begin met de vragen'), 'Volgende', {
      ticked: { acuutGevaar: ['weetNiet'] },
    });
    expect(page).toMatch(/<details class="rdm-gevaar__meer" open>/);
  });

  it('an answer that no longer counts stays in the file and counts again later, as outside a case', async () => {
    const page = await answerAll(await press(await begin(), 'Begin met de vragen'), ANTWOORDEN);
    const elsewhere = await press(await press(page, 'Wijzig In welke gemeente'), 'Volgende', {
      ticked: { gemeente: ['buiten-twente'] },
    });
    expect(Object.keys(readState(elsewhere).antwoorden)).toEqual(Object.keys(readState(page).antwoorden));
    expect(readState(elsewhere).antwoorden.rol).toEqual(readState(page).antwoorden.rol);
  });
});

describe('a package in a case', () => {
  const atForm = async (antwoorden: Antwoorden = ANTWOORDEN) => {
    const page = await answerAll(await press(await begin(), 'Begin met de vragen'), antwoorden);
    return press(page, listButtons(page).find((text) => /voor (de )?TopX/i.test(text)) ?? 'TopX');
  };

  it('a fault keeps the fields and the case, wherever it is found', async () => {
    const form = await atForm();
    const typed = { hulpvraag: 'Wie neemt de regie? bsn 111222333', regie: 'nog niemand' };
    for (const button of ['Bekijk de tekst', 'Bewaar in de casus']) {
      const page = await press(form, button, { typed }, 400);
      expect(page).toContain('href="#hulpvraag"');
      expect(page).toContain(typed.hulpvraag);
      expect(page).toContain(typed.regie);
      expect(readCasus(page)).toBe(readCasus(form));
      const good = await press(page, 'Bewaar in de casus', { typed: { hulpvraag: 'Wie neemt de regie?' } });
      expect(readState(good).velden.regie?.[0]?.waarde).toBe(typed.regie);
    }
    const other = await press(form, 'Bewaar in de casus', { typed: { casuscode: 'TW-2026-002' } }, 400);
    expect(other).toContain('href="#casuscode"');
  });

  it('a field that was emptied is emptied in the case too', async () => {
    const typed = { hulpvraag: 'Wie neemt de regie?', regie: 'nog niemand' };
    const kept = await press(await atForm(), 'Bewaar in de casus', { typed });
    const preview = await press(await press(kept, 'Vul het formulier in voor'), 'Bekijk de tekst', {
      typed: { regie: '' },
    });
    const { velden } = readState(await press(preview, 'Zet in de casus'));
    expect(velden.hulpvraag?.[0]?.waarde).toBe(typed.hulpvraag);
    expect(velden.regie?.[0]?.waarde).toBe('');
  });

  it('the text goes along to another table, and is in the case as well', async () => {
    const hulpvraag = 'Wie neemt de regie?';
    const topx = await atForm(BOTH);
    // A criterion of this table alone.
    const own = /name="(onderbouwing\.[\w.-]+\.feit)"/.exec(topx)?.[1] ?? '';
    const preview = await press(topx, 'Bekijk de tekst', { typed: { hulpvraag, [own]: 'alleen voor TopX' } });
    const form = await press(preview, 'Neem deze tekst mee naar');
    expect(form).toContain(hulpvraag);
    expect(form).toContain('Triage');
    expect(form).not.toContain(`name="${own}"`);
    const kept = await press(form, 'Bewaar in de casus');
    expect(readState(kept).velden[own]?.[0]?.waarde).toBe('alleen voor TopX');
    expect(readState(kept).verwijzingen).toEqual([]);
  });

  it('works when the answers in the address are too old: those of the case are there', async () => {
    const form = await atForm();
    const old = createTestSeal(() => new Date(NOW.getTime() - 13 * 60 * 60 * 1_000)).seal(ANTWOORDEN);
    const late = form.replaceAll(/\?a=[\w-]+/g, `?a=${old}`);
    const page = await press(late, 'Bekijk de tekst', { typed: { hulpvraag: 'Wie neemt de regie?' } });
    expect(listButtons(page)).toContain('Zet in de casus en ga terug');
  });

  it('a form may be larger by the case that it carries, and by nothing else', async () => {
    const post = (body: Readonly<Record<string, string>>) =>
      request(app)
        .post(`/verwijzen/topx?a=${createTestSeal(now).seal(ANTWOORDEN)}`)
        .type('form')
        .send(new URLSearchParams(body).toString());
    const large = 'x'.repeat(2_000_001);
    await post({ casuscode: CODE, casus: large }).expect(200);
    await post({ casuscode: CODE, hulpvraag: large }).expect(413);
    await post({ casuscode: CODE, hulpvraag: large, casus: '{}' }).expect(413);
  });
});

it('the whole advice opens in a tab of its own, and no address holds the case', async () => {
  const page = await answerAll(await press(await begin(), 'Begin met de vragen'), ANTWOORDEN);
  expect(page).toMatch(/formtarget="_blank"[^>]*>Bekijk het hele advies \(opent in een nieuw tabblad\)/);
  const { headers } = await pressButton(app, page, 'Bekijk het hele advies').expect(303);
  expect(headers.location).toMatch(/^\/advies\?a=[\w-]+$/);
  await request(app)
    .get(headers.location ?? '')
    .expect(200);
});
