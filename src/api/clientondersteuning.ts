import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Content } from '../domain/model/content.ts';
import { findClientondersteuning } from '../domain/model/gemeente.ts';
import type { ClientondersteuningAanbieder } from '../domain/model/organisatie.ts';
import type { Say } from '../domain/texts.ts';
import { type Antwoord, toHandler, toPointer, toProblem } from './problem.ts';
import { sendPublicJson } from './public-answers.ts';

/** The query of GET /clientondersteuning. */
export const clientondersteuningQuerySchema = z.object({
  gemeente: z.string().optional().meta({ description: 'Id van een gemeente' }),
});

/** GET /clientondersteuning: all of it, or with `?gemeente=<id>` what there is for that gemeente. */
export function createClientondersteuningHandler(say: Say, content: Content): RequestHandler {
  return toHandler(({ query }) => listAanbieders(say, content, query), sendPublicJson);
}

/** The providers that a query asks for. */
export function listAanbieders(
  say: Say,
  content: Content,
  { gemeente: id }: Readonly<Record<string, unknown>>,
): Antwoord<readonly ClientondersteuningAanbieder[]> {
  const { aanbieders } = content.clientondersteuning;
  if (id === undefined) return { data: aanbieders };
  const gemeente = content.gemeenten.find((found) => found.id === id);
  if (!gemeente) {
    const melding = say('api.onbekende-gemeente', {
      mogelijk: content.gemeenten.map((found) => found.id).join(', '),
    });
    return {
      problem: toProblem(say, 400, say('zoeken.verbeter'), [{ pointer: toPointer('gemeente'), melding }]),
    };
  }
  const here = findClientondersteuning(content, gemeente);
  return {
    data: aanbieders.filter((aanbieder) => aanbieder.voor === 'professional' || here.includes(aanbieder)),
  };
}
