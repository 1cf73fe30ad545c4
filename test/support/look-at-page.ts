import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  findOutOfView,
  findOverlap,
  findSmallTargets,
  findWcagFaults,
  openAll,
  WIDTH_RULES,
} from './page-checks.ts';
import { findSpokenFaults } from './spoken-checks.ts';
import { SCREENS } from './visit.ts';

const [WIDE, PHONE] = SCREENS;

/** Fails unless the page that is open is accessible, and fits on every screen. It is unfolded and of another width afterwards. */
export async function lookAtPage(page: Page): Promise<void> {
  await page.setViewportSize(WIDE.viewport);
  expect(await page.locator('h1').count()).toBe(1);

  // What is folded has the same elements as what is unfolded, and fewer of them show.
  await openAll(page);
  expect(await findWcagFaults(page), '1280 pixels').toEqual([]);
  expect(await findSpokenFaults(page), 'voorgelezen').toEqual([]);

  await page.setViewportSize(PHONE.viewport);
  expect(await findWcagFaults(page, WIDTH_RULES), '375 pixels').toEqual([]);
  expect(await findSmallTargets(page), 'te klein om aan te raken').toEqual([]);
  expect(await findOutOfView(page), '375 pixels').toEqual([]);

  await page.setViewportSize({ width: 320, height: 640 });
  expect(await findOutOfView(page), '320 pixels').toEqual([]);

  await page.setViewportSize({ width: 640, height: 900 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await findOutOfView(page), 'letters van 200 %').toEqual([]);
  expect(await findOverlap(page), 'over elkaar heen').toEqual([]);
}
