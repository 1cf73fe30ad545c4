import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Gives the code its hash, before anything is prepared by it.
const dist = fileURLToPath(new URL('../', import.meta.url));
const target = `${dist}published/code-id.js`;

const hash = createHash('sha256').update(readFileSync(`${dist}../package-lock.json`));
for (const bestand of readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort()) {
  if (bestand.endsWith('.js')) hash.update(`\n${bestand}\n`).update(readFileSync(`${dist}${bestand}`));
}
writeFileSync(target, `export const CODE_ID = '${hash.digest('base64url')}';\n`);
