import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import type { Regel } from '../../src/domain/model/regel.ts';
import type { Antwoord, Antwoorden } from './domain-facts.ts';
import { ROOT } from './real-content.ts';

const FOLDER = join(ROOT, 'test/cases/tafels');

const antwoordSchema = z.union([z.string(), z.array(z.string()).min(1)]);
const sentenceSchema = z.string().min(10);

const tafelCasesSchema = z.strictObject({
  tafel: z.string(),
  /** Per way in which the table fits: a case that fits in that way. */
  basis: z.record(
    z.string(),
    z.strictObject({ naam: sentenceSchema, antwoorden: z.record(z.string(), antwoordSchema) }),
  ),
  gevallen: z.array(
    z.strictObject({
      naam: sentenceSchema,
      criterium: z.string(),
      basis: z.string(),
      /** What differs from the basis; null leaves the answer out. */
      anders: z.record(z.string(), antwoordSchema.nullable()),
      /** What becomes of the criterion. */
      oordeel: z.enum(['ja', 'nee', 'onbekend']),
      /** What becomes of the table. */
      tafel: z.enum(['voldoet', 'voldoetNiet', 'onvolledig']),
    }),
  ),
});
/** One file of `test/cases/tafels/`: cases with which a table fits, and cases around each of its criteria. */
export type TafelCases = z.infer<typeof tafelCasesSchema>;

/** The names of the case files, without `.json`. */
export function listTafelCases(): string[] {
  return readdirSync(FOLDER).map((naam) => naam.replace(/\.json$/, ''));
}

/** Reads and checks one case file. */
export function readTafelCases(naam: string): TafelCases {
  return tafelCasesSchema.parse(JSON.parse(readFileSync(join(FOLDER, `${naam}.json`), 'utf8')));
}

/** The answers of a case: those of its basis, with what differs. */
export function toAntwoorden({ basis }: TafelCases, testCase: TafelCases['gevallen'][number]): Antwoorden {
  const antwoorden: Record<string, Antwoord> = {};
  for (const [feit, antwoord] of Object.entries({
    ...basis[testCase.basis]?.antwoorden,
    ...testCase.anders,
  })) {
    if (antwoord !== null) antwoorden[feit] = antwoord;
  }
  return antwoorden;
}

/**
 * What a case file lacks: a criterion without a case that passes or fails, a way through the rule without a basis,
 * a case about something that does not exist.
 * @param toTruths the truth of each criterion (by id) for these answers.
 */
export function findHoles(
  { id, regels }: Pick<Overlegtafel, 'id' | 'regels'>,
  cases: TafelCases,
  toTruths: (antwoorden: Antwoorden) => ReadonlyMap<string, string>,
): string[] {
  const holes: string[] = [];
  if (cases.tafel !== id) holes.push(`het bestand gaat over ${cases.tafel}, niet over ${id}`);
  for (const { id: criterium } of regels.criteria) {
    for (const oordeel of ['ja', 'nee'] as const) {
      const gevallen = cases.gevallen.filter(
        (testCase) => testCase.criterium === criterium && testCase.oordeel === oordeel,
      );
      if (gevallen.length === 0) holes.push(`${criterium}: geen geval met oordeel ${oordeel}`);
    }
  }
  for (const testCase of cases.gevallen) {
    if (!regels.criteria.some((criterium) => criterium.id === testCase.criterium))
      holes.push(`${testCase.naam}: criterium ${testCase.criterium} bestaat niet`);
    if (!cases.basis[testCase.basis]) holes.push(`${testCase.naam}: basis ${testCase.basis} bestaat niet`);
  }
  const names = [...Object.values(cases.basis), ...cases.gevallen].map(({ naam }) => naam);
  for (const naam of names.filter((other, index) => names.indexOf(other) !== index)) {
    holes.push(`${naam}: staat er twee keer`);
  }
  return [...holes, ...findWaysWithoutBasis(regels.regel, cases, toTruths)];
}

/** Each way through the rule needs a basis that meets the criteria of that way, and none of another way. */
function findWaysWithoutBasis(
  regel: Regel,
  { basis }: TafelCases,
  toTruths: (antwoorden: Antwoorden) => ReadonlyMap<string, string>,
): string[] {
  const vereist = new Set(toWays(regel).flat());
  const fetched = Object.values(basis).map(({ antwoorden }) =>
    [...toTruths(antwoorden)]
      .filter(([criterium, truth]) => vereist.has(criterium) && truth === 'ja')
      .map(([criterium]) => criterium),
  );
  return toWays(regel)
    .filter((way) => !fetched.some((criteria) => criteria.toSorted().join() === way.toSorted().join()))
    .map((way) => `geen basis die alleen haalt: ${way.join(', ')}`);
}

/** The sets of criteria that each make the rule true. */
function toWays(regel: Regel): string[][] {
  if ('condition' in regel) return [[regel.condition]];
  if ('any' in regel) return regel.any.flatMap(toWays);
  return regel.all
    .map(toWays)
    .reduce((together, ways) => together.flatMap((links) => ways.map((right) => [...links, ...right])), [[]]);
}
