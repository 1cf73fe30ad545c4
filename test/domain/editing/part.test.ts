import { expect, it } from 'vitest';
import {
  applyOverrides,
  listOf,
  listPartNames,
  readPart,
  toOverrides,
  writePart,
} from '../../../src/domain/editing/part.ts';
import { moveThing } from '../../../src/domain/editing/soort.ts';
import { isSame } from '../../../src/domain/json.ts';
import { projectFiles as files } from '../../support/real-content.ts';

const LISTS = Object.keys(files).filter((bestand) => listOf(bestand, files[bestand]) !== null);

it('elk ding in elke lijst van de inhoud heeft een eigen naam', () => {
  expect(LISTS.length).toBeGreaterThan(10);
  for (const bestand of LISTS) {
    const names = listPartNames(files, bestand);
    expect(names, bestand).toHaveLength(listOf(bestand, files[bestand])?.length ?? -1);
    expect(new Set(names).size, bestand).toBe(names.length);
    expect(
      names.filter((naam) => /^\d{1,2}$/.test(naam)),
      bestand,
    ).toEqual([]);
  }
});

it('terugschrijven wat er stond, verandert niets', () => {
  for (const bestand of Object.keys(files)) {
    const names = LISTS.includes(bestand) ? listPartNames(files, bestand) : [null];
    for (const naam of names) {
      const again = writePart(files, { bestand, naam }, readPart(files, { bestand, naam }));
      expect(JSON.stringify(again[bestand])).toBe(JSON.stringify(files[bestand]));
    }
  }
});

it('voegt toe, haalt weg en verplaatst', () => {
  const bestand = 'tables/woordenlijst.json';
  const [first = '', second = ''] = listPartNames(files, bestand);
  const added = writePart(files, { bestand, naam: 'nieuw-woord' }, { id: 'nieuw-woord', woord: 'nieuw' });
  expect(listPartNames(added, bestand).at(-1)).toBe('nieuw-woord');
  expect(isSame(writePart(added, { bestand, naam: 'nieuw-woord' }, undefined), files)).toBe(true);
  const staat = { in: 'lijst', bestand, lijst: 'woordenlijst' } as const;
  const moved = moveThing(files, { staat }, first, 1);
  expect(listPartNames(moved, bestand).slice(0, 2)).toEqual([second, first]);
  expect(moveThing(files, { staat }, first, -1)).toBe(files);
});

it('een nieuw bestand krijgt zijn schema en kan weer weg', () => {
  const part = { bestand: 'rules/nieuw.json', naam: null };
  const added = writePart(files, part, { tafel: 'nieuw' }, './schemas/tafel.schema.json');
  expect(added[part.bestand]).toEqual({ $schema: './schemas/tafel.schema.json', tafel: 'nieuw' });
  expect(writePart(added, part, undefined)).toEqual(files);
});

it('een concept bewaart alleen wat verschilt', () => {
  const { 'tables/lokaal.json': _, ...rest } = files;
  const changed = writePart(rest, { bestand: 'tables/rollen.json', naam: 'x' }, { id: 'x', naam: 'x' });
  const overrides = toOverrides(files, changed);
  expect(Object.keys(overrides).sort()).toEqual(['tables/lokaal.json', 'tables/rollen.json']);
  expect(applyOverrides(files, overrides)).toEqual(changed);
});
