import { expect, it } from 'vitest';
import { checkContent } from '../../src/content/check-content.ts';
import { SOORTEN } from '../../src/content/content-parts.ts';
import { readContentFiles } from '../../src/content/load-content.ts';
import { listPartChanges } from '../../src/content/prove-files.ts';
import { writeAsItWas } from '../../src/domain/editing/form/as-kept.ts';
import { createAnswerForm, createChoices } from '../../src/domain/editing/form/choices.ts';
import { findThingAt } from '../../src/domain/editing/form/find-place.ts';
import { readInvoer } from '../../src/domain/editing/form/read-form.ts';
import { toInvoer } from '../../src/domain/editing/form/to-invoer.ts';
import { toModel } from '../../src/domain/editing/form/to-model.ts';
import { toValue } from '../../src/domain/editing/form/to-value.ts';
import { listNamen, moveThing, readThing, toBestand, writeInto } from '../../src/domain/editing/soort.ts';
import type { Files } from '../../src/domain/editing/versions.ts';
import { isSame } from '../../src/domain/json.ts';
import type { Content } from '../../src/domain/model/content.ts';
import { createCatalog, createFormWords } from '../../src/web/beheer/content/catalog.ts';
import { checkThing } from '../../src/web/beheer/content/check-thing.ts';
import { listFields } from '../support/form-fields.ts';
import { chooseShare } from '../support/long-form.ts';
import { content, projectFiles } from '../support/real-content.ts';
import { say } from '../support/texts.ts';
import { listMutants, type Mutant } from './mutant.ts';

const catalog = createCatalog(() => SOORTEN);
const woorden = createFormWords(say);

/** The thing that a mutant changes, and its value in the file after that; a question that moved is not in it. */
function findChange({
  bestand,
  content: mutated,
}: Mutant): { soort: string; naam: string; value: unknown } | null {
  const tafel = mutated.tafels.find((one, number) => !isSame(one, content.tafels[number]));
  if (tafel && bestand.startsWith('rules/')) return { soort: 'regels', naam: tafel.id, value: tafel.regels };
  if (tafel) {
    const was = readThing(projectFiles, find('tafels').soort, tafel.id) as object;
    return { soort: 'tafels', naam: tafel.id, value: { ...was, aanmelders: tafel.aanmelders } };
  }
  const changed = mutated.vragen.find(
    (vraag) =>
      !isSame(
        vraag,
        content.vragen.find(({ feit }) => feit === vraag.feit),
      ),
  );
  return changed ? { soort: 'vragen', naam: changed.feit, value: toFileVraag(changed) } : null;
}

/** A question as its file has it: of a yes/no question the answers are not in it. */
function toFileVraag(vraag: Content['vragen'][number]): object {
  const was = readThing(projectFiles, find('vragen').soort, vraag.feit) as { opties?: unknown };
  const { wanneer, stapTeZetten, opties } = vraag;
  return { ...was, wanneer, stapTeZetten, ...(was.opties ? { opties } : {}) };
}

function find(soort: string) {
  const formulier = catalog.find(soort);
  if (!formulier) throw new Error(`Er is geen formulier voor ${soort}.`);
  return formulier;
}

/** The files after somebody filled in the change in its form; or the fields that the form has something against. */
function enter(mutant: Mutant): { files: Files } | { refused: ReadonlyMap<string, unknown> } {
  const change = findChange(mutant);
  if (!change) {
    const { soort } = find('vragen');
    const at = listNamen(projectFiles, soort).findIndex(
      (naam, number) => naam !== mutant.content.vragen[number]?.feit,
    );
    return { files: moveThing(projectFiles, soort, listNamen(projectFiles, soort)[at] ?? '', 1) };
  }
  const { soort, veld } = find(change.soort);
  const shown = toModel(veld, toInvoer(veld, change.value), {
    ...{ soort: soort.soort, woorden, fouten: new Map() },
    choices: createChoices(projectFiles, soort.staat.in === 'map' ? change.naam : null),
  });
  const typed = readInvoer(veld, new URLSearchParams(listFields(shown)));
  const read = toValue(veld, typed, createAnswerForm(projectFiles));
  const value = writeAsItWas(read.value, readThing(projectFiles, soort, change.naam));
  const refused = checkThing(say, projectFiles, { soort, veld }, change.naam, { ...read, value });
  if (refused.size > 0) return { refused };
  const bestand = toBestand(soort, change.naam);
  const file = projectFiles[bestand] as { $schema?: string };
  const fresh = writeInto(file, soort, change.naam, value) as object;
  return { files: { ...projectFiles, [bestand]: { $schema: file.$schema, ...fresh } } };
}

it('elke wijziging van een waarde, ingevuld in het formulier: geweigerd met een plaats, of te zien als verschil', () => {
  const oneIn = chooseShare(25, 1);
  const mutants = [...listMutants(content)].filter((_, number) => number % oneIn === 0);
  expect(mutants.length * oneIn).toBeGreaterThan(1_500);
  let refusals = 0;
  for (const mutant of mutants) {
    const naam = `${mutant.bestand}, ${mutant.plaats}: ${mutant.wat}`;
    const isWrong = !mutant.hasShape || checkContent(mutant.content).length > 0;
    const entered = enter(mutant);
    if ('refused' in entered) {
      expect(isWrong, naam).toBe(true);
      expect(
        [...entered.refused.keys()].every((pad) => pad !== ''),
        naam,
      ).toBe(true);
      refusals++;
      continue;
    }
    const { fouten } = readContentFiles(entered.files);
    expect(fouten.length > 0, naam).toBe(isWrong);
    expect(listPartChanges(projectFiles, entered.files), naam).not.toEqual([]);
    if (!isWrong) continue;
    refusals++;
    const placed = fouten.map((fault) =>
      findThingAt(catalog.formulieren, entered.files, fault.bestand, fault.plaats),
    );
    expect(
      placed.every((place) => place !== null),
      `${naam} ${JSON.stringify(fouten)}`,
    ).toBe(true);
  }
  expect(refusals).toBeGreaterThan(0);
});
