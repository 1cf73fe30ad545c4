import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Limits } from '../src/http/rate-limit.ts';
import { ACTIONS } from './soak/journeys.ts';
import { createVisitor, type Visitor } from './soak/visitor.ts';
import { useCompiledSource } from './support/compile-source.ts';
import { breakContent, editContent, readNumbers, toQuestion } from './support/edited-content.ts';
import { send, startLiveServer } from './support/live-server.ts';
import { projectFiles, ROOT } from './support/real-content.ts';
import { publish } from './support/records.ts';
import { LIMITS } from './support/test-app.ts';
import { openVersionSite } from './support/version-site.ts';

const compiled = useCompiledSource();

/** Starts such a site, until the end of the test. */
async function start(limits?: Limits) {
  const entry = new URL(`file://${compiled('site-worker.js')}`);
  const site = await openVersionSite({ root: ROOT, entry, ...(limits && { limits }) });
  onTestFinished(site.stop);
  const port = await startLiveServer(site.live.handle);
  return { ...site, port, url: `http://127.0.0.1:${port}` };
}
type Site = Awaited<ReturnType<typeof start>>;

/** Publishes a content and waits until it is shown. */
async function show(
  { records, live }: Site,
  nummer: number,
  files = editContent(projectFiles, nummer),
): Promise<void> {
  expect(await records.commit(publish(nummer, files))).toBe('ok');
  await vi.waitFor(() => expect(live.nummer()).toBe(nummer));
}

const SWITCHES = 100;
/** It ends what hangs, in milliseconds: a hundred builds take minutes on a busy machine. */
const PATIENCE = 3_600_000;
const VISITORS = 4;
/** Between two steps of a visitor, in milliseconds: the machine is to be busy, not full. */
const PAUSE = 50;
/** A status that a visitor should not get; the journeys themselves say what they expect. */
const isFailure = (status: number) => status >= 500 || status === 429;

describe('a hundred publishes under load', () => {
  let isOver = false;
  afterEach(() => {
    isOver = true;
  });

  it(
    'fail no request and lose no journey, and nobody meets a mix',
    async () => {
      const site = await start();
      const failed: string[] = [];
      let answered = 0;
      let journeys = 0;
      const visit = async (visitor: Visitor, place: number) => {
        for (let step = place; !isOver; step += 1, await wait(PAUSE)) {
          const [action] = ACTIONS[step % ACTIONS.length] ?? [];
          await action?.(visitor).catch((error: Error) => failed.push(`${action.name}: ${error.message}`));
          journeys += 1;
        }
      };
      const visitors = Array.from({ length: VISITORS }, (_, index) =>
        createVisitor(site.url, `192.0.2.${index + 1}`, ({ soort, status }) => {
          answered += 1;
          if (isFailure(status)) failed.push(`${soort}: ${status}`);
        }),
      );
      const all = visitors.map(visit);
      for (let nummer = 1; nummer <= SWITCHES; nummer += 1) {
        await show(site, nummer);
        // What is shown is of one version: page, data and the question that is made for a request.
        const paths = ['/vragen/acuut-gevaar', '/api/v1/vragen', '/woordenlijst'];
        for (const { status, text } of await Promise.all(paths.map((path) => send(site.port, 'GET', path)))) {
          expect(status).toBe(200);
          expect(new Set(readNumbers(text))).toEqual(new Set([nummer]));
        }
      }
      isOver = true;
      await Promise.all(all);
      expect(failed).toEqual([]);
      expect(site.errors).toEqual([]);
      expect(site.shown).toEqual(Array.from({ length: SWITCHES }, (_, index) => index + 1));
      expect(answered).toBeGreaterThan(SWITCHES);
      expect(journeys).toBeGreaterThan(VISITORS);
    },
    PATIENCE,
  );
});

describe('after a publish', () => {
  it('an address that the old version sealed opens, and the next answer is sealed on it', async () => {
    const site = await start();
    const first = await send(site.port, 'POST', '/vragen/acuut-gevaar', {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'acuutGevaar=nee',
    });
    expect(first.status).toBe(303);
    await show(site, 1);
    const page = await send(site.port, 'GET', String(first.headers.location));
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('De vragen zijn intussen veranderd');
  });

  it('everything that was made ahead is what the server would make itself, and the search finds what is new', async () => {
    const site = await start();
    const file = projectFiles['tables/synoniemen.json'] as { synoniemen: { woorden: string[] }[] };
    const synoniemen = file.synoniemen.map((synonym, index) =>
      index === 0 ? { ...synonym, woorden: [...synonym.woorden, 'zwiebertje'] } : synonym,
    );
    expect((await send(site.port, 'GET', '/zoeken?q=zwiebertje')).text).toContain('Niets gevonden');
    await show(site, 1, { ...projectFiles, 'tables/synoniemen.json': { ...file, synoniemen } });
    expect((await send(site.port, 'GET', '/zoeken?q=zwiebertje')).text).not.toContain('Niets gevonden');
    const ahead = await site.live.current().publication.complete();
    expect(ahead.size).toBeGreaterThan(100);
    await show(site, 2, projectFiles);
    const other = await start();
    const [made, own] = await Promise.all(
      [site, other].map(({ live }) => live.current().publication.complete()),
    );
    const toEtags = (files: typeof made) => [...(files ?? [])].map(([path, { etag }]) => [path, etag]);
    expect(toEtags(made)).toEqual(toEtags(own));
  });

  it('a limit that was filled stays filled', async () => {
    const site = await start({ ...LIMITS, meldingen: { perAddress: 1, samen: 1_000 } });
    const report = () =>
      send(site.port, 'POST', '/klopt-niet', {
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'pagina=/&veld=&watMoetHetZijn=',
      });
    expect((await report()).status).toBeLessThan(429);
    expect((await report()).status).toBe(429);
    await show(site, 1);
    expect((await report()).status).toBe(429);
  });

  it('with faults nothing is other, and /beheer can say why', async () => {
    const site = await start();
    await site.records.commit(publish(1, breakContent(projectFiles)));
    await vi.waitFor(() => expect(site.live.fault()?.nummer).toBe(1));
    expect(site.live.fault()?.fouten.join()).toContain('tables/contacten.json');
    expect(site.live.nummer()).toBe(0);
    expect((await send(site.port, 'GET', '/overlegtafels')).status).toBe(200);
    await show(site, 2);
    expect(site.live.fault()).toBeNull();
  });

  it('the newest wins when many are published at once', async () => {
    const site = await start();
    for (let nummer = 1; nummer <= 5; nummer += 1)
      await site.records.commit(publish(nummer, editContent(projectFiles, nummer)));
    await vi.waitFor(() => expect(site.live.nummer()).toBe(5));
    expect((await send(site.port, 'GET', '/vragen/acuut-gevaar')).text).toContain(toQuestion(5));
  });
});
