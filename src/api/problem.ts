import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Say } from '../domain/texts.ts';

/** One fault in the request: a JSON pointer (RFC 6901) to the place, and what is wrong. */
const faultSchema = z.object({
  pointer: z
    .string()
    .meta({ description: 'JSON-pointer naar de plaats van de fout', example: '/antwoorden/gemeente' }),
  melding: z.string(),
});
export type ApiFault = z.infer<typeof faultSchema>;

/** Problem details (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int().min(400).max(599),
    detail: z.string(),
    instance: z.string().optional().meta({ description: 'De aanvraag, zoals in de header X-Request-Id' }),
    fouten: z.array(faultSchema).optional().meta({ description: 'Alle fouten in de aanvraag tegelijk' }),
  })
  .meta({ id: 'Probleem', description: 'Wat er mis is (RFC 9457)' });
export type Problem = z.infer<typeof problemSchema>;

/** How many faults one answer names. */
const MAX_FAULTS = 100;

/** The statuses that have a title of their own. */
const STATUSES = [400, 403, 404, 405, 406, 408, 409, 413, 414, 415, 429, 431, 500, 503] as const;

/** An answer that is either what was asked for, or what is wrong. */
export type Antwoord<T> = { readonly data: T } | { readonly problem: Problem };

/** Makes problem details; `faults` names every fault of a request at once. */
export function toProblem(say: Say, status: number, detail: string, faults?: readonly ApiFault[]): Problem {
  const own = STATUSES.find((known) => known === status);
  return {
    type: 'about:blank',
    title: say(own === undefined ? 'api.titel' : `api.titel-${own}`),
    status,
    detail,
    ...(faults ? { fouten: cut(say, faults) } : {}),
  };
}

/** Answers a request with what it asked for, or with what is wrong with it. */
export function toHandler<T>(
  answer: (req: Request) => Antwoord<T> | Promise<Antwoord<T>>,
  send: (res: Response, data: T) => void,
): RequestHandler {
  return async (req, res) => {
    const antwoord = await answer(req);
    if ('problem' in antwoord) return sendProblemDetails(res, antwoord.problem);
    send(res, antwoord.data);
  };
}

/** Sends problem details; `faults` names every fault of a request at once. */
export function sendProblem(
  res: Response,
  say: Say,
  status: number,
  detail: string,
  faults?: readonly ApiFault[],
): void {
  sendProblemDetails(res, toProblem(say, status, detail, faults));
}

/** Sends problem details that are made already. */
export function sendProblemDetails(res: Response, problem: Problem): void {
  res
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem, instance: `urn:uuid:${res.req.id}` } satisfies Problem));
}

/** An answer that is no longer than it is useful, however many faults somebody sends. */
function cut(say: Say, faults: readonly ApiFault[]): ApiFault[] {
  const over = faults.length - MAX_FAULTS;
  if (over <= 0) return [...faults];
  return [...faults.slice(0, MAX_FAULTS), { pointer: '', melding: say('api.meer-fouten', { aantal: over }) }];
}

/** Escapes one part of a JSON pointer. */
export function toPointer(...parts: readonly (string | number)[]): string {
  return parts.map((deel) => `/${String(deel).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
