import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { expect, it, onTestFinished } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { findHtmlFouten } from '../support/html-faults.ts';
import {
  CERTIFICAAT,
  GEBRUIKER,
  type Mailserver,
  startMailserver,
  WACHTWOORD,
} from '../support/mail-server.ts';
import { findBuitenBeeld, findKleineDoelen, findWcagFouten } from '../support/page-checks.ts';
import { findAdres } from '../support/real-content.ts';
import { startProcess, waitUntilReady } from '../support/server-process.ts';
import { site, toVolledigeAntwoorden, withStand } from '../support/site.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { fillReferral } from '../support/walk.ts';
import { submit } from './pages.ts';

const ADRES = findAdres('topx');

/** A server of its own that can send, from the same build, with the secret by which stands are sealed. */
async function startSending(mailserver: Mailserver): Promise<string> {
  const map = makeTempDir();
  writeFileSync(join(map, 'ca.pem'), CERTIFICAAT.cert);
  const server = await startProcess(site.root, {
    DATA_DIR: join(map, 'data'),
    STAND_SECRETS: site.secret,
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(mailserver.poort),
    SMTP_USER: GEBRUIKER,
    SMTP_PASSWORD: WACHTWOORD,
    SMTP_CA_FILE: join(map, 'ca.pem'),
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
async function findFouten(page: Page, html: string): Promise<string[]> {
  const fouten = [...(await findHtmlFouten(html))];
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    fouten.push(...(await findWcagFouten(page)), ...(await findBuitenBeeld(page)));
  }
  return [...fouten, ...(await findKleineDoelen(page))];
}

it('laat een aanmelding versturen, met toegankelijke pagina’s in elke stap', async () => {
  const mailserver = await startMailserver();
  const url = await startSending(mailserver);
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const page = await (await browser.newContext({ baseURL: url })).newPage();
  const check = async (html: string) => expect(await findFouten(page, html), await page.title()).toEqual([]);

  await page.goto(withStand('/verwijzen/topx', toVolledigeAntwoorden('veelpleger met schulden')));
  await page.fill('#casuscode', 'RDM-2026-4711');
  await fillReferral(page, 'Wie neemt de regie?');
  await page.fill('#aanmelderNaam', 'Sjoerd');
  await page.fill('#telefoon', '053-1234567');
  await page.selectOption('#geinformeerd', 'akkoord');
  const voorbeeld = await submit(page, 'Bekijk de tekst');
  await check(await voorbeeld.text());

  await page.fill('#afzender', 'sjoerd@elders.example');
  const fout = await submit(page, 'Stuur mij de link');
  expect(fout.status()).toBe(400);
  await check(await fout.text());
  expect(await page.title()).toMatch(/^Fout: /);

  await page.fill('#afzender', 'sjoerd@gemeente.example');
  await check(await (await submit(page, 'Stuur mij de link')).text());
  const { text = '' } = await PostalMime.parse(mailserver.ontvangen[0]?.tekst ?? '');
  const link = /http:\/\/127\.0\.0\.1:\d+\/versturen\/\S+/.exec(text)?.[0] ?? '';

  const bevestigen = await page.goto(link);
  await check((await bevestigen?.text()) ?? '');
  const klaar = await submit(page, 'Verstuur de e-mail');
  await check(await klaar.text());
  await expect.poll(() => mailserver.ontvangen.length).toBe(2);
  expect(mailserver.ontvangen[1]?.aan).toEqual([ADRES]);
  const openLink = async () => (await (await page.goto(link))?.text()) ?? '';
  await expect.poll(openLink).toContain('De e-mail is verstuurd');
  await check(await openLink());

  const kapot = await page.goto(`${link.slice(0, -4)}AAAA`);
  expect(kapot?.status()).toBe(404);
  await check((await kapot?.text()) ?? '');
});
