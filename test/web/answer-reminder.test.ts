import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import type { Casus } from '../../src/domain/casus/casus.ts';
import { REGIOTAFEL, TOPX } from '../support/domain-facts.ts';
import { postForm, readForms } from '../support/form-walker.ts';
import { postReferral, postVerwijzing } from '../support/referral-requests.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../support/test-app.ts';
import { fillNeeded, VERWIJS_ROUTES } from '../support/verwijzing-cases.ts';

const app = createTestApp({ limits: SPACIOUS });
const seal = createTestSeal();
const CODE = 'TW-2026-001';
const ROUTES = VERWIJS_ROUTES.map((route) => ({
  ...route,
  velden: { ...fillNeeded(route.tafel, route.rol), casuscode: CODE },
  antwoorden: { ...route.basis, rol: route.rol },
}));
type Route = (typeof ROUTES)[number];

const find = (tafel: string, route = 'zelf'): Route => {
  const found = ROUTES.find((one) => one.tafel === tafel && one.route === route);
  if (!found) throw new Error(`No way to ${tafel}.`);
  return found;
};
const readEvents = (ics: unknown) =>
  new ICAL.Component(ICAL.parse(String(ics)))
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
const readIcs = async ({ tafel, antwoorden }: Route, velden: Record<string, string>) =>
  readEvents((await postReferral(app, tafel, antwoorden, velden, '/ics').expect(200)).body);

it('is in the calendar file of every complete package but a call, with the code and what to do', async () => {
  for (const route of ROUTES) {
    const { body } = await postVerwijzing(app, route.tafel, route.antwoorden, route.velden).expect(200);
    const res = await postReferral(app, route.tafel, route.antwoorden, route.velden, '/ics');
    if (body.kanaal.soort === 'telefoon') continue;
    const event = readEvents(res.body).find(({ uid }) => uid.startsWith('nabellen-'));
    expect(event?.uid, route.tafel).toBe(`nabellen-${route.tafel}-${CODE}@rdm-wegwijzer.invalid`);
    expect(event?.summary).toContain(CODE);
    expect(event?.description).toContain('Nog niets gehoord?');
    expect(event?.description.includes('Code van de tafel')).toBe(route.route === 'zelf');
    expect(event?.description).not.toMatch(/http|undefined/);
  }
});

it('speaks of no link on a site that makes none, and the case offers none', async () => {
  const without = createTestApp({ limits: SPACIOUS, hasLinks: false });
  const { tafel, antwoorden, velden } = find(TOPX);
  const [event] = readEvents(
    (await postReferral(without, tafel, antwoorden, velden, '/ics').expect(200)).body,
  );
  expect(event?.description).toContain('Nog niets gehoord?');
  expect(event?.description).not.toMatch(/link|Code van de tafel/);
  const path = `/casus?a=${seal.seal(antwoorden)}&tafel=${TOPX}`;
  const { text } = await postForm(without, path, Object.entries(velden)).expect(200);
  expect(text).toContain('Wacht sinds vandaag op een antwoord.');
  expect(text).not.toContain('Maak de link');
});

it('is nothing for a call or a draft: the calendar file is refused with a sentence, on the page as by the API', async () => {
  const draft = { ...find(TOPX), velden: { casuscode: CODE } };
  for (const { tafel, antwoorden, velden } of [find('crisisteam-zorgkantoor'), draft]) {
    const page = await postReferral(app, tafel, antwoorden, velden, '/ics').expect(409);
    const refused = await postVerwijzing(app, tafel, antwoorden, velden, 'text/calendar').expect(409);
    const { detail } = JSON.parse(String(refused.body));
    expect(detail).toContain('geen dag om in uw agenda te zetten');
    expect(String(page.body)).toContain(detail);
    expect(String(page.body)).toContain(`value="${CODE}"`);
  }
});

it('is five working days later, and sounds that day', async () => {
  const [event, ...others] = await readIcs(find(TOPX), find(TOPX).velden);
  expect(others).toEqual([]);
  // Made on a Saturday.
  expect(event?.startDate.toString()).toBe('2026-11-27');
  const alarm = event?.component.getFirstSubcomponent('valarm');
  expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('PT9H');
  expect(alarm?.getFirstPropertyValue('description')).toContain('27 november 2026');
});

it('is the working day after the meeting where there is one, beside the last day to hand in', async () => {
  const route = find(REGIOTAFEL);
  // A Friday.
  const events = await readIcs(route, { ...route.velden, overlegdatum: '2026-12-18' });
  expect(events.map(({ startDate }) => startDate.toString())).toEqual(['2026-11-27', '2026-12-21']);
});

it('is the only one where the last day is over; where that is tomorrow, the calendar still sounds for it', async () => {
  const route = find(REGIOTAFEL);
  const over = { ...route.velden, overlegdatum: '2026-12-11' };
  expect((await readIcs(route, over)).map(({ uid }) => uid)).toEqual([
    `nabellen-${REGIOTAFEL}-${CODE}@rdm-wegwijzer.invalid`,
  ]);
  const page = String((await postReferral(app, REGIOTAFEL, route.antwoorden, over).expect(200)).body);
  expect(page).toContain('De termijn is voorbij');
  expect(page).toContain('Zet in uw agenda om na te vragen (.ics)');
  // Three weeks after tomorrow.
  const [lastDay] = await readIcs(route, { ...route.velden, overlegdatum: '2026-12-13' });
  expect(lastDay?.startDate.toString()).toBe('2026-11-22');
  const triggers = lastDay?.component
    .getAllSubcomponents('valarm')
    .map((alarm) => String(alarm.getFirstPropertyValue('trigger')));
  expect(triggers).toEqual(['PT9H']);
});

it('is not in that of a concept, and a page offers it where there is something in it', async () => {
  const { tafel, antwoorden, velden } = find(TOPX);
  await postVerwijzing(app, tafel, antwoorden, { casuscode: CODE }, 'text/calendar').expect(409);
  const show = async (of: Record<string, string>) =>
    String((await postReferral(app, tafel, antwoorden, of).expect(200)).body);
  expect(await show({ casuscode: CODE })).not.toContain('.ics');
  expect(await show(velden)).toContain('Zet in uw agenda om na te vragen (.ics)');
});

it('is the same entry as that of the case file, on the same day', async () => {
  const { antwoorden, velden } = find(TOPX);
  const path = `/casus?a=${seal.seal(antwoorden)}&tafel=${TOPX}`;
  const { text } = await postForm(app, path, Object.entries(velden)).expect(200);
  const state = readForms(text)
    .flatMap(({ velden: all }) => all)
    .find(([naam]) => naam === 'casus')?.[1];
  const casus = JSON.parse(state ?? '{}') as Casus;
  const readCase = async (of: Casus) => {
    const res = await postForm(app, '/casus/termijnen', [['casus', JSON.stringify(of)]]).expect(200);
    return readEvents(res.text ?? res.body);
  };
  const [own] = await readIcs(find(TOPX), velden);
  const [ofCase] = await readCase(casus);
  expect([ofCase?.uid, ofCase?.startDate.toString()]).toEqual([own?.uid, own?.startDate.toString()]);
  // Of two packages to one table each has an entry of its own.
  const [made] = casus.verwijzingen;
  if (!made) throw new Error('There is no package.');
  const two = { ...casus, verwijzingen: [made, { ...made, id: 'topx-2026-11-22-abc' }] };
  expect(new Set((await readCase(two)).map(({ uid }) => uid)).size).toBe(2);
});
