import { fileURLToPath } from 'node:url';
import { readFolderFiles } from '../../src/content/content-source.ts';
import { type Advies, giveAdvies } from '../../src/domain/advice/advies.ts';
import { createEvaluator } from '../../src/domain/evaluation/evaluator.ts';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { createBeslismodel } from '../../src/domain/model/beslismodel.ts';
import { loadContent } from './load-content.ts';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const content = loadContent(ROOT);
/** The files that it stands in. */
export const projectFiles = readFolderFiles(ROOT);
export const model = createBeslismodel(content);
export const evaluate = createEvaluator(content.tafels);

/**
 * The address to which one refers to a table, as the content has it now: for tests that are not about that address.
 * @throws Error when there is no such table, or it has no address.
 */
export function findAddress(tafel: string): string {
  const { adres } = model.tafelOf.get(tafel)?.kanaal ?? {};
  if (!adres) throw new Error(`Er is geen tafel ${tafel} met een adres.`);
  return adres;
}

/** The advice on the real content. */
export function advise(antwoorden: Antwoorden): Promise<Advies> {
  return giveAdvies(model, evaluate, antwoorden);
}

/** The advice with what matters of it, to compare with what a case expects. */
export function toUitkomst(advies: Advies) {
  const { uitkomst, tafels, voorzieningen, daarna, ontbreekt } = advies;
  const oordelen = Object.fromEntries(advies.overlegtafels.map(({ tafel, oordeel }) => [tafel.id, oordeel]));
  return { uitkomst, tafels, voorzieningen, daarna, ontbreekt, oordelen };
}
