import { expect, it } from 'vitest';
import { findOldNames } from '../../src/content/find-old-names.ts';
import { projectFiles } from '../support/real-content.ts';

const TOPX = 'tables/overlegtafels/topx.json';
const topx = projectFiles[TOPX] as Readonly<Record<string, string>>;

it('wijst de teksten aan die een tafel nog bij de oude naam noemen', () => {
  const after = { ...projectFiles, [TOPX]: { ...topx, korteNaam: 'Veiligheidstafel' } };
  const found = findOldNames(projectFiles, after);
  expect(found.length).toBeGreaterThan(3);
  expect(found[0]?.melding).toBe(
    `noemt nog “${topx.korteNaam}”, dat nu “Veiligheidstafel” heet. Kijk of dat hier ook zo moet.`,
  );
  expect(found.map(({ plaats }) => plaats)).not.toContain('korteNaam');
  expect(found.filter(({ bestand }) => bestand === 'tables/bronnen.json')).toEqual([]);
});

it('zegt niets als geen tafel anders heet, of alleen iets achter haar naam kreeg', () => {
  expect(findOldNames(projectFiles, { ...projectFiles, [TOPX]: { ...topx, doel: 'Iets anders.' } })).toEqual(
    [],
  );
  const files = { [TOPX]: { naam: 'TopX', doel: 'Bij TopX Twente.' } };
  expect(findOldNames(files, { [TOPX]: { naam: 'TopX Twente', doel: 'Bij TopX Twente.' } })).toEqual([]);
});
