import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.ts';
import { runCorrections } from './run-corrections.ts';

/** The width for output that goes to a file or another program. */
const WIDTH_WITHOUT_SCREEN = 120;

// Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
const root = fileURLToPath(new URL('../../', import.meta.url));
try {
  process.exitCode = await runCorrections({
    args: process.argv.slice(2),
    dataDir: readConfig(root).dataDir,
    now: () => new Date(),
    breedte: process.stdout.columns ?? WIDTH_WITHOUT_SCREEN,
    print: (tekst) => process.stdout.write(tekst),
    printFault: (tekst) => process.stderr.write(tekst),
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
