import { type Advies, giveAdvies } from '../../src/domain/advice/advies.ts';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { content, model } from '../support/real-content.ts';
import { createPlainEvaluate } from './plain-evaluate.ts';

const evaluate = createPlainEvaluate(content.tafels);

/** The advice on the real content by the plain three-valued logic, fast enough for thousands of cases. */
export function advisePlain(antwoorden: Antwoorden): Promise<Advies> {
  return giveAdvies(model, evaluate, antwoorden);
}
