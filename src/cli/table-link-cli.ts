import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.ts';
import { loadContent } from '../content/load-content.ts';
import { createAnswerLinks } from '../stand/answer-links.ts';
import { chooseStorage } from '../storage/choose-storage.ts';
import { printTableLink } from './print-table-link.ts';

// Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
const root = fileURLToPath(new URL('../../', import.meta.url));
const now = () => new Date();
try {
  const { dataDir, database, standSecrets, baseUrl } = readConfig(root);
  const content = loadContent(root);
  const onError = (fault: unknown) => process.stderr.write(`${String(fault)}\n`);
  const secrets = standSecrets ?? [await chooseStorage({ dataDir, database, now, onError }).readSecret()];
  const links = createAnswerLinks({ secrets: () => secrets, content, baseUrl, canUse: () => true, now });
  process.exitCode = printTableLink({
    args: process.argv.slice(2),
    tafels: content.tafels.map(({ id }) => id),
    make: links.makeForTable,
    print: (tekst) => process.stdout.write(tekst),
    printFault: (tekst) => process.stderr.write(tekst),
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
