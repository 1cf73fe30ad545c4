import { type Browser, chromium } from 'playwright-core';
import type { AccessibleDesktop } from './accessible-desktop.ts';
import { isRoot, needProgram, type Program } from './installed-program.ts';

/** With a window. */
export const CHROMIUM: Program = {
  naam: 'Chromium',
  names: ['chromium', 'chromium-browser', 'google-chrome'],
  variable: 'CHROMIUM_PATH',
  debian: 'chromium',
};
/** The same pages without a window, and without the processes that draw one: a third less work. One with a window will do. */
export const HEADLESS_CHROMIUM: Program = {
  ...CHROMIUM,
  names: ['chromium-headless-shell', ...CHROMIUM.names],
  debian: 'chromium-headless-shell',
};

/**
 * Starts Chromium without a window; on a desktop that is given, in a window that tells screen readers what it shows.
 * @throws Error with one sentence on how to install it when it is not there.
 */
export async function launchChromium(desktop?: Pick<AccessibleDesktop, 'env'>): Promise<Browser> {
  return chromium.launch({
    executablePath: needProgram(desktop ? CHROMIUM : HEADLESS_CHROMIUM),
    ...(desktop ? { headless: false, env: { ...desktop.env } } : {}),
    args: [
      // Chromium refuses to run its sandbox as root.
      ...(isRoot ? ['--no-sandbox'] : []),
      ...(desktop ? ['--force-renderer-accessibility'] : []),
      '--disable-gpu',
      // A page is looked at once: code that is made fast meanwhile is seldom run again, and costs a tenth of all.
      '--js-flags=--no-turbofan --no-maglev',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
