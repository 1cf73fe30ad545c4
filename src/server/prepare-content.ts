import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { readContent } from '../content/load-content.ts';
import type { Content } from '../domain/model/content.ts';
import { type Prepared, toDigest } from '../published/prepared.ts';

/** All that decides whether content is right: besides the content itself, whether each outcome has its words. */
const MAPPEN = ['rules', 'tables', 'views/partials'];

/** Reads and checks all content, or takes what the build read in the very same files and found right. */
export async function prepareContent(
  root: string,
  prepared: Prepared,
): Promise<ReturnType<typeof readContent>> {
  const digest = digestFiles(root);
  const found = digest && prepared.find('inhoud', digest);
  if (found) return { content: JSON.parse(found.toString()) as Content, fouten: [] };
  // Not loaded otherwise: the schemas of the content, which take a tenth of the start to make.
  const { readContent } = await import('../content/load-content.ts');
  const gelezen = readContent(root);
  if (digest && gelezen.content && gelezen.fouten.length === 0) {
    prepared.keep('inhoud', digest, Buffer.from(JSON.stringify(gelezen.content)));
  }
  return gelezen;
}

/** The hash of the files, with their names; null when one cannot be read, which the check then says in words. */
function digestFiles(root: string): string | null {
  try {
    const bestanden = MAPPEN.flatMap((map) =>
      readdirSync(join(root, map), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .sort()
        .map((pad) => [relative(root, pad), toDigest(readFileSync(pad))]),
    );
    return toDigest(JSON.stringify(bestanden));
  } catch {
    return null;
  }
}
