import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Only the environment says where programs are, and tests have no config.ts.
const { env } = process;
const APT = '/usr/bin/apt-get';

/** Where a program is: in /usr/bin or on the PATH; undefined when it is nowhere. */
export function findProgram(name: string): string | undefined {
  return ['/usr/bin', ...(env.PATH ?? '').split(delimiter)]
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/**
 * Installs Debian packages for tests where the machine allows it (root, with apt-get). Says so, also when it did not
 * work out: whether what they need is there now is for the caller to see.
 */
export function installPackages(why: string, ...packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !existsSync(APT)) return;
  process.stderr.write(`${why}: installing ${packages.join(', ')} with apt-get.\n`);
  const apt = (...args: string[]) =>
    execFileSync(APT, ['-o', 'DPkg::Lock::Timeout=120', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    apt('update');
    apt('install', '-y', ...packages);
  } catch {
    process.stderr.write(`Installing ${packages.join(', ')} did not work out.\n`);
  }
}
