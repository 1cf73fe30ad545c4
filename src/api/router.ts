import { type RequestHandler, Router } from 'express';
import type { Evaluate } from '../domain/evaluation/evaluator.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Content } from '../domain/model/content.ts';
import type { WriteIcs } from '../domain/ports/agenda-item.ts';
import type { WriteEml } from '../domain/ports/mail-concept.ts';
import type { WritePdf } from '../domain/ports/pakket-pdf.ts';
import type { Views } from '../domain/ports/views.ts';
import type { Zoeken } from '../domain/ports/zoekindex.ts';
import { createReferralService } from '../referral/referral-service.ts';
import { createAdviezenHandler } from './adviezen.ts';
import { createClientondersteuningHandler } from './clientondersteuning.ts';
import { createHsdsListHandler } from './hsds/list-handler.ts';
import { allowOnly } from './methods.ts';
import { NIET_GEVONDEN, sendProblem } from './problem.ts';
import { PUBLIC_HEADERS } from './public-headers.ts';
import { readJson } from './read-json.ts';
import type { ApiResources } from './resources.ts';
import { API_VERSION } from './version.ts';
import { createVerwijzingHandler } from './verwijzingen.ts';
import { createZoekenHandler } from './zoeken.ts';

/** In bytes; room for a referral with its fields at their longest. */
const MAX_BODY = 1_000_000;

export interface ApiDeps {
  readonly content: Content;
  readonly model: Beslismodel;
  readonly evaluate: Evaluate;
  readonly views: Views;
  readonly writeEml: WriteEml;
  readonly writePdf: WritePdf;
  readonly writeIcs: WriteIcs;
  readonly zoeken: Zoeken;
  readonly now: () => Date;
  /** Address of the site, without a slash at the end. */
  readonly baseUrl: string;
}

/** The API, to be mounted at /api/v1; the static of its resources are handed out before a request comes here. */
export function createApiRouter(deps: ApiDeps, { gegevens, hsds }: ApiResources): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const lezen: Readonly<Record<string, RequestHandler>> = {
    '/zoeken': createZoekenHandler(deps.zoeken),
    '/clientondersteuning': createClientondersteuningHandler(deps.content),
    '/hsds/services': createHsdsListHandler(hsds.services),
    '/hsds/organizations': createHsdsListHandler(hsds.organizations),
  };
  const schrijven: Readonly<Record<string, RequestHandler>> = {
    '/adviezen': createAdviezenHandler(deps),
    '/verwijzingen': createVerwijzingHandler(deps.model, createReferralService(deps)),
  };

  router.use((_req, res, next) => {
    res.set('API-Version', API_VERSION);
    next();
  });
  for (const [pad, handler] of Object.entries(schrijven)) {
    router.post(pad, readJson(MAX_BODY), handler);
    router.all(pad, allowOnly('POST'));
  }
  // From here on it is about reading: any site may, and may see what went wrong.
  router.use((req, res, next) => {
    if (req.method !== 'POST') res.set(PUBLIC_HEADERS);
    next();
  });
  for (const [pad, handler] of Object.entries(lezen)) router.get(pad, handler);
  router.all([...Object.keys(lezen), ...gegevens.keys(), '/openapi.json'], allowOnly('GET'));

  router.use((_req, res) => sendProblem(res, 404, NIET_GEVONDEN));
  return router;
}
