import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFolderFiles } from '../../src/content/content-source.ts';
import { readContent, readContentFiles } from '../../src/content/load-content.ts';
import { copyContent, type Ingreep } from '../support/content-copy.ts';
import { content, ROOT } from '../support/real-content.ts';

const TOPX = 'tables/overlegtafels/topx.json';
const RULES = 'rules/topx.json';

/** One fault of each kind that reading can come across: the form, a name, a reference, what leads nowhere. */
const FAULTS: readonly (readonly [naam: string, fault: Ingreep])[] = [
  ['a form that is not allowed', { bestand: TOPX, zet: 'trede', op: 'twee' }],
  ['a field that is not known', { bestand: TOPX, zet: 'onzin', op: 1 }],
  ['a name of another file', { bestand: TOPX, zet: 'id', op: 'anders' }],
  ['rules of another table', { bestand: RULES, zet: 'tafel', op: 'anders' }],
  ['a reference to what is not there', { bestand: RULES, zet: 'criteria.0.bron', op: 'nergens' }],
  ['a condition on what nobody asks', { bestand: RULES, zet: 'criteria.0.voorwaarde.fact', op: 'nergens' }],
  ['an empty list', { bestand: 'tables/bronnen.json', zet: 'bronnen', op: [] }],
];

describe('content from a set of files', () => {
  it('is that of the folder that they come from', () => {
    const read = readContentFiles(readFolderFiles(ROOT));
    expect(read.fouten).toEqual([]);
    expect(read.content).toEqual(content);
    expect(read.files).toEqual(readFolderFiles(ROOT));
  });

  it.each(FAULTS)('has the faults of the folder: %s', (_naam, fault) => {
    const root = copyContent(fault);
    const { fouten } = readContent(root);
    expect(fouten).not.toEqual([]);
    expect(readContentFiles(readFolderFiles(root)).fouten).toEqual(fouten);
  });

  it.each([TOPX, RULES, 'tables/contacten.json'])('misses a file as the folder does: %s', (path) => {
    const { [path]: _, ...files } = readFolderFiles(ROOT);
    const root = copyContent({ bestand: path, verwijder: true });
    expect(readContentFiles(files).fouten).toEqual(readContent(root).fouten);
    expect(readContentFiles(files).content).toBeNull();
  });

  it('misses a whole folder as the folder does', () => {
    const root = copyContent();
    rmSync(join(root, 'rules'), { recursive: true });
    const files = Object.fromEntries(
      Object.entries(readFolderFiles(ROOT)).filter(([path]) => !path.startsWith('rules/')),
    );
    expect(readContentFiles(files).fouten).toEqual(readContent(root).fouten);
  });
});
