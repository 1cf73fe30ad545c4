import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.ts';
import { runMeldingen } from './run-corrections.ts';

/** The width for output that goes to a file or another program. */
const BREEDTE_ZONDER_SCHERM = 120;

// Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
const root = fileURLToPath(new URL('../../', import.meta.url));
try {
  process.exitCode = await runMeldingen({
    args: process.argv.slice(2),
    dataDir: readConfig(root).dataDir,
    now: () => new Date(),
    breedte: process.stdout.columns ?? BREEDTE_ZONDER_SCHERM,
    print: (tekst) => process.stdout.write(tekst),
    printFout: (tekst) => process.stderr.write(tekst),
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
