import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All bytes below a folder, as text. */
export function readAllFiles(folder: string): string {
  return readdirSync(folder)
    .map((naam) => join(folder, naam))
    .map((path) => (statSync(path).isDirectory() ? readAllFiles(path) : readFileSync(path, 'latin1')))
    .join('\n');
}
