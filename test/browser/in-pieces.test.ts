// Functions that run in the page speak of `document`.
/// <reference lib="dom" />

import type { CDPSession, Page } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import { startLiveServer } from '../support/live-server.ts';
import { site } from '../support/site.ts';
import { useBrowser } from '../support/visit.ts';
import { PAGES } from './pages.ts';

const { visit } = useBrowser();

/** Starts the site behind a slow line: wherever something that unfolds has only begun, the rest of a page waits for `next`. */
async function startSlowSite(next: (begun: number) => Promise<void>): Promise<string> {
  const port = await startLiveServer(async (request, response) => {
    const answer = await fetch(`${site.url}${request.url}`);
    const type = answer.headers.get('content-type') ?? '';
    response.writeHead(answer.status, { 'content-type': type });
    if (!type.startsWith('text/html')) {
      response.end(Buffer.from(await answer.arrayBuffer()));
      return;
    }
    for (const [begun, piece] of (await answer.text()).split(/(?<=<details[^>]*>)/).entries()) {
      if (begun > 0) await next(begun);
      response.write(piece);
    }
    response.end();
  });
  return `http://127.0.0.1:${port}`;
}

/** What a screen reader is told of a page, as role and name. */
async function listSpoken(session: CDPSession): Promise<string[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => `${role?.value}: ${name?.value}`)
    .sort();
}

async function openSession(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  return session;
}

/** Each has something of its own that is open from the start, but for the menu and the foot that all have. */
const NAMES = [
  'vraag-ja-nee',
  'advies-bel-nu',
  'advies-aanmelden',
  'vergelijken-twee',
  'beslisboom',
  'gemeente-enschede',
];
const CHOSEN = PAGES.filter(({ naam }) => NAMES.includes(naam));

it('has all pages that it names', () => expect(CHOSEN).toHaveLength(NAMES.length));

it.each(CHOSEN)(
  'a page that comes in slowly tells a screen reader as much as at once: $naam',
  async ({ pad = '' }) => {
    const whole = await visit();
    await whole.goto(pad);
    const expected = await listSpoken(await openSession(whole));

    let cuts = 0;
    const page = await visit({
      baseURL: await startSlowSite(async (count) => {
        await vi.waitFor(async () => expect(await page.locator('details').count()).toBe(count));
        // A screen reader is there already, and is told of what is drawn so far.
        await page.evaluate(
          () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
        );
        await listSpoken(session);
        cuts = count;
      }),
    });
    const session = await openSession(page);
    await page.goto(pad);
    expect(await listSpoken(session)).toEqual(expected);
    expect(cuts).toBeGreaterThan(1);
  },
);
