import { setImmediate as takeTurn, setTimeout as wait } from 'node:timers/promises';
import { expect, inject, it, onTestFinished } from 'vitest';
import { print } from './proof/print.ts';
import { answer, browse, search } from './soak/journeys.ts';
import { createVisitor, type Visitor } from './soak/visitor.ts';
import { useCompiledSource } from './support/compile-source.ts';
import { readNumbers } from './support/edited-content.ts';
import { readLinks } from './support/form-walker.ts';
import { send } from './support/live-server.ts';
import {
  publishOn,
  type StartedSite,
  show,
  startVersionSite,
  waitUntilShown,
} from './support/start-version-site.ts';
import { vignettes } from './support/vignettes.ts';

const compiled = useCompiledSource();

/** A few in every run; a hundred in `npm run proof`. */
const PUBLISHES = inject('share') === 'long' ? 100 : 20;
/** Of so many the first is waited for; the others follow quickly, and the last of them is to be shown. */
const AT_ONCE = 10;
const VISITORS = 3;
/** Between two things that a visitor does, in milliseconds: the machine is to be busy, not full. */
const PAUSE = 100;
/** A status that nobody should get; the journeys themselves say what they expect. */
const isFailure = (status: number) => status >= 500 || status === 429;

/** A case of many questions, and the table that it leads to. */
const vignet = vignettes.find(({ verwacht }) => verwacht.tafels?.[0] === 'topx');
/** After which question things happen in the middle of a journey: there are sealed answers then, and more to come. */
const MIDDLE = 3;

/** A visitor to whom something happens between looking at a question and answering it. */
function interrupt(visitor: Visitor, happens: () => Promise<void>): Visitor {
  let answers = 0;
  return {
    ...visitor,
    post: async (...asked) => {
      answers += 1;
      if (answers === MIDDLE) await happens();
      return visitor.post(...asked);
    },
  };
}

/** What is shown is of one version: page, data, and the question that is made for a request. */
async function expectWhole({ port }: StartedSite, nummer: number): Promise<void> {
  const paths = ['/woordenlijst', '/api/v1/vragen', '/vragen/acuut-gevaar'];
  for (const { status, text } of await Promise.all(paths.map((path) => send(port, 'GET', path)))) {
    expect(status).toBe(200);
    expect(new Set(readNumbers(text))).toEqual(new Set([nummer]));
  }
}

/** Publishes the next so many: one that is shown, and then one after another, also while the site of one is being made. */
async function publishMore(site: StartedSite, before: number): Promise<void> {
  await show(site, before + 1);
  await expectWhole(site, before + 1);
  for (let nummer = before + 2; nummer <= before + AT_ONCE; nummer += 1, await takeTurn())
    await publishOn(site, nummer);
  await waitUntilShown(site, before + AT_ONCE);
  await expectWhole(site, before + AT_ONCE);
}

it(`${PUBLISHES} publishes under load fail no request and lose no journey, and nobody meets a mix`, async () => {
  const site = await startVersionSite(compiled);
  const [failed, visits]: [string[], string[]] = [[], []];
  let answered = 0;
  const createNoted = (place: number) =>
    createVisitor(site.url, `192.0.2.${place}`, ({ soort, status }) => {
      answered += 1;
      if (isFailure(status)) failed.push(`${soort}: ${status}`);
    });

  let isOver = false;
  onTestFinished(() => {
    isOver = true;
  });
  const visit = async (visitor: Visitor, place: number) => {
    const actions = [answer, browse, search];
    for (let step = place; !isOver; step += 1, await wait(PAUSE)) {
      const action = actions[step % actions.length] as (visitor: Visitor) => Promise<unknown>;
      await action(visitor).catch((error: Error) => failed.push(`${action.name}: ${error.message}`));
      visits.push(action.name);
    }
  };
  const load = Array.from({ length: VISITORS }, (_, place) => visit(createNoted(place + 1), place));

  for (let before = 0; before < PUBLISHES; before += AT_ONCE) {
    const visitor = interrupt(createNoted(VISITORS + 1), () => publishMore(site, before));
    const advies = await answer(visitor, vignet);
    // Nothing that was answered before is lost: the advice is the one of all answers.
    expect(readLinks(advies.text).some((href) => href.startsWith('/verwijzen/topx'))).toBe(true);
    expect(site.live.nummer()).toBe(before + AT_ONCE);
  }
  isOver = true;
  await Promise.all(load);
  expect(failed).toEqual([]);
  expect(site.errors).toEqual([]);
  expect(site.shown).toEqual([...new Set(site.shown)].sort((a, b) => a - b));
  expect(site.shown.length).toBeGreaterThanOrEqual((2 * PUBLISHES) / AT_ONCE);
  expect(visits.length).toBeGreaterThanOrEqual(VISITORS);
  if (inject('share') === 'long')
    print(
      `${PUBLISHES} publishes, ${site.shown.length} switches, ${answered} answers, ${visits.length} visits, nothing failed`,
    );
});
