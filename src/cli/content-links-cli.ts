import { fileURLToPath } from 'node:url';
import { toLijst } from '../content/content-fout.ts';
import { readContent } from '../content/load-content.ts';
import { toLinksVerslag } from './links-verslag.ts';

/** The width for output that goes to a file or another program. */
const BREEDTE_ZONDER_SCHERM = 160;

/**
 * `npm run content:links [-- <folder>]`: checks the form of all addresses in the content, and lists what is due to be
 * checked; asks the network nothing. Exit code 1 on a malformed one.
 */
function main(map: string | undefined): void {
  // Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
  const { content, fouten } = readContent(map ?? fileURLToPath(new URL('../../', import.meta.url)));
  if (content === null) {
    process.stdout.write(`${toLijst(fouten, 'fout', 'fouten')}\n\nHerstel dit eerst.\n`);
    process.exitCode = 1;
    return;
  }
  const verslag = toLinksVerslag(content, new Date(), process.stdout.columns ?? BREEDTE_ZONDER_SCHERM);
  process.stdout.write(verslag.tekst);
  if (verslag.fouten > 0) process.exitCode = 1;
}

main(process.argv[2]);
