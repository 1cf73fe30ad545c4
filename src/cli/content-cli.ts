import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toVerslag } from '../content/check-content.ts';
import { toLijst } from '../content/content-fault.ts';
import { toJsonSchemas } from '../content/content-files.ts';
import { diffContent } from '../content/diff-content.ts';
import { readContent } from '../content/load-content.ts';
import { VersieFout } from '../content/read-version.ts';
import { toLinksVerslag } from './links-report.ts';

// Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
const root = fileURLToPath(new URL('../../', import.meta.url));
/** The width for output that goes to a file or another program. */
const BREEDTE_ZONDER_SCHERM = 160;

/** What the author can ask for as `npm run content:<name> [-- <argument>]`; each gives its exit code. */
const COMMANDS: Readonly<Record<string, (argument: string | undefined) => number>> = {
  check: checkContent,
  diff: showDiff,
  links: checkLinks,
  schemas: writeSchemas,
};

const [, , command = '', argument] = process.argv;
process.exitCode = COMMANDS[command]?.(argument) ?? 1;

/** Prints all faults and warnings of the content in a folder; 1 on a fault. */
function checkContent(map = root): number {
  const resultaat = readContent(map);
  print(toVerslag(resultaat, new Date()));
  return resultaat.fouten.length > 0 ? 1 : 0;
}

/** Prints what the content of now does otherwise than at a revision of git; 1 when one of the two cannot be read. */
function showDiff(revisie = 'HEAD'): number {
  try {
    print(diffContent(root, revisie));
    return 0;
  } catch (error) {
    if (!(error instanceof VersieFout)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/**
 * Checks the form of all addresses in the content of a folder, and lists what is due to be checked; asks the network
 * nothing. 1 on a malformed one.
 */
function checkLinks(map = root): number {
  const { content, fouten } = readContent(map);
  if (content === null) {
    print(`${toLijst(fouten, 'fout', 'fouten')}\n\nHerstel dit eerst.`);
    return 1;
  }
  const verslag = toLinksVerslag(content, new Date(), process.stdout.columns ?? BREEDTE_ZONDER_SCHERM);
  process.stdout.write(verslag.tekst);
  return verslag.fouten > 0 ? 1 : 0;
}

/** Writes the JSON Schemas of the content files, and removes what is no longer one. */
function writeSchemas(): number {
  const schemas = toJsonSchemas();
  for (const map of new Set([...schemas.keys()].map(dirname))) {
    rmSync(join(root, map), { recursive: true, force: true });
    mkdirSync(join(root, map), { recursive: true });
  }
  for (const [pad, tekst] of schemas) writeFileSync(join(root, pad), tekst);
  print(`${schemas.size} schema’s geschreven.`);
  return 0;
}

function print(tekst: string): void {
  process.stdout.write(`${tekst}\n`);
}
