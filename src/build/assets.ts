import { fileURLToPath } from 'node:url';
import { buildAssets } from './build-assets.ts';

// Runs compiled, from dist/build/: the project is two folders up.
const project = fileURLToPath(new URL('../../', import.meta.url));
const target = fileURLToPath(new URL('../public/', import.meta.url));
await buildAssets({ project, target });
