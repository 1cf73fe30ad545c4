import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { findProgram, installPackages } from './apt.ts';

// Only the environment can say where Chromium is, and tests have no config.ts.
const { env } = process;
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const isRoot = process.getuid?.() === 0;

/** The Chromium of this machine: `CHROMIUM_PATH`, or the first known name in /usr/bin or on the PATH. */
function findChromium(): string | undefined {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  return NAMES.map(findProgram).find((path) => path !== undefined);
}

/** Installs Debian's Chromium where there is none; where that fails, launching says in a sentence what to do. */
export function installChromiumIfMissing(): void {
  if (findChromium() || env.CHROMIUM_PATH) return;
  installPackages('The browser tests need Chromium', 'chromium');
}

/**
 * Starts Chromium without a window.
 * @throws Error with one sentence on how to install it when it is not there.
 */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error(
      env.CHROMIUM_PATH
        ? `The browser tests need Chromium, and CHROMIUM_PATH names a file that does not exist: ${env.CHROMIUM_PATH}`
        : 'The browser tests need Chromium: install it (Debian: sudo apt-get install chromium) or name yours in CHROMIUM_PATH.',
    );
  }
  return chromium.launch({
    executablePath,
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
