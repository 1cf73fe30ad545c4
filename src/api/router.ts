import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express';
import { giveAdvies } from '../domain/advice/advies.ts';
import type { Evaluate } from '../domain/evaluation/evaluator.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Content } from '../domain/model/content.ts';
import type { WriteIcs } from '../domain/ports/agenda-item.ts';
import type { WriteEml } from '../domain/ports/mail-concept.ts';
import { PdfMislukt, type WritePdf } from '../domain/ports/pakket-pdf.ts';
import type { Views } from '../domain/ports/views.ts';
import type { Zoeken } from '../domain/ports/zoekindex.ts';
import { createClientondersteuningHandler } from './clientondersteuning.ts';
import { checkVorm, parseBodyAntwoorden } from './parse-body.ts';
import { allowOnly, sendProblem } from './problem.ts';
import { toAdviesResponse } from './to-advies-response.ts';
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

/** The API, to be mounted at /api/v1. `alleenLezen` are the addresses that are handed out before a request comes here. */
export function createApiRouter(deps: ApiDeps, alleenLezen: readonly string[]): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const readJson: RequestHandler[] = [
    requireJson,
    express.json({ limit: MAX_BODY, type: 'application/json' }),
  ];

  router.use((_req, res, next) => {
    res.set({ 'API-Version': API_VERSION, 'Cache-Control': 'no-store' });
    next();
  });
  router.get('/zoeken', createZoekenHandler(deps.zoeken));
  router.get('/clientondersteuning', createClientondersteuningHandler(deps.content));
  router.all(['/zoeken', '/clientondersteuning', ...alleenLezen], allowOnly('GET'));

  router.post('/adviezen', readJson, async (req: Request, res: Response) => {
    const vorm = checkVorm(req.body, { antwoorden: 'verplicht' });
    const antwoorden = 'fouten' in vorm ? vorm : parseBodyAntwoorden(deps.model, vorm.waarde.antwoorden);
    if ('fouten' in antwoorden)
      return sendProblem(res, 400, 'Verbeter de genoemde velden.', antwoorden.fouten);
    res.json(toAdviesResponse(deps.model, await giveAdvies(deps.model, deps.evaluate, antwoorden.waarde)));
  });
  router.post('/verwijzingen', readJson, createVerwijzingHandler(deps));
  router.all(['/adviezen', '/verwijzingen'], allowOnly('POST'));

  router.use((_req, res) =>
    sendProblem(res, 404, 'Dit adres bestaat niet in de API. Zie /api/v1/openapi.json.'),
  );
  router.use(handleError);
  return router;
}

const requireJson: RequestHandler = (req, res, next) => {
  if (req.is('application/json')) return next();
  sendProblem(res, 400, 'Stuur de aanvraag als JSON, met de header Content-Type: application/json.');
};

const handleError: ErrorRequestHandler = (error, req, res, next) => {
  if (res.headersSent) return next(error);
  const { status, type } = error as { status?: unknown; type?: unknown };
  if (status === 413) return sendProblem(res, 413, `De aanvraag is te groot: hoogstens ${MAX_BODY} bytes.`);
  if (typeof status === 'number' && status < 500) {
    const json = type === 'entity.parse.failed';
    return sendProblem(
      res,
      400,
      json ? 'De aanvraag is geen geldige JSON.' : 'De aanvraag is niet te lezen.',
    );
  }
  if (error instanceof PdfMislukt) return sendProblem(res, 503, error.message);
  req.log.error({ err: error }, 'fout bij een aanvraag');
  sendProblem(res, 500, 'Probeer het over een paar minuten opnieuw.');
};
