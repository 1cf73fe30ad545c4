import type { Response } from 'express';
import { z } from 'zod';

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
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().optional().meta({ description: 'De aanvraag, zoals in de header X-Request-Id' }),
    fouten: z.array(faultSchema).optional().meta({ description: 'Alle fouten in de aanvraag tegelijk' }),
  })
  .meta({ id: 'Probleem', description: 'Wat er mis is (RFC 9457)' });
export type Problem = z.infer<typeof problemSchema>;

/** How many faults one answer names. */
const MAX_FAULTS = 100;

const TITLES: Readonly<Record<number, string>> = {
  400: 'De aanvraag klopt niet',
  404: 'Niet gevonden',
  405: 'Deze methode kan hier niet',
  406: 'Deze vorm is er niet',
  403: 'Dit mag niet',
  408: 'De aanvraag kwam te langzaam',
  409: 'Dit kan nu niet',
  413: 'De aanvraag is te groot',
  414: 'Het adres is te lang',
  429: 'Te veel aanvragen',
  431: 'De headers zijn te groot',
  500: 'Er ging iets mis bij ons',
  503: 'Dit kan nu even niet',
};

/** What the API says of an address that it does not have. */
export const NOT_FOUND = 'Dit adres bestaat niet in de API. Zie /api/v1/openapi.json.';

/** An answer that is either what was asked for, or what is wrong. */
export type Antwoord<T> = { readonly data: T } | { readonly problem: Problem };

/** Makes problem details; `faults` names every fault of a request at once. */
export function toProblem(status: number, detail: string, faults?: readonly ApiFault[]): Problem {
  return {
    type: 'about:blank',
    title: TITLES[status] ?? 'De aanvraag kan niet worden uitgevoerd',
    status,
    detail,
    ...(faults ? { fouten: cut(faults) } : {}),
  };
}

/** Sends problem details; `faults` names every fault of a request at once. */
export function sendProblem(
  res: Response,
  status: number,
  detail: string,
  faults?: readonly ApiFault[],
): void {
  sendProblemDetails(res, toProblem(status, detail, faults));
}

/** Sends problem details that are made already. */
export function sendProblemDetails(res: Response, problem: Problem): void {
  res
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem, instance: `urn:uuid:${res.req.id}` } satisfies Problem));
}

/** An answer that is no longer than it is useful, however many faults somebody sends. */
function cut(faults: readonly ApiFault[]): ApiFault[] {
  const over = faults.length - MAX_FAULTS;
  if (over <= 0) return [...faults];
  return [...faults.slice(0, MAX_FAULTS), { pointer: '', melding: `Er zijn nog ${over} andere fouten.` }];
}

/** Escapes one part of a JSON pointer. */
export function toPointer(...parts: readonly (string | number)[]): string {
  return parts.map((deel) => `/${String(deel).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
