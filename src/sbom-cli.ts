import { fileURLToPath } from 'node:url';
import { writeSbom } from './cli/write-sbom.ts';

const bestand = fileURLToPath(new URL('./sbom.cdx.json', import.meta.url));
writeSbom(fileURLToPath(new URL('../', import.meta.url)), bestand);
process.stdout.write(`${bestand}\n`);
