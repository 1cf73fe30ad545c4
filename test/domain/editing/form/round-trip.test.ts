import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SOORTEN } from '../../../../src/content/content-parts.ts';
import { writeAsItWas } from '../../../../src/domain/editing/form/as-kept.ts';
import { createAnswerForm, createChoices } from '../../../../src/domain/editing/form/choices.ts';
import { readInvoer } from '../../../../src/domain/editing/form/read-form.ts';
import { type JsonSchema, readSchema } from '../../../../src/domain/editing/form/read-schema.ts';
import { toInvoer } from '../../../../src/domain/editing/form/to-invoer.ts';
import { toModel } from '../../../../src/domain/editing/form/to-model.ts';
import { toValue } from '../../../../src/domain/editing/form/to-value.ts';
import type { Veld } from '../../../../src/domain/editing/form/veld.ts';
import { listNamen, readThing } from '../../../../src/domain/editing/soort.ts';
import { arbitraryValue } from '../../../support/arbitrary-value.ts';
import { listFields } from '../../../support/form-fields.ts';
import { projectFiles } from '../../../support/real-content.ts';

const NO_WORDS = {
  ...{ label: (naam: string) => naam, hulp: () => null, een: (naam: string) => naam },
  ...{ keuze: (waarde: string) => waarde, vorm: (naam: string) => naam },
};
const toAnswerForm = createAnswerForm(projectFiles);

function show(veld: Veld, value: unknown, tafel: string | null = null) {
  const choices = createChoices(projectFiles, tafel);
  return toModel(veld, toInvoer(veld, value), { soort: '', woorden: NO_WORDS, choices, fouten: new Map() });
}

function goRound(veld: Veld, value: unknown) {
  const form = new URLSearchParams(listFields(show(veld, value)));
  const read = toValue(veld, readInvoer(veld, form), toAnswerForm);
  return { value: writeAsItWas(read.value, value), fouten: read.fouten };
}

const THINGS = SOORTEN.flatMap((soort) =>
  listNamen(projectFiles, soort).map((naam) => [soort, naam] as const),
);

it('geeft elk deel van de inhoud na een rondgang door het formulier letter voor letter terug', () => {
  expect(THINGS.length).toBeGreaterThan(600);
  for (const [soort, naam] of THINGS) {
    const value = readThing(projectFiles, soort, naam);
    const round = goRound(readSchema(soort.soort, soort.schema as JsonSchema), value);
    expect(round.fouten, `${soort.soort}, ${naam}`).toEqual([]);
    // As text: the order of the keys counts.
    expect(JSON.stringify(round.value), `${soort.soort}, ${naam}`).toBe(JSON.stringify(value));
  }
});

it('past met elk formulier ruim in wat de site van een formulier aanneemt', () => {
  for (const [soort, naam] of THINGS) {
    const veld = readSchema(soort.soort, soort.schema as JsonSchema);
    const fields = listFields(show(veld, readThing(projectFiles, soort, naam)));
    expect(fields.length, `${soort.soort}, ${naam}`).toBeLessThan(450);
  }
});

it.each(SOORTEN.map((soort) => [soort.soort, soort] as const))(
  'geeft elke waarde die het schema van %s toelaat, terug zoals die was',
  (_naam, soort) => {
    const schema = soort.schema as JsonSchema;
    const veld = readSchema(soort.soort, schema);
    fc.assert(
      fc.property(arbitraryValue(schema), (value) => {
        const round = goRound(veld, value);
        expect(round.fouten).toEqual([]);
        expect(JSON.stringify(round.value)).toBe(JSON.stringify(value));
      }),
      { numRuns: 40 },
    );
  },
);
