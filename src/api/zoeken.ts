import type { RequestHandler } from 'express';
import { MAX_ZOEKVRAAG, type Zoeken } from '../domain/ports/zoekindex.ts';
import { PUBLIC_HEADERS } from './list-static-resources.ts';
import { sendProblem, toPointer } from './problem.ts';

/** GET /zoeken?q=: searches tables, criteria, gemeenten, organisations and the rest. */
export function createZoekenHandler(zoeken: Zoeken): RequestHandler {
  return (req, res) => {
    const { q } = req.query;
    const melding = checkVraag(q);
    if (melding !== null) {
      return sendProblem(res, 400, 'Verbeter de zoekvraag.', [{ pointer: toPointer('q'), melding }]);
    }
    res.set(PUBLIC_HEADERS).json(zoeken(String(q)));
  };
}

/** What is wrong with the search, or null. */
function checkVraag(q: unknown): string | null {
  if (q === undefined) return 'Deze parameter ontbreekt. Geef een zoekvraag: ?q=wachtlijst.';
  if (typeof q !== 'string') return 'Geef deze parameter één keer.';
  if (q.trim() === '') return 'De zoekvraag is leeg. Geef minstens één woord.';
  return q.length > MAX_ZOEKVRAAG ? `De zoekvraag is te lang: hoogstens ${MAX_ZOEKVRAAG} tekens.` : null;
}
