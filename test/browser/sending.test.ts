import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { expect, it, onTestFinished } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { findHtmlFaults } from '../support/html-faults.ts';
import { CERTIFICATE, type MailServer, PASSWORD, startMailServer, USER } from '../support/mail-server.ts';
import { findOutOfView, findSmallTargets, findWcagFaults } from '../support/page-checks.ts';
import { findAddress } from '../support/real-content.ts';
import { startProcess, waitUntilReady } from '../support/server-process.ts';
import { site, toCompleteAntwoorden, withStand } from '../support/site.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { fillReferral } from '../support/walk.ts';
import { submit } from './pages.ts';

const ADDRESS = findAddress('topx');

/** A server of its own that can send, from the same build, with the secret by which stands are sealed. */
async function startSending(mailServer: MailServer): Promise<string> {
  const folder = makeTempDir();
  writeFileSync(join(folder, 'ca.pem'), CERTIFICATE.cert);
  const server = await startProcess(site.root, {
    DATA_DIR: join(folder, 'data'),
    STAND_SECRETS: site.secret,
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(mailServer.port),
    SMTP_USER: USER,
    SMTP_PASSWORD: PASSWORD,
    SMTP_CA_FILE: join(folder, 'ca.pem'),
    SMTP_FROM: 'wegwijzer@relay.example',
    SMTP_NTA7516: 'ja',
    SMTP_SENDER_DOMAINS: 'gemeente.example',
  });
  onTestFinished(async () => {
    server.child.kill('SIGTERM');
    await server.ended;
  });
  await waitUntilReady(server);
  return server.url;
}

/** What is wrong with the page on a wide screen and on a narrow one. */
async function findFaults(page: Page, html: string): Promise<string[]> {
  const faults = [...(await findHtmlFaults(html))];
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    faults.push(...(await findWcagFaults(page)), ...(await findOutOfView(page)));
  }
  return [...faults, ...(await findSmallTargets(page))];
}

it('laat een aanmelding versturen, met toegankelijke pagina’s in elke stap', async () => {
  const mailServer = await startMailServer();
  const url = await startSending(mailServer);
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const page = await (await browser.newContext({ baseURL: url })).newPage();
  const check = async (html: string) => expect(await findFaults(page, html), await page.title()).toEqual([]);

  await page.goto(withStand('/verwijzen/topx', toCompleteAntwoorden('veelpleger met schulden')));
  await page.fill('#casuscode', 'RDM-2026-4711');
  await fillReferral(page, 'Wie neemt de regie?');
  await page.fill('#aanmelderNaam', 'Sjoerd');
  await page.fill('#telefoon', '053-1234567');
  await page.selectOption('#geinformeerd', 'akkoord');
  const voorbeeld = await submit(page, 'Bekijk de tekst');
  await check(await voorbeeld.text());

  await page.fill('#afzender', 'sjoerd@elders.example');
  const fault = await submit(page, 'Stuur mij de link');
  expect(fault.status()).toBe(400);
  await check(await fault.text());
  expect(await page.title()).toMatch(/^Fout: /);

  await page.fill('#afzender', 'sjoerd@gemeente.example');
  await check(await (await submit(page, 'Stuur mij de link')).text());
  const { text = '' } = await PostalMime.parse(mailServer.received[0]?.tekst ?? '');
  const link = /http:\/\/127\.0\.0\.1:\d+\/versturen\/\S+/.exec(text)?.[0] ?? '';

  const confirm = await page.goto(link);
  await check((await confirm?.text()) ?? '');
  const done = await submit(page, 'Verstuur de e-mail');
  await check(await done.text());
  await expect.poll(() => mailServer.received.length).toBe(2);
  expect(mailServer.received[1]?.aan).toEqual([ADDRESS]);
  const openLink = async () => (await (await page.goto(link))?.text()) ?? '';
  await expect.poll(openLink).toContain('De e-mail is verstuurd');
  await check(await openLink());

  const broken = await page.goto(`${link.slice(0, -4)}AAAA`);
  expect(broken?.status()).toBe(404);
  await check((await broken?.text()) ?? '');
});
