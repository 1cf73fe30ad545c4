import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.ts';
import { listUncommitted } from '../content/git-files.ts';
import { readFolderFiles } from '../content/read-folder-files.ts';
import { chooseStorage } from '../storage/choose-storage.ts';
import { runExchange } from './run-exchange.ts';

// Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
const root = fileURLToPath(new URL('../../', import.meta.url));
try {
  const { dataDir, database } = readConfig(root);
  const now = () => new Date();
  const onError = (fault: unknown) => process.stderr.write(`${String(fault)}\n`);
  const desk = await chooseStorage({ dataDir, database, now, onError }).openRecordsDesk();
  process.exitCode = await runExchange({
    args: process.argv.slice(2),
    ...{ desk, root, now },
    files: readFolderFiles(root),
    listUncommitted: () => listUncommitted(root, 'rules', 'tables'),
    newId: () => randomBytes(9).toString('base64url'),
    print: (tekst) => process.stdout.write(tekst),
    printFault: (tekst) => process.stderr.write(tekst),
  }).finally(desk.close);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
