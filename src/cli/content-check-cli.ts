import { fileURLToPath } from 'node:url';
import { toVerslag } from '../content/check-content.ts';
import { readContent } from '../content/load-content.ts';

/** `npm run content:check [-- <folder>]`: prints all faults and warnings of the content; exit code 1 on a fault. */
function main(map: string | undefined): void {
  // Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
  const root = map ?? fileURLToPath(new URL('../../', import.meta.url));
  const resultaat = readContent(root);
  process.stdout.write(`${toVerslag(resultaat, new Date())}\n`);
  if (resultaat.fouten.length > 0) process.exitCode = 1;
}

main(process.argv[2]);
