import type { Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { inviteByOperator } from '../support/logged-in-browser.ts';
import { site } from '../support/site.ts';
import { BROWSERS, useBrowser } from '../support/visit.ts';

describe.each(BROWSERS)('inloggen bij het beheer in %s', (browser) => {
  const { visit } = useBrowser(browser);

  it('gaat met het toetsenbord en zonder script, en het cookie gaat nergens anders heen', async () => {
    const page = await visit({ javaScriptEnabled: false });
    const path = await inviteByOperator('uitgever');
    await page.goto(path);
    await page.getByRole('button', { name: 'Log in' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Beheer' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/beheer');
    expect(await page.context().cookies()).toMatchObject([
      { name: 'beheer', path: '/beheer', httpOnly: true, sameSite: 'Strict' },
    ]);

    const finished: Request[] = [];
    const note = (request: Request) => {
      if (!new URL(request.url()).pathname.startsWith('/beheer')) finished.push(request);
    };
    page.on('requestfinished', note);
    for (const public_ of ['/', '/overlegtafels', '/vragen']) await page.goto(public_);
    page.off('requestfinished', note);
    // Asked for while the page is there: a request of a page that was closed has no headers any more.
    const sent = await Promise.all(finished.map((request) => request.allHeaders()));
    expect(sent.length).toBeGreaterThan(2);
    expect(sent.filter(({ cookie }) => cookie !== undefined)).toEqual([]);

    await page.goto('/beheer/logboek');
    await page.getByRole('heading', { level: 1, name: 'Logboek' }).waitFor();
    await page.getByRole('button', { name: 'Log uit' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('U bent uitgelogd').waitFor();
    await page.goto('/beheer');
    expect(new URL(page.url()).pathname).toBe('/beheer/inloggen');
    expect(await page.context().cookies()).toEqual([]);
  });

  it('blijft ingelogd voor wie van een andere site komt', async () => {
    const page = await visit();
    await page.goto(await inviteByOperator('redacteur'));
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Beheer' }).waitFor();
    // A mail in a browser: a page of another site, with a link.
    await page.goto(`data:text/html,<a href="${site.url}/beheer/sessies">Naar het beheer</a>`);
    await page.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Waar u bent ingelogd' }).waitFor();
  });
});
