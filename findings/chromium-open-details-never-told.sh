#!/usr/bin/env bash
# @sparticuz/chromium 153.0.0 (Chromium 153.0.8010.0) driven by puppeteer-core 25.16.0; also the Chromium 156 of Debian.
#
# What it does: <details open> of which the head is drawn before the rest has come in. All of it is on the screen, and the
# rest is never told to a screen reader, however long one waits. What comes in at once is told, and so is what comes in
# slowly when the rest has no box: `::details-content { display: contents }`.
# Expected: a slow line changes when something is told, not whether (HTML-AAM: the content of an open <details> is exposed).
# Seen: 1 December 2026, as a foot of a page that was missing in one run of many. The same with what a style sheet opens.
#
# Needs Node and npm, and what Chromium itself needs of a Linux machine (libnss3).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
# Where the browser is unpacked.
export TMPDIR=$dir
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @sparticuz/chromium@153.0.0 puppeteer-core@25.16.0 2>/dev/null
cat >trial.mjs <<'JS'
import { createServer } from 'node:http';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
let isSlow = false;
let css = '';
const server = createServer(async (request, response) => {
  if (request.url !== '/') return response.writeHead(404).end();
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.write(`<!doctype html><html lang="en"><title>Trial</title><style>${css}</style><h1>Trial</h1><details open><summary>More</summary>`);
  if (isSlow) await sleep(1000);
  response.end('<p><a href="/number">Whom to call</a></p></details>');
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const browser = await puppeteer.launch({
  executablePath: await chromium.executablePath(),
  args: ['--no-sandbox', '--force-renderer-accessibility'],
  headless: 'shell',
});
for (const [way, slow, sheet] of [
  ['at once', false, ''],
  ['slowly', true, ''],
  ['slowly, without a box', true, 'details[open]::details-content { display: contents }'],
]) {
  isSlow = slow;
  css = sheet;
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await session.send('Accessibility.enable');
  const whole = page.goto(`http://127.0.0.1:${server.address().port}/`);
  await sleep(500);
  // A screen reader looks at what is there so far.
  await session.send('Accessibility.getFullAXTree');
  await whole;
  await sleep(1000);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const told = nodes.some(({ ignored, role }) => !ignored && role?.value === 'link');
  const seen = await page.evaluate(() => document.querySelector('a').checkVisibility());
  console.log(`${way}: ${seen ? 'seen' : 'not seen'}, ${told ? 'told' : 'not told'}`);
  await page.close();
}
await browser.close();
server.close();
JS
node trial.mjs | tee seen
diff seen - <<'EXPECTED'
at once: seen, told
slowly: seen, not told
slowly, without a box: seen, told
EXPECTED
