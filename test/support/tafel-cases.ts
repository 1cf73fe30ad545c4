import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import type { Regel } from '../../src/domain/model/regel.ts';
import type { Antwoord, Antwoorden } from './domain-facts.ts';
import { ROOT } from './real-content.ts';

const MAP = join(ROOT, 'test/cases/tafels');

const antwoordSchema = z.union([z.string(), z.array(z.string()).min(1)]);
const zinSchema = z.string().min(10);

const tafelCasesSchema = z.strictObject({
  tafel: z.string(),
  /** Per way in which the table fits: a case that fits in that way. */
  basis: z.record(
    z.string(),
    z.strictObject({ naam: zinSchema, antwoorden: z.record(z.string(), antwoordSchema) }),
  ),
  gevallen: z.array(
    z.strictObject({
      naam: zinSchema,
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
  return readdirSync(MAP).map((naam) => naam.replace(/\.json$/, ''));
}

/** Reads and checks one case file. */
export function readTafelCases(naam: string): TafelCases {
  return tafelCasesSchema.parse(JSON.parse(readFileSync(join(MAP, `${naam}.json`), 'utf8')));
}

/** The answers of a case: those of its basis, with what differs. */
export function toAntwoorden({ basis }: TafelCases, geval: TafelCases['gevallen'][number]): Antwoorden {
  const antwoorden: Record<string, Antwoord> = {};
  for (const [feit, antwoord] of Object.entries({ ...basis[geval.basis]?.antwoorden, ...geval.anders })) {
    if (antwoord !== null) antwoorden[feit] = antwoord;
  }
  return antwoorden;
}

/**
 * What a case file lacks: a criterion without a case that passes or fails, a way through the rule without a basis,
 * a case about something that does not exist.
 * @param toWaarheden the truth of each criterion (by id) for these answers.
 */
export function findGaten(
  { id, regels }: Pick<Overlegtafel, 'id' | 'regels'>,
  cases: TafelCases,
  toWaarheden: (antwoorden: Antwoorden) => ReadonlyMap<string, string>,
): string[] {
  const gaten: string[] = [];
  if (cases.tafel !== id) gaten.push(`het bestand gaat over ${cases.tafel}, niet over ${id}`);
  for (const { id: criterium } of regels.criteria) {
    for (const oordeel of ['ja', 'nee'] as const) {
      const gevallen = cases.gevallen.filter(
        (geval) => geval.criterium === criterium && geval.oordeel === oordeel,
      );
      if (gevallen.length === 0) gaten.push(`${criterium}: geen geval met oordeel ${oordeel}`);
    }
  }
  for (const geval of cases.gevallen) {
    if (!regels.criteria.some((criterium) => criterium.id === geval.criterium))
      gaten.push(`${geval.naam}: criterium ${geval.criterium} bestaat niet`);
    if (!cases.basis[geval.basis]) gaten.push(`${geval.naam}: basis ${geval.basis} bestaat niet`);
  }
  const namen = [...Object.values(cases.basis), ...cases.gevallen].map(({ naam }) => naam);
  for (const naam of namen.filter((ander, index) => namen.indexOf(ander) !== index)) {
    gaten.push(`${naam}: staat er twee keer`);
  }
  return [...gaten, ...findWegenZonderBasis(regels.regel, cases, toWaarheden)];
}

/** Each way through the rule needs a basis that meets the criteria of that way, and none of another way. */
function findWegenZonderBasis(
  regel: Regel,
  { basis }: TafelCases,
  toWaarheden: (antwoorden: Antwoorden) => ReadonlyMap<string, string>,
): string[] {
  const vereist = new Set(toWegen(regel).flat());
  const gehaald = Object.values(basis).map(({ antwoorden }) =>
    [...toWaarheden(antwoorden)]
      .filter(([criterium, waarheid]) => vereist.has(criterium) && waarheid === 'ja')
      .map(([criterium]) => criterium),
  );
  return toWegen(regel)
    .filter((weg) => !gehaald.some((criteria) => criteria.toSorted().join() === weg.toSorted().join()))
    .map((weg) => `geen basis die alleen haalt: ${weg.join(', ')}`);
}

/** The sets of criteria that each make the rule true. */
function toWegen(regel: Regel): string[][] {
  if ('condition' in regel) return [[regel.condition]];
  if ('any' in regel) return regel.any.flatMap(toWegen);
  return regel.all
    .map(toWegen)
    .reduce((samen, wegen) => samen.flatMap((links) => wegen.map((rechts) => [...links, ...rechts])), [[]]);
}
