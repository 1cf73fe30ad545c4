import { expect, it } from 'vitest';
import { SOORTEN } from '../../src/content/content-parts.ts';
import { readContentFiles } from '../../src/content/load-content.ts';
import { createChoices } from '../../src/domain/editing/form/choices.ts';
import { toPad } from '../../src/domain/editing/form/find-place.ts';
import type { Knoop } from '../../src/domain/editing/form/knoop.ts';
import { type JsonSchema, readSchema } from '../../src/domain/editing/form/read-schema.ts';
import { toInvoer } from '../../src/domain/editing/form/to-invoer.ts';
import { toModel } from '../../src/domain/editing/form/to-model.ts';
import { listNamen, readThing, toBestand, writeInto } from '../../src/domain/editing/soort.ts';
import { isObject, type JsonPath, setAt } from '../../src/domain/json.ts';
import { createFormWords } from '../../src/web/beheer/content/catalog.ts';
import { projectFiles } from '../support/real-content.ts';
import { say } from '../support/texts.ts';

/** A name that nothing has. */
const NOTHING = 'bestaatniet';
const REFUSED = new RegExp(
  `"${NOTHING}".*(staat niet in|bestaat niet|geen keuze|dat er niet is)|"${NOTHING}" (staat(?! er nog niet)|is)`,
);

/** Every place of a text that looks like a name, one of each kind of place. */
function listNames(value: unknown, path: JsonPath = []): JsonPath[] {
  if (typeof value === 'string') return /^[a-z][A-Za-z0-9-]*$/.test(value) ? [path] : [];
  if (Array.isArray(value))
    return value.slice(0, 1).flatMap((item, number) => listNames(item, [...path, number]));
  return isObject(value)
    ? Object.entries(value).flatMap(([key, inner]) => listNames(inner, [...path, key]))
    : [];
}

function findKnoop(knoop: Knoop, pad: string): Knoop | undefined {
  const inner = [...knoop.kinderen, ...knoop.items.map((item) => item.knoop)];
  const found = inner.map((child) => findKnoop(child, pad)).find(Boolean);
  return found ?? (knoop.naam === pad ? knoop : undefined);
}

it('wat de controle weigert omdat het niet bestaat, is in het formulier een keuze uit wat er is', () => {
  const free: string[] = [];
  let references = 0;
  for (const soort of SOORTEN) {
    const [naam = ''] = listNamen(projectFiles, soort);
    const value = readThing(projectFiles, soort, naam);
    const veld = readSchema(soort.soort, soort.schema as JsonSchema);
    const shown = toModel(veld, toInvoer(veld, value), {
      ...{ soort: soort.soort, woorden: createFormWords(say), fouten: new Map() },
      choices: createChoices(projectFiles, naam),
    });
    for (const path of listNames(value)) {
      const bestand = toBestand(soort, naam);
      const file = projectFiles[bestand] as { $schema?: string };
      const wrong = writeInto(file, soort, naam, setAt(value, path, NOTHING)) as object;
      const files = { ...projectFiles, [bestand]: { $schema: file.$schema, ...wrong } };
      const isRefused = readContentFiles(files).fouten.some(
        (fault) => fault.bestand === bestand && REFUSED.test(fault.melding),
      );
      if (!isRefused) continue;
      references++;
      const knoop = findKnoop(shown, toPad(veld, value, path));
      if (!knoop || knoop.opties.length === 0) free.push(`${soort.soort}: ${path.join('.')}`);
    }
  }
  expect(free).toEqual([]);
  expect(references).toBeGreaterThan(15);
});
