import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { AT_SPI_LAUNCHER } from '../support/accessible-desktop.ts';
import { findProgram, installPackages } from '../support/apt.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { FIREFOX } from '../support/firefox.ts';
import { findIt } from '../support/installed-program.ts';

/** The Debian packages with the programs of these tests, and how to see that each is there. */
const PACKAGES: Readonly<Record<string, () => boolean>> = {
  neomutt: () => findProgram('neomutt') !== undefined,
  khal: () => findProgram('khal') !== undefined,
  w3m: () => findProgram('w3m') !== undefined,
  // The terminal in which w3m runs.
  tmux: () => findProgram('tmux') !== undefined,
  lynx: () => findProgram('lynx') !== undefined,
  [FIREFOX.debian]: () => findIt(FIREFOX) !== undefined,
  [CHROMIUM.debian]: () => findIt(CHROMIUM) !== undefined,
  // The screen that nobody sees, and what programs on it tell a screen reader.
  xvfb: () => findProgram('Xvfb') !== undefined,
  'dbus-daemon': () => findProgram('dbus-daemon') !== undefined,
  'at-spi2-core': () => existsSync(AT_SPI_LAUNCHER),
  'gir1.2-atspi-2.0': () => canImport('gi; gi.require_version("Atspi", "2.0")'),
  'python3-gi': () => canImport('gi'),
  // The address cards of Evolution, for Python.
  'gir1.2-ebookcontacts-1.2': () => canImport('gi; gi.require_version("EBookContacts", "1.2")'),
};

/**
 * Before all tests in real programs: installs those that are missing, where the machine allows it.
 * @throws Error with one sentence on how to install what is missing still.
 */
export function setup(): void {
  const listMissing = () => Object.keys(PACKAGES).filter((name) => PACKAGES[name]?.() === false);
  const missing = listMissing();
  if (missing.length > 0) {
    installPackages('The tests in real programs need more', '--no-install-recommends', ...missing);
  }
  const left = listMissing();
  if (left.length > 0) {
    throw new Error(
      `The tests in real programs need these: install them (Debian: sudo apt-get install ${left.join(' ')}).`,
    );
  }
}

/** Of Debian's own Python, for which its packages are. */
function canImport(module: string): boolean {
  return spawnSync('/usr/bin/python3', ['-c', `import ${module}`]).status === 0;
}
