import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toReport } from '../content/check-content.ts';
import { toList } from '../content/content-fault.ts';
import { toJsonSchemas } from '../content/content-files.ts';
import { diffContent } from '../content/diff-content.ts';
import { VersionFault } from '../content/git-files.ts';
import { readContent } from '../content/load-content.ts';
import { checkLaws } from '../content/prove-files.ts';
import { createExampleLink } from './example-link.ts';
import { toLinksReport } from './links-report.ts';

// Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
const root = fileURLToPath(new URL('../../', import.meta.url));
/** The width for output that goes to a file or another program. */
const WIDTH_WITHOUT_SCREEN = 160;

/** What the author can ask for as `npm run content:<name> [-- <argument>]`; each gives its exit code. */
const COMMANDS: Readonly<Record<string, (argument: string | undefined) => number>> = {
  check: checkContent,
  diff: showDiff,
  links: checkLinks,
  schemas: writeSchemas,
};

const [, , command = '', argument] = process.argv;
process.exitCode = COMMANDS[command]?.(argument) ?? 1;

/** Prints all faults and warnings of the content in a folder, and whether the laws hold; 1 on a fault. */
function checkContent(folder = root): number {
  const result = readContent(folder);
  print(toReport(result, new Date()));
  const { content, fouten } = result;
  if (content === null || fouten.length > 0) return 1;
  const { isProved, tekst } = checkLaws(content);
  print(`\n${tekst}`);
  return isProved ? 0 : 1;
}

/** Prints what the content of now does otherwise than at a revision of git; 1 when one of the two cannot be read. */
function showDiff(revision = 'HEAD'): number {
  try {
    print(diffContent(root, revision, createExampleLink(root)));
    return 0;
  } catch (error) {
    if (!(error instanceof VersionFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/**
 * Checks the form of all addresses in the content of a folder, and lists what is due to be checked; asks the network
 * nothing. 1 on a malformed one.
 */
function checkLinks(folder = root): number {
  const { content, files, fouten } = readContent(folder);
  if (content === null) {
    print(`${toList(fouten, 'fout', 'fouten')}\n\nHerstel dit eerst.`);
    return 1;
  }
  const report = toLinksReport(files, new Date(), process.stdout.columns ?? WIDTH_WITHOUT_SCREEN);
  process.stdout.write(report.tekst);
  return report.fouten > 0 ? 1 : 0;
}

/** Writes the JSON Schemas of the content files, and removes what is no longer one. */
function writeSchemas(): number {
  const schemas = toJsonSchemas();
  for (const folder of new Set([...schemas.keys()].map(dirname))) {
    rmSync(join(root, folder), { recursive: true, force: true });
    mkdirSync(join(root, folder), { recursive: true });
  }
  for (const [path, tekst] of schemas) writeFileSync(join(root, path), tekst);
  print(`${schemas.size} schema’s geschreven.`);
  return 0;
}

function print(tekst: string): void {
  process.stdout.write(`${tekst}\n`);
}
