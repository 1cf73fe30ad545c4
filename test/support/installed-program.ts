import { existsSync } from 'node:fs';
import { findProgram, installPackages } from './apt.ts';

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

/** Where a program is: what its variable names, or else the first of its names that this machine has; undefined when it is nowhere. */
export function findIt({ names, variable }: Program): string | undefined {
  const named = env[variable];
  if (named) return existsSync(named) ? named : undefined;
  return names.map(findProgram).find((path) => path !== undefined);
}

/**
 * Where a program is.
 * @throws Error with one sentence on how to install it when it is not there.
 */
export function needProgram(program: Program): string {
  const found = findIt(program);
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
  const missing = programs.filter((program) => !env[program.variable] && !findIt(program));
  if (missing.length > 0)
    installPackages('The tests need more', ...new Set(missing.map(({ debian }) => debian)));
}
