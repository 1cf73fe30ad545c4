import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from '../domain/editing/versions.ts';

/** How wide a line of a file may be: what the formatter of the project has. */
const WIDTH = 110;

/** The folders of which every content file is written, or goes. */
const FOLDERS = ['rules', 'tables', 'tables/overlegtafels'];
/** The paths of content files: nothing else is ever written, whatever a version holds. */
const CONTENT_PATH = /^(rules|tables|tables\/overlegtafels)\/[\w-]+\.json$/;

/**
 * Writes content files below `root` as the formatter would, and removes content files that are not among them. Gives the paths
 * that were written or removed; what is the same is left alone.
 */
export function writeContent(root: string, files: Files, now: Files): string[] {
  const changed = Object.keys(files).filter(
    (path) => CONTENT_PATH.test(path) && toFileText(files[path]) !== toFileText(now[path]),
  );
  for (const path of changed) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), toFileText(files[path]));
  }
  const gone = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.json'))
      .map((name) => `${folder}/${name}`),
  ).filter((path) => !Object.hasOwn(files, path));
  for (const path of gone) rmSync(join(root, path));
  return [...changed, ...gone].sort();
}

/** JSON as the formatter of the project writes it: a list of values on a line where it fits, objects on lines of their own. */
export function toFileText(value: unknown): string {
  return `${write(value, 0, 0)}\n`;
}

/** `used`: how many characters of the line are taken before the value, and one for the comma after it. */
function write(value: unknown, depth: number, used: number): string {
  if (Array.isArray(value)) return writeList(value, depth, used);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const [inner, outer] = [indent(depth + 1), indent(depth)];
  const lines = entries.map(([key, part]) => {
    const name = `${JSON.stringify(key)}: `;
    return `${inner}${name}${write(part, depth + 1, inner.length + name.length + 1)}`;
  });
  return `{\n${lines.join(',\n')}\n${outer}}`;
}

function writeList(list: readonly unknown[], depth: number, used: number): string {
  if (list.length === 0) return '[]';
  const isPlain = list.every((item) => typeof item !== 'object' || item === null);
  const line = `[${list.map((item) => JSON.stringify(item)).join(', ')}]`;
  if (isPlain && used + line.length <= WIDTH) return line;
  const [inner, outer] = [indent(depth + 1), indent(depth)];
  return `[\n${list.map((item) => `${inner}${write(item, depth + 1, inner.length + 1)}`).join(',\n')}\n${outer}]`;
}

function indent(depth: number): string {
  return '  '.repeat(depth);
}
