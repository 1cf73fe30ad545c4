import { describe, expect, it } from 'vitest';
import { findDoubleNames } from '../../src/content/find-double-names.ts';
import { merge } from '../../src/domain/editing/merge.ts';
import { readPart, writePart } from '../../src/domain/editing/part.ts';
import type { Files } from '../../src/domain/editing/versions.ts';
import { projectFiles } from '../support/real-content.ts';

/** Another thing with what one has, but for its id and some fields. */
function addLike(files: Files, bestand: string, naam: string, id: string, more: object = {}): Files {
  const like = readPart(projectFiles, { bestand, naam }) as object;
  return writePart(files, { bestand, naam: id }, { ...like, id, ...more });
}

describe.each([
  ['tables/organisaties.json', 'dimence', { naam: 'Nieuw huis' }, 'naam', 'Nieuw huis'],
  ['tables/contacten.json', 'almelo-telefoon', { label: 'Nieuw huis' }, 'label', 'Nieuw huis'],
] as const)('in %s', (bestand, naam, more, veld, ander) => {
  const first = addLike(projectFiles, bestand, naam, 'nieuw-huis', more);
  const second = addLike(projectFiles, bestand, naam, 'huis-nieuw', { [veld]: ' nieuw  HUIS' });

  it('waarschuwt wie als tweede iets van dezelfde naam toevoegt, ook als beide samen zijn gevoegd', () => {
    expect(findDoubleNames(projectFiles, first)).toEqual([]);
    const { value, clashes } = merge(projectFiles, second, first);
    expect(clashes).toEqual([]);
    const found = findDoubleNames(first, value as Files);
    expect(found).toEqual([
      { bestand, plaats: `huis-nieuw.${veld}`, melding: expect.stringContaining(`“${ander}”`) },
    ]);
    // What was there already, is not of who changes something else.
    expect(findDoubleNames(value as Files, value as Files)).toEqual([]);
  });
});

it('zegt niets van een telefoonnummer en een e-mailadres van wie hetzelfde heet', () => {
  const bestand = 'tables/contacten.json';
  const label = 'Nieuw huis';
  const number = addLike(projectFiles, bestand, 'almelo-telefoon', 'nieuw-huis', { label });
  const mail = { label, soort: 'e-mail', waarde: 'post@gemeente.example' };
  expect(findDoubleNames(number, addLike(number, bestand, 'almelo-telefoon', 'huis-mail', mail))).toEqual([]);
});
