import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { listStaticResources, type StaticResource } from './api/list-static-resources.ts';
import { type ApiDeps, createApiRouter } from './api/router.ts';
import type { Config } from './config.ts';
import { type PublishedFiles, publish } from './published/published-file.ts';
import { servePublished } from './published/serve-published.ts';
import type { WebDeps } from './web/deps.ts';
import { hasKeuze } from './web/directory/keuze-router.ts';
import { createErrorHandler, createNotFound } from './web/error-handler.ts';
import { createPagesRouter, renderStaticPages } from './web/router.ts';
import { listTreeFiles } from './web/tree/list-tree-files.ts';

export interface AppDeps extends WebDeps, ApiDeps {
  readonly config: Pick<Config, 'trustProxy'>;
  readonly log: Logger;
  /** The static files that the build made. */
  readonly publicFiles: PublishedFiles;
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

  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          scriptSrc: ["'self'"],
          imgSrc: ["'self'"],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'same-origin' },
    }),
  );
  // The path only: a query holds a sealed stand, and a body holds what somebody typed.
  app.use(
    pinoHttp({
      logger: deps.log,
      wrapSerializers: false,
      serializers: {
        req: (req) => ({ id: req.id, method: req.method, path: String(req.url).split('?')[0] }),
        res: (res) => ({ status: res.statusCode }),
      },
    }),
  );
  app.get('/gezond', (_req, res) => {
    const klaar = deps.isReady();
    res
      .status(klaar ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: klaar ? 'ok' : 'stopt' });
  });
  const resources = listStaticResources(deps);
  const published = servePublished(publishAll(deps, resources));
  app.use((req, res, next) => (hasKeuze(req) ? next() : published(req, res, next)));
  app.use(compression());
  app.use(
    '/api/v1',
    createApiRouter(
      deps,
      resources.map(({ pad }) => pad),
    ),
  );
  app.use(createPagesRouter(deps));
  app.use(createNotFound(deps.render));
  app.use(createErrorHandler(deps.render));
  return app;
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
