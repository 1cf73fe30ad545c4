import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchemas } from '../content/content-files.ts';

/** `npm run content:schemas`: writes the JSON Schemas of the content files, and removes what is no longer one. */
function main(): void {
  // Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const schemas = toJsonSchemas();
  for (const map of new Set([...schemas.keys()].map(dirname))) {
    rmSync(join(root, map), { recursive: true, force: true });
    mkdirSync(join(root, map), { recursive: true });
  }
  for (const [pad, tekst] of schemas) writeFileSync(join(root, pad), tekst);
  process.stdout.write(`${schemas.size} schema’s geschreven.\n`);
}

main();
