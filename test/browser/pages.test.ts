import type { Page, Response } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findHtmlFouten } from '../support/html-fouten.ts';
import {
  findBuitenBeeld,
  findKleineDoelen,
  findOverlap,
  findWcagFouten,
  openAlles,
} from '../support/page-checks.ts';
import { SCHERMEN, useBrowser } from '../support/visit.ts';
import { PAGINAS } from './pages.ts';

const { stay } = useBrowser();
const [BREED, TELEFOON] = SCHERMEN;
const titels = new Map<string, string>();
let page: Page;

beforeAll(async () => {
  page = await stay();
});

// Each page is opened once: the tests of a page follow each other on it, from wide to narrow.
describe.each(PAGINAS)('de pagina $naam', ({ naam, open, status, fout }) => {
  let antwoord: Response;

  beforeAll(async () => {
    await page.setViewportSize(BREED.viewport);
    antwoord = await open(page);
  });

  it('is goede HTML, met de goede status en een titel die geen andere pagina heeft', async () => {
    expect(antwoord.status()).toBe(status);
    expect(await findHtmlFouten(await antwoord.text())).toEqual([]);
    const titel = await page.title();
    expect(titel.startsWith('Fout: ')).toBe(fout);
    // Errors of one kind may share a title; their statuses differ.
    const sleutel = status < 400 || fout ? titel : `${status} ${titel}`;
    expect(titels.get(sleutel)).toBeUndefined();
    titels.set(sleutel, naam);
    expect(await page.locator('h1').count()).toBe(1);
  });

  it('is toegankelijk op 1280 pixels, ook alles wat uitklapt', async () => {
    expect(await findWcagFouten(page)).toEqual([]);
    await openAlles(page);
    expect(await findWcagFouten(page), 'alles uitgeklapt').toEqual([]);
  });

  it('is toegankelijk op 375 pixels, en niets is te klein om aan te raken', async () => {
    await page.setViewportSize(TELEFOON.viewport);
    await openAlles(page);
    expect(await findWcagFouten(page)).toEqual([]);
    expect(await findKleineDoelen(page)).toEqual([]);
    expect(await findBuitenBeeld(page)).toEqual([]);
  });

  it('past op 320 pixels, zonder opzij te schuiven', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await openAlles(page);
    expect(await findBuitenBeeld(page)).toEqual([]);
  });

  it('blijft heel en leesbaar met letters van 200 %', async () => {
    await page.setViewportSize({ width: 640, height: 900 });
    await openAlles(page);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await findBuitenBeeld(page)).toEqual([]);
    expect(await findOverlap(page), 'over elkaar heen').toEqual([]);
  });
});
