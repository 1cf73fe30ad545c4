import { createHash } from 'node:crypto';
import type { Files } from '../domain/editing/versions.ts';

/** A hash of content files that is the same for the same content, however the keys in it are ordered: a database may order them. */
export function hashFiles(files: Files): string {
  return createHash('sha256').update(toCanonicalJson(files)).digest('hex');
}

/** JSON in which the keys of every object are sorted. */
export function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
