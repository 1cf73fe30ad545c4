import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Text is also written compressed; a font in woff2 is compressed already. */
const textTypes = new Set(['.css', '.js', '.svg', '.txt']);

/** Gives a file a name with a hash of its content in it, so that a browser may keep it for ever. */
export function toHashedName(name: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const extension = extname(name);
  return `${name.slice(0, name.length - extension.length)}.${hash}${extension}`;
}

/** Writes a file under its hashed name to a folder, and text as `.br` and `.gz` beside it; returns the name. */
export async function publishFile(folder: string, name: string, content: Buffer): Promise<string> {
  const hashed = toHashedName(name, content);
  const path = join(folder, hashed);
  await writeFile(path, content);
  if (textTypes.has(extname(name))) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    await writeFile(`${path}.br`, await brotli(content, { params }));
    await writeFile(`${path}.gz`, await zip(content, { level: constants.Z_BEST_COMPRESSION }));
  }
  return hashed;
}
