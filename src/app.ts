import compression from 'compression';
import express, { type Express, type Request, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { handleApiError } from './api/error-handler.ts';
import { listStaticResources, type StaticResource } from './api/list-static-resources.ts';
import { type ApiDeps, createApiRouter } from './api/router.ts';
import { chooseVorm } from './api/verwijzingen.ts';
import type { Config } from './config.ts';
import { checkRequest } from './http/check-request.ts';
import type { Metrics } from './http/metrics.ts';
import { createRateLimit, type Limieten, MINUUT, UUR } from './http/rate-limit.ts';
import { createRequestLog } from './http/request-log.ts';
import { createSameSite } from './http/same-site.ts';
import { type PublishedFiles, publish } from './published/published-file.ts';
import { servePublished } from './published/serve-published.ts';
import type { WebDeps } from './web/deps.ts';
import { createErrorHandler, createNotFound } from './web/error-handler.ts';
import { createPagesRouter, renderStaticPages } from './web/router.ts';
import { listTreeFiles } from './web/tree/list-tree-files.ts';

export interface AppDeps extends WebDeps, ApiDeps {
  readonly config: Pick<Config, 'trustProxy' | 'limieten'>;
  readonly log: Logger;
  /** The static files that the build made. */
  readonly publicFiles: PublishedFiles;
  /** Counts requests when somebody reads the numbers. */
  readonly metrics?: Pick<Metrics, 'countRequests'>;
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
  app.get('/gezond', (_req, res) => {
    const klaar = deps.isReady();
    res
      .status(klaar ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: klaar ? 'ok' : 'stopt' });
  });
  app.use(checkRequest);
  const resources = listStaticResources(deps);
  app.use(servePublished(publishAll(deps, resources)));
  app.use(noStore);
  app.use(createSameSite(deps.baseUrl));
  limitPosts(app, deps.config.limieten);
  app.use(
    '/api/v1',
    compression(),
    createApiRouter(
      deps,
      resources.map(({ pad }) => pad),
    ),
  );
  app.use('/api/v1', handleApiError);
  app.use(createPagesRouter(deps));
  app.use(createNotFound(deps.render));
  app.use(createErrorHandler(deps.render));
  return app;
}

/** What is made for one request may hold answers, a redirect included; what anyone may keep says so itself. */
const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};

/** Limits what costs or stores; reading, and answering questions, is cheap. */
function limitPosts(app: Express, { posts, pdf, meldingen }: Limieten): void {
  const limitPdf = createRateLimit(pdf, MINUUT);
  app.post('/klopt-niet', createRateLimit(meldingen, UUR));
  app.post('/verwijzen/:tafel/pdf', limitPdf);
  app.post(
    '/api/v1/verwijzingen',
    onlyIf((req) => chooseVorm(req) === 'application/pdf', limitPdf),
  );
  app.post(
    ['/api/v1/adviezen', '/api/v1/verwijzingen', '/verwijzen/:tafel{/:levering}'],
    createRateLimit(posts, MINUUT),
  );
}

/** Lets the handlers look at some of the requests only. */
function onlyIf(past: (req: Request) => boolean, handlers: readonly RequestHandler[]): RequestHandler[] {
  return handlers.map((handle) => (req, res, next) => (past(req) ? handle(req, res, next) : next()));
}

/** All that is the same for every visitor, by address: made once. */
function publishAll(deps: AppDeps, resources: readonly StaticResource[]): PublishedFiles {
  const kort = 'public, max-age=300';
  return new Map([
    ...deps.publicFiles,
    ...renderStaticPages(deps).map(
      ({ pad, html }) => [pad, publish(Buffer.from(html), 'text/html; charset=utf-8', kort)] as const,
    ),
    ...listTreeFiles(deps.beslisboom).map(
      ({ pad, tekst, type, headers }) => [pad, publish(Buffer.from(tekst), type, kort, headers)] as const,
    ),
    ...resources.map(
      ({ pad, json, headers }) =>
        [
          `/api/v1${pad}`,
          publish(Buffer.from(json), 'application/json; charset=utf-8', kort, headers),
        ] as const,
    ),
  ]);
}
