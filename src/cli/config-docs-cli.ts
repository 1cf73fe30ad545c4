import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { putSettings } from '../config.ts';

// `npm run config:docs`: writes the table of settings into the page that explains how to install.
const file = fileURLToPath(new URL('../../docs/install.md', import.meta.url));
writeFileSync(file, putSettings(readFileSync(file, 'utf8')));
