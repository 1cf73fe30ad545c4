import { type Browser, chromium } from 'playwright-core';
import { isRoot, needProgram, type Program } from './installed-program.ts';

export const CHROMIUM: Program = {
  naam: 'Chromium',
  names: ['chromium', 'chromium-browser', 'google-chrome'],
  variable: 'CHROMIUM_PATH',
  debian: 'chromium',
};

/**
 * Starts Chromium without a window.
 * @throws Error with one sentence on how to install it when it is not there.
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: needProgram(CHROMIUM),
    args: [
      // Chromium refuses to run its sandbox as root.
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
