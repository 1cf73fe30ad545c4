import { fileURLToPath } from 'node:url';
import { type Config, readConfig } from '../config.ts';
import { chooseStorage } from '../storage/choose-storage.ts';
import type { Storage } from '../storage/storage.ts';

/** The width for output that goes to a file or another program. */
const WIDTH_WITHOUT_SCREEN = 120;

/** What a command of an operator works with. */
interface World {
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

/**
 * Runs a command of an operator on the storage that is configured, and leaves its exit code; what stops it is told in a
 * sentence. What `open` opens of the storage is closed in the end.
 */
export async function runAtStorage<Desk extends { close(): Promise<void> }>(
  open: (storage: Storage) => Desk | Promise<Desk>,
  run: (desk: Desk, world: World) => number | Promise<number>,
): Promise<void> {
  // Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const now = () => new Date();
  const printFault = (tekst: string) => void process.stderr.write(tekst);
  try {
    const config = readConfig(root);
    const { dataDir, database } = config;
    const onError = (fault: unknown) => printFault(`${String(fault)}\n`);
    const storage = chooseStorage({ dataDir, database, now, onError });
    const desk = await open(storage);
    try {
      process.exitCode = await run(desk, {
        ...{ config, storage, root, now, printFault },
        args: process.argv.slice(2),
        breedte: process.stdout.columns ?? WIDTH_WITHOUT_SCREEN,
        print: (tekst) => void process.stdout.write(tekst),
      });
    } finally {
      await desk.close();
    }
  } catch (error) {
    printFault(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
