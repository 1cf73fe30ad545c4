import { readdirSync, readFileSync } from 'node:fs';
import type { Files } from '../../src/domain/editing/versions.ts';

const root = new URL('../../', import.meta.url).pathname;
const folders = ['rules', 'tables', 'tables/overlegtafels'];

/** The real content files, as JSON by path. */
export const contentFiles: Files = Object.fromEntries(
  folders
    .flatMap((folder) => readdirSync(`${root}${folder}`).map((naam) => `${folder}/${naam}`))
    .filter((path) => path.endsWith('.json'))
    .map((path) => [path, JSON.parse(readFileSync(`${root}${path}`, 'utf8'))]),
);
