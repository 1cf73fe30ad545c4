import { fileURLToPath } from 'node:url';
import { diffContent } from '../content/diff-content.ts';
import { VersieFout } from '../content/read-versie.ts';

/** `npm run content:diff [-- <revision of git>]`: prints what the content of now does otherwise; HEAD without a revision. */
function main(revisie = 'HEAD'): void {
  // Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
  const root = fileURLToPath(new URL('../../', import.meta.url));
  try {
    process.stdout.write(`${diffContent(root, revisie)}\n`);
  } catch (error) {
    if (!(error instanceof VersieFout)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

main(process.argv[2]);
