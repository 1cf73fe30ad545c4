import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

// Only the environment can say where Chromium is, and tests have no config.ts.
const { env } = process;
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const isRoot = process.getuid?.() === 0;

/** The Chromium of this machine: `CHROMIUM_PATH`, or the first known name in /usr/bin or on the PATH. */
function findChromium(): string | undefined {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(delimiter)];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) =>
    existsSync(path),
  );
}

/**
 * Installs Debian's Chromium where there is none and the machine allows it (root, with apt-get).
 * Does nothing otherwise: launching then fails with a sentence that says what to do.
 */
export function installChromiumIfMissing(): void {
  if (findChromium() || env.CHROMIUM_PATH || !isRoot || !existsSync('/usr/bin/apt-get')) return;
  process.stderr.write('No Chromium found: installing it with apt-get for the browser tests.\n');
  const apt = (...args: string[]) =>
    execFileSync('/usr/bin/apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    apt('update');
    apt('install', '-y', 'chromium');
  } catch {
    process.stderr.write('Installing Chromium did not work out.\n');
  }
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
