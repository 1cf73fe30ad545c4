import type { RequestHandler, Response } from 'express';
import { z } from 'zod';

/** One fault in the request: a JSON pointer (RFC 6901) to the place, and what is wrong. */
const foutSchema = z.object({
  pointer: z
    .string()
    .meta({ description: 'JSON-pointer naar de plaats van de fout', example: '/antwoorden/gemeente' }),
  melding: z.string(),
});
export type ApiFout = z.infer<typeof foutSchema>;

/** Problem details (RFC 9457). */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string().meta({ description: 'De aanvraag, zoals in de header X-Request-Id' }),
  fouten: z.array(foutSchema).optional().meta({ description: 'Alle fouten in de aanvraag tegelijk' }),
});
type Problem = z.infer<typeof problemSchema>;

/** How many faults one answer names. */
const MAX_FOUTEN = 100;

const TITELS: Readonly<Record<number, string>> = {
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

/** Sends problem details; `fouten` names every fault of a body at once. */
export function sendProblem(
  res: Response,
  status: number,
  detail: string,
  fouten?: readonly ApiFout[],
): void {
  const problem = {
    type: 'about:blank',
    title: TITELS[status] ?? 'De aanvraag kan niet worden uitgevoerd',
    status,
    detail,
    instance: `urn:uuid:${res.req.id}`,
    ...(fouten ? { fouten: cut(fouten) } : {}),
  } satisfies Problem;
  res
    .status(status)
    .type('application/problem+json')
    .set('Cache-Control', 'no-store')
    .send(JSON.stringify(problem));
}

/** An answer that is no longer than it is useful, however many faults somebody sends. */
function cut(fouten: readonly ApiFout[]): ApiFout[] {
  const over = fouten.length - MAX_FOUTEN;
  if (over <= 0) return [...fouten];
  return [...fouten.slice(0, MAX_FOUTEN), { pointer: '', melding: `Er zijn nog ${over} andere fouten.` }];
}

/** Escapes one part of a JSON pointer. */
export function toPointer(...delen: readonly (string | number)[]): string {
  return delen.map((deel) => `/${String(deel).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Answers 405 for an address that exists with another method only. */
export function allowOnly(methode: 'GET' | 'POST'): RequestHandler {
  return (_req, res) => {
    res.set('Allow', methode === 'GET' ? 'GET, HEAD' : methode);
    sendProblem(res, 405, `Gebruik de methode ${methode}.`);
  };
}
