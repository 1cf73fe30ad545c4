import { fileURLToPath } from 'node:url';
import { checkStart } from './check-start.ts';

// Runs compiled, from dist/cli/: the project is two folders up, and so it is from src/cli/.
const root = fileURLToPath(new URL('../../', import.meta.url));
process.exitCode = await checkStart(root, (tekst) => process.stdout.write(tekst));
