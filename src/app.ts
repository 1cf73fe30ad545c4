import compression from 'compression';
import express, { type Express, type Request, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { handleApiError } from './api/error-handler.ts';
import type { ApiResources } from './api/resources.ts';
import { type ApiDeps, createApiRouter } from './api/router.ts';
import { asksPdf } from './api/verwijzingen.ts';
import type { Config } from './config.ts';
import { checkRequest } from './http/check-request.ts';
import type { Metrics } from './http/metrics.ts';
import { type CreateHitStore, createRateLimit, type Limiet, MINUUT, UUR } from './http/rate-limit.ts';
import { createRequestLog } from './http/request-log.ts';
import { createSameSite } from './http/same-site.ts';
import type { Publication } from './published/publication.ts';
import { servePublished } from './published/serve-published.ts';
import type { WebDeps } from './web/deps.ts';
import { hasKeuze } from './web/directory/keuze-router.ts';
import { createErrorHandler, createNotFound } from './web/error-handler.ts';
import { createCaseRouter, createPagesRouter } from './web/router.ts';

export interface AppDeps extends WebDeps, ApiDeps {
  readonly config: Pick<Config, 'trustProxy' | 'limieten'>;
  readonly log: Logger;
  /** What is the same for every visitor. */
  readonly publication: Publication;
  readonly resources: ApiResources;
  /** Counts requests when somebody reads the numbers. */
  readonly metrics?: Pick<Metrics, 'countRequests'>;
  /** Where requests are counted for the limits; in the memory of this process unless given. */
  readonly createHitStore?: CreateHitStore;
  /** Whether the server takes requests: false while it stops. */
  readonly isReady: () => boolean;
}

/** Puts the site and the API together: the order of middleware, routers, 404 and error handler. */
export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.config.trustProxy);
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.enable('strict routing');
  app.enable('case sensitive routing');

  // The security headers come with every response; see createHttpServer.
  if (deps.metrics) app.use(deps.metrics.countRequests);
  app.use(createRequestLog(deps.log));
  app.use(checkRequest);
  const published = servePublished(deps.publication);
  app.use((req, res, next) => (hasKeuze(req) ? next() : published(req, res, next)));
  app.use(createSameSite(deps.baseUrl));
  // Most requests are about a case: they come before all that only looks at other addresses.
  app.use(createCaseRouter(deps));
  app.get('/gezond', (_req, res) => {
    const klaar = deps.isReady();
    res.status(klaar ? 200 : 503).json({ status: klaar ? 'ok' : 'stopt' });
  });
  limitPosts(app, deps);
  app.use('/api/v1', compression(), createApiRouter(deps, deps.resources));
  app.use('/api/v1', handleApiError);
  app.use(createPagesRouter(deps));
  app.use(createNotFound(deps.render));
  app.use(createErrorHandler(deps.render));
  return app;
}

/** How often may be asked to send; what is sent has limits of its own, per sender. */
const VERSTUREN = { perAdres: 60, samen: 1_000 };

/** Limits what costs or stores; reading, and answering questions, is cheap. */
function limitPosts(app: Express, { config, versturen, createHitStore }: AppDeps): void {
  const { posts, pdf, meldingen } = config.limieten;
  const limit = (naam: string, limiet: Limiet, venster: number) =>
    createRateLimit({ naam, limiet, venster, createHitStore });
  const limitPdf = limit('pdf', pdf, MINUUT);
  app.post('/klopt-niet', limit('meldingen', meldingen, UUR));
  app.post(['/verwijzen/:tafel/pdf', '/verwijzen/:tafel/eml'], limitPdf);
  app.post('/api/v1/verwijzingen', onlyIf(asksPdf, limitPdf));
  app.post(
    ['/api/v1/adviezen', '/api/v1/verwijzingen', '/verwijzen/:tafel{/:levering}'],
    limit('posts', posts, MINUUT),
  );
  if (versturen) app.post('/verwijzen/:tafel/versturen', limit('versturen', VERSTUREN, UUR));
}

/** Lets the handlers look at some of the requests only. */
function onlyIf(past: (req: Request) => boolean, handlers: readonly RequestHandler[]): RequestHandler[] {
  return handlers.map((handle) => (req, res, next) => (past(req) ? handle(req, res, next) : next()));
}
