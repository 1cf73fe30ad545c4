import type { RequestHandler } from 'express';
import { giveAdvies } from '../domain/advice/advies.ts';
import type { Evaluate } from '../domain/evaluation/evaluator.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Say } from '../domain/texts.ts';
import { checkShape, parseBodyAntwoorden } from './parse-body.ts';
import { type Antwoord, toHandler, toProblem } from './problem.ts';
import type { ApiAdvies } from './schemas.ts';
import { toAdviesResponse } from './to-advies-response.ts';

interface AdviesDeps {
  readonly model: Beslismodel;
  readonly evaluate: Evaluate;
  readonly say: Say;
}

/** POST /adviezen: the advice. */
export function createAdviezenHandler(deps: AdviesDeps): RequestHandler {
  return toHandler(
    ({ body }) => answerAdvies(deps, body),
    (res, advies) => res.json(advies),
  );
}

/** The advice that a body asks for. */
export async function answerAdvies(
  { model, evaluate, say }: AdviesDeps,
  body: unknown,
): Promise<Antwoord<ApiAdvies>> {
  const format = checkShape(say, body, { antwoorden: 'verplicht' });
  const antwoorden = 'fouten' in format ? format : parseBodyAntwoorden(say, model, format.waarde.antwoorden);
  if ('fouten' in antwoorden) {
    return { problem: toProblem(say, 400, say('api.verbeter-velden'), antwoorden.fouten) };
  }
  return { data: toAdviesResponse(model, await giveAdvies(model, evaluate, antwoorden.waarde)) };
}
