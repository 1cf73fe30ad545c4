import { fileURLToPath } from 'node:url';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Config, readConfig } from '../config.ts';
import { chooseStorage } from '../storage/open-storage.ts';
import type { Storage } from '../storage/storage.ts';

/** The width for output that goes to a file or another program. */
const WIDTH_WITHOUT_SCREEN = 120;

/** What a command of an operator works with. */
export interface World {
  readonly config: Config;
  readonly storage: Storage;
  /** The folder of the project. */
  readonly root: string;
  readonly args: readonly string[];
  readonly now: () => Date;
  /** The width of the terminal, in characters. */
  readonly breedte: number;
  readonly print: (tekst: string) => void;
  readonly printFault: (tekst: string) => void;
}

/** The command was typed wrong, or names what is not there; the message says so, and what can be typed. */
export class UsageFault extends Error {}

/**
 * Runs a command of an operator, and leaves its exit code: what it gives, or 1 when it is stopped by something, which is told
 * in a sentence.
 */
export async function runCommand(run: (world: World) => number | Promise<number>): Promise<void> {
  // Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const now = () => new Date();
  const printFault = (tekst: string) => void process.stderr.write(tekst);
  try {
    const config = readConfig(root);
    const { dataDir, database } = config;
    const onError = (fault: unknown) => printFault(`${String(fault)}\n`);
    process.exitCode = await run({
      ...{ config, root, now, printFault },
      storage: chooseStorage({ dataDir, database, now, onError }),
      args: process.argv.slice(2),
      breedte: process.stdout.columns ?? WIDTH_WITHOUT_SCREEN,
      print: (tekst) => void process.stdout.write(tekst),
    });
  } catch (error) {
    printFault(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

/** Runs a command on what `open` opens of the storage, which is closed in the end. */
export function runAtStorage<Desk extends { close(): Promise<void> }>(
  open: (storage: Storage) => Desk | Promise<Desk>,
  run: (desk: Desk, world: World) => number | Promise<number>,
): Promise<void> {
  return runCommand(async (world) => {
    const desk = await open(world.storage);
    try {
      return await run(desk, world);
    } finally {
      await desk.close();
    }
  });
}

/** Reads options and what else was typed. @throws UsageFault with the help. */
export function readArgs<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  help: string,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    throw toUsageFault(args, help);
  }
}

/** For what was typed that nobody knows. */
export function toUsageFault(args: readonly string[], help: string): UsageFault {
  return new UsageFault(`Dit begrijpen wij niet: ${args.join(' ')}\n\n${help}`);
}
