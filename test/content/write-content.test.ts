import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFolderFiles } from '../../src/content/content-source.ts';
import { toFileText, writeContent } from '../../src/content/write-content.ts';
import { copyContent } from '../support/content-copy.ts';
import { projectFiles, ROOT } from '../support/real-content.ts';

it.each(Object.keys(projectFiles))('schrijft %s zoals de opmaak van het project het heeft', (path) => {
  expect(toFileText(projectFiles[path])).toBe(readFileSync(join(ROOT, path), 'utf8'));
});

it('schrijft alleen wat anders is, en haalt weg wat er niet meer is', () => {
  const root = copyContent();
  const now = readFolderFiles(root);
  const { 'rules/topx.json': _rules, 'tables/overlegtafels/topx.json': _tafel, ...rest } = now;
  const lokaal = { ...(now['tables/lokaal.json'] as object), naam: 'De gemeente' };
  const written = writeContent(root, { ...rest, 'tables/lokaal.json': lokaal }, now);
  expect(written).toEqual(['rules/topx.json', 'tables/lokaal.json', 'tables/overlegtafels/topx.json']);
  expect(existsSync(join(root, 'rules/topx.json'))).toBe(false);
  expect(readFolderFiles(root)['tables/lokaal.json']).toEqual(lokaal);
  expect(writeContent(root, { ...rest, 'tables/lokaal.json': lokaal }, readFolderFiles(root))).toEqual([]);
});

it('schrijft nooit buiten de mappen met inhoud', () => {
  const root = copyContent();
  const now = readFolderFiles(root);
  const outside = {
    '../buiten.json': {},
    'tables/schemas/x.json': {},
    'rules/../../x.json': {},
    '/x.json': {},
  };
  expect(writeContent(root, { ...now, ...outside }, now)).toEqual([]);
  expect(existsSync(join(root, '../buiten.json'))).toBe(false);
});
