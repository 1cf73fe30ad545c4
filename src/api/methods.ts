import type { RequestHandler } from 'express';
import { sendProblem } from './problem.ts';

type Methode = 'GET' | 'POST';

const TOEGESTAAN: Readonly<Record<Methode, string>> = { GET: 'GET, HEAD, OPTIONS', POST: 'POST, OPTIONS' };
/** How long a browser may remember that it is allowed to read, in seconds: a day. */
const ONTHOUD = '86400';

/**
 * What is left for an address that exists with one method only: OPTIONS is answered, the rest gets 405. Any site may
 * read (CORS), and ask whether something changed; what takes a body is for programs and for this site alone.
 */
export function allowOnly(methode: Methode): RequestHandler {
  return (req, res) => {
    res.set('Allow', TOEGESTAAN[methode]);
    if (req.method !== 'OPTIONS') return sendProblem(res, 405, `Gebruik de methode ${methode}.`);
    if (methode === 'GET') {
      res.set({
        'Access-Control-Allow-Methods': 'GET, HEAD',
        'Access-Control-Allow-Headers': 'If-None-Match',
        'Access-Control-Max-Age': ONTHOUD,
      });
    }
    res.status(204).end();
  };
}
