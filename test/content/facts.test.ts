import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { content, ROOT } from '../support/real-content.ts';

const TABLE = readFileSync(join(ROOT, 'docs/facts.md'), 'utf8');
const rows = TABLE.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| feit |'))
  .map((line) => {
    const [fact = '', heading = '', place = ''] = line.slice(1, -1).split(' | ');
    const [, path = '', words = ''] = /^`([^`]+)` “(.+)”\s*$/.exec(place) ?? [];
    return { fact: fact.trim(), heading, path, words };
  });

/** The text of a file, or of all content files in a folder. */
function readPlace(path: string): string {
  const place = join(ROOT, path);
  if (!existsSync(place)) return '';
  if (!statSync(place).isDirectory()) return readFileSync(place, 'utf8');
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => readFileSync(join(place, name), 'utf8'))
    .join('\n');
}

describe('docs/facts.md', () => {
  it('has words in its place for each fact', () => {
    const texts = new Map([...new Set(rows.map(({ path }) => path))].map((path) => [path, readPlace(path)]));
    const lost = rows.filter(({ path, words }) => words === '' || !texts.get(path)?.includes(words));
    expect(lost).toEqual([]);
  });

  it('names each fact once, with document and heading', () => {
    const seen = rows.map(({ fact, heading, words }) => `${fact} ${heading} ${words}`);
    expect(seen.filter((row, index) => seen.indexOf(row) !== index)).toEqual([]);
    expect(rows.filter(({ heading }) => !/^[\p{L} \d]+: ./u.test(heading))).toEqual([]);
  });

  it('holds the facts of all documents, and of each table', () => {
    expect(rows.length).toBeGreaterThan(330);
    for (const { id } of content.tafels) {
      const own = rows.filter(({ path }) => path.endsWith(`/${id}.json`));
      expect(own.length, id).toBeGreaterThan(10);
    }
  });
});
