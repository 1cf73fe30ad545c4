import { fileURLToPath } from 'node:url';
import { writeSbom } from './write-sbom.ts';

// Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
const root = fileURLToPath(new URL('../../', import.meta.url));
const bestand = fileURLToPath(new URL('../sbom.cdx.json', import.meta.url));
writeSbom(root, bestand);
process.stdout.write(`${bestand}\n`);
