import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Only the environment can say where programs are, and tests have no config.ts.
const { env } = process;

/** Whether this is root: it may install, and Chromium has no sandbox then. */
export const isRoot = process.getuid?.() === 0;

/** A program that the tests need, and how one gets it. */
export interface Program {
  /** As people call it. */
  readonly naam: string;
  /** Its names on the machine. */
  readonly names: readonly string[];
  /** The variable that may name it instead. */
  readonly variable: string;
  /** The package of Debian that it is in. */
  readonly debian: string;
}

/** Where a program is: what its variable names, or else the first of its names in /usr/bin or on the PATH. */
function findProgram({ names, variable }: Program): string | undefined {
  const named = env[variable];
  if (named) return existsSync(named) ? named : undefined;
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(delimiter)];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/**
 * Where a program is.
 * @throws Error with one sentence on how to install it when it is not there.
 */
export function needProgram(program: Program): string {
  const found = findProgram(program);
  if (found) return found;
  const { naam, variable, debian } = program;
  throw new Error(
    env[variable]
      ? `The tests need ${naam}, and ${variable} names a file that does not exist: ${env[variable]}`
      : `The tests need ${naam}: install it (Debian: sudo apt-get install ${debian}) or name yours in ${variable}.`,
  );
}

/**
 * Installs programs of Debian where they are missing and the machine allows it (root, with apt-get). Does nothing
 * otherwise: needing one then fails with a sentence that says what to do.
 */
export function installIfMissing(programs: readonly Program[]): void {
  const missing = programs.filter((program) => !env[program.variable] && !findProgram(program));
  if (missing.length === 0 || !isRoot || !existsSync('/usr/bin/apt-get')) return;
  process.stderr.write(
    `Missing for the tests: ${missing.map(({ naam }) => naam).join(', ')}. Installing with apt-get.\n`,
  );
  const apt = (...args: string[]) =>
    execFileSync('/usr/bin/apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    apt('update');
    apt('install', '-y', ...new Set(missing.map(({ debian }) => debian)));
  } catch {
    process.stderr.write('Installing did not work out.\n');
  }
}
