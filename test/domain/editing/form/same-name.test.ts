import { expect, it } from 'vitest';
import { SOORTEN } from '../../../../src/content/content-parts.ts';
import { findSameNames } from '../../../../src/domain/editing/form/same-name.ts';
import {
  listNamen,
  readThing,
  type Soort,
  toBestand,
  writeInto,
} from '../../../../src/domain/editing/soort.ts';
import type { Files } from '../../../../src/domain/editing/versions.ts';
import { getAt, setAt } from '../../../../src/domain/json.ts';
import { projectFiles } from '../../../support/real-content.ts';

const WOORDEN = {
  soort: 'woordenlijst',
  staat: { in: 'lijst', bestand: 'tables/woordenlijst.json', lijst: 'woordenlijst' },
} as const;
const files = {
  'tables/woordenlijst.json': {
    woordenlijst: [
      { id: 'een', woord: 'Wijkteam', ookBekendAls: ['sociaal team'] },
      { id: 'twee', woord: 'wijkteam', ookBekendAls: [] },
    ],
  },
};

it.each([
  ['een ander kenmerk', { woord: ' WIJKTEAM ' }, 'woord', 'Wijkteam'],
  ['wat een ander ook heet', { woord: 'Sociaal  team' }, 'woord', 'Wijkteam'],
  [
    'een ander woord dat het ook heet',
    { woord: 'x', ookBekendAls: ['Wijkteam'] },
    'ookBekendAls',
    'Wijkteam',
  ],
])('vindt een naam die er al is: %s', (_wat, value, pad, ander) => {
  expect(findSameNames(files, WOORDEN, null, value)).toEqual([{ pad, ander }]);
});

it('laat een andere naam door, en een gedeelde bijnaam, en wat al zo heette', () => {
  expect(findSameNames(files, WOORDEN, null, { woord: 'x', ookBekendAls: ['sociaal team'] })).toEqual([]);
  expect(findSameNames(files, WOORDEN, 'twee', { woord: 'wijkteam', uitleg: 'Anders.' })).toEqual([]);
});

it.each([
  ['vragen', 'signalen', 'opties'],
  ['regels', 'topx', 'criteria'],
])('vindt twee keer dezelfde tekst in %s', (kind, naam, list) => {
  const soort = SOORTEN.find((one) => one.soort === kind);
  if (!soort) throw new Error(kind);
  const value = readThing(projectFiles, soort, naam);
  const [first, ...rest] = getAt(value, [list]) as { tekst: string }[];
  const like = { ...first, id: 'nog-een', tekst: ` ${first?.tekst.toUpperCase()}` };
  const twice = setAt(value, [list], [first, ...rest, like]);
  const pad = `${list}.${rest.length + 1}.tekst`;
  expect(findSameNames(projectFiles, soort, naam, twice)).toEqual([{ pad, ander: first?.tekst }]);

  // What was there twice, is not of who changes something else.
  const bestand = toBestand(soort, naam);
  const before = { ...projectFiles, [bestand]: writeInto(projectFiles[bestand], soort, naam, twice) };
  expect(findSameNames(before, soort, naam, twice)).toEqual([]);
});

it('vindt in de inhoud zelf geen twee dingen van één naam', () => {
  for (const soort of SOORTEN.filter(({ staat }) => staat.in !== 'bestand'))
    for (const naam of listNamen(projectFiles, soort)) {
      const value = readThing(projectFiles, soort, naam);
      expect(findSameNames(takeAway(soort, naam), soort, null, value), `${soort.soort}, ${naam}`).toEqual([]);
    }
});

/** The content as it was before the thing came into it. */
function takeAway(soort: Soort, naam: string): Files {
  const bestand = toBestand(soort, naam);
  const { [bestand]: file, ...rest } = projectFiles;
  return soort.staat.in === 'map' ? rest : { ...rest, [bestand]: writeInto(file, soort, naam, undefined) };
}
