import { type RequestHandler, Router } from 'express';
import type { Say } from '../domain/texts.ts';
import { createReferralService } from '../referral/referral-service.ts';
import type { Services } from '../services.ts';
import { createAdviezenHandler } from './adviezen.ts';
import { createClientondersteuningHandler } from './clientondersteuning.ts';
import { toNotFound } from './error-handler.ts';
import { createHsdsListHandler } from './hsds/list-handler.ts';
import { sendProblem } from './problem.ts';
import { API_VERSION, setHeaders } from './public-answers.ts';
import { readJson } from './read-json.ts';
import { createSearchHandler } from './search.ts';
import { createVerwijzingHandler } from './verwijzingen.ts';

/** In bytes; room for a referral with its fields at their longest. */
const MAX_BODY = 1_000_000;

/** The API, to be mounted at /api/v1; the static of its resources are handed out before a request comes here. */
export function createApiRouter(services: Services): Router {
  const { gegevens, hsds } = services.resources;
  const { say } = services;
  const router = Router({ strict: true, caseSensitive: true });
  const read: Readonly<Record<string, RequestHandler>> = {
    '/zoeken': createSearchHandler(services.zoeken, say),
    '/clientondersteuning': createClientondersteuningHandler(say, services.content),
    '/hsds/services': createHsdsListHandler(say, hsds.services),
    '/hsds/organizations': createHsdsListHandler(say, hsds.organizations),
  };
  const write: Readonly<Record<string, RequestHandler>> = {
    '/adviezen': createAdviezenHandler(services),
    '/verwijzingen': createVerwijzingHandler(
      say,
      services.model,
      createReferralService(services),
      services.hasPdfRoom,
    ),
  };

  router.use((_req, res, next) => {
    res.set('API-Version', API_VERSION);
    next();
  });
  for (const [path, handler] of Object.entries(write)) {
    router.post(path, readJson(MAX_BODY, say), handler);
    router.all(path, allowOnly(say, 'POST'));
  }
  // From here on it is about reading: any site may, and may see what went wrong.
  router.use((req, res, next) => {
    setHeaders(req, res);
    next();
  });
  for (const [path, handler] of Object.entries(read)) router.get(path, handler);
  router.all([...Object.keys(read), ...gegevens.keys(), '/openapi.json'], allowOnly(say, 'GET'));

  router.use((req, res) => sendProblem(res, say, 404, toNotFound(say, req.path)));
  return router;
}

type Method = 'GET' | 'POST';

const ALLOWED: Readonly<Record<Method, string>> = { GET: 'GET, HEAD, OPTIONS', POST: 'POST, OPTIONS' };
/** How long a browser may remember that it is allowed to read, in seconds: a day. */
const REMEMBER = '86400';

/**
 * What is left for an address that exists with one method only: OPTIONS is answered, the rest gets 405. Any site may
 * read (CORS), and ask whether something changed; what takes a body is for programs and for this site alone.
 */
function allowOnly(say: Say, method: Method): RequestHandler {
  return (req, res) => {
    res.set('Allow', ALLOWED[method]);
    if (req.method !== 'OPTIONS') return sendProblem(res, say, 405, say('api.methode', { methode: method }));
    if (method === 'GET') {
      res.set({
        'Access-Control-Allow-Methods': 'GET, HEAD',
        'Access-Control-Allow-Headers': 'If-None-Match',
        'Access-Control-Max-Age': REMEMBER,
      });
    }
    res.status(204).end();
  };
}
