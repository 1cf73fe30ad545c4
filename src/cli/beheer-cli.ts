import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.ts';
import { chooseStorage } from '../storage/choose-storage.ts';
import { runBeheer } from './run-beheer.ts';

/** The width for output that goes to a file or another program. */
const WIDTH_WITHOUT_SCREEN = 120;

// Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
const root = fileURLToPath(new URL('../../', import.meta.url));
const now = () => new Date();
try {
  const { dataDir, database, baseUrl, isAddressGiven } = readConfig(root);
  const onError = (fault: unknown) => process.stderr.write(`${String(fault)}\n`);
  const desk = await chooseStorage({ dataDir, database, now, onError }).openRecordsDesk();
  process.exitCode = await runBeheer({
    args: process.argv.slice(2),
    ...{ desk, now, baseUrl, isAddressGiven },
    breedte: process.stdout.columns ?? WIDTH_WITHOUT_SCREEN,
    print: (tekst) => process.stdout.write(tekst),
    printFault: (tekst) => process.stderr.write(tekst),
  }).finally(desk.close);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
