import { fileURLToPath } from 'node:url';
import { checkStart } from './cli/check-start.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
process.exitCode = await checkStart(root, (tekst) => process.stdout.write(tekst));
