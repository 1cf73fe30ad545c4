import { checkContent } from '../../src/content/check-content.ts';
import { giveAdvies } from '../../src/domain/advice/advies.ts';
import { parseAntwoorden } from '../../src/domain/answers/parse-antwoorden.ts';
import { createBeslismodel } from '../../src/domain/model/beslismodel.ts';
import type { Content } from '../../src/domain/model/content.ts';
import { findAfwijkingen } from './domain-rules.ts';
import type { Mutant } from './mutant.ts';
import { createPlainEvaluate } from './plain-evaluate.ts';
import { findDifferences, type ProofCase } from './proof-cases.ts';

/** What sees that a mutant is wrong: the content check at start, a case, the rules of domain.md, or nothing. */
export interface Verdict {
  readonly mutant: Mutant;
  readonly controle: string | null;
  readonly geval: string | null;
  readonly regels: string | null;
}

/** Judges one mutant; what comes after the content check is only asked when that lets it pass. */
export async function judgeMutant(mutant: Mutant, cases: readonly ProofCase[]): Promise<Verdict> {
  const { bestand, content, hasShape } = mutant;
  const fault = hasShape ? checkContent(content)[0]?.melding : 'heeft niet de vorm van het schema';
  if (fault !== undefined) return { mutant, controle: fault, geval: null, regels: null };
  // Of a change in the rules of a table its own cases see most, so those come first.
  const own = cases.filter((testCase) => testCase.bestand.endsWith(bestand.replace('rules/', 'tafels/')));
  const rest = cases.filter((testCase) => !own.includes(testCase));
  return {
    mutant,
    controle: null,
    geval: await findFailing(content, [...own, ...rest]),
    regels: findAfwijkingen(content)[0] ?? null,
  };
}

/** The first case that does not come out as expected, or null. */
export async function findFailing(content: Content, cases: readonly ProofCase[]): Promise<string | null> {
  const model = createBeslismodel(content);
  const evaluate = createPlainEvaluate(content.tafels);
  for (const { bestand, naam, antwoorden, verwacht } of cases) {
    const valid = parseAntwoorden(model.vraagOf, antwoorden);
    if ('fouten' in valid) return `${bestand}: ${naam} (kan niet meer worden geantwoord)`;
    const advies = await giveAdvies(model, evaluate, valid.waarde);
    if (findDifferences(model, advies, verwacht).length > 0) return `${bestand}: ${naam}`;
  }
  return null;
}
