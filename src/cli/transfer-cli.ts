import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.ts';
import { runTransfer } from './run-transfer.ts';

// Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
const root = fileURLToPath(new URL('../../', import.meta.url));
try {
  const { dataDir, database } = readConfig(root);
  process.exitCode = await runTransfer({
    args: process.argv.slice(2),
    dataDir,
    database,
    now: () => new Date(),
    print: (tekst) => process.stdout.write(tekst),
    printFault: (tekst) => process.stderr.write(tekst),
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
