import type { RequestHandler } from 'express';
import type { Content } from '../domain/model/content.ts';
import { findClientondersteuning } from '../domain/referral/mail-model.ts';
import { PUBLIC_HEADERS } from './list-static-resources.ts';
import { sendProblem, toPointer } from './problem.ts';

/** GET /clientondersteuning: all of it, or with `?gemeente=<id>` what there is for that gemeente. */
export function createClientondersteuningHandler(content: Content): RequestHandler {
  const { aanbieders } = content.clientondersteuning;
  return (req, res) => {
    const { gemeente: id } = req.query;
    const gemeente = content.gemeenten.find((gevonden) => gevonden.id === id);
    if (id !== undefined && !gemeente) {
      const melding = `Deze gemeente bestaat niet. Kies uit: ${content.gemeenten.map((gevonden) => gevonden.id).join(', ')}.`;
      return sendProblem(res, 400, 'Verbeter de zoekvraag.', [{ pointer: toPointer('gemeente'), melding }]);
    }
    const hier = gemeente && findClientondersteuning(content, gemeente);
    res
      .set({ ...PUBLIC_HEADERS, 'Cache-Control': 'public, max-age=300' })
      .json(
        hier
          ? aanbieders.filter((aanbieder) => aanbieder.voor === 'professional' || hier.includes(aanbieder))
          : aanbieders,
      );
  };
}
