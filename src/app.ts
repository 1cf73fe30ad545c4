import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { type ApiDeps, createApiRouter } from './api/router.ts';
import type { Config } from './config.ts';
import type { WebDeps } from './web/deps.ts';
import { createErrorHandler, createNotFound } from './web/error-handler.ts';
import { createPagesRouter } from './web/router.ts';

export interface AppDeps extends WebDeps, ApiDeps {
  readonly config: Pick<Config, 'trustProxy'>;
  readonly log: Logger;
  /** Folder with the static files that the build made. */
  readonly publicDir: string;
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
  // The names hold a hash of the contents, so a browser may keep them for ever.
  app.use(
    '/static',
    express.static(deps.publicDir, { immutable: true, maxAge: '1y', index: false, redirect: false }),
  );
  app.use('/api/v1', createApiRouter(deps));
  app.use(createPagesRouter(deps));
  app.use(createNotFound(deps.sendPage));
  app.use(createErrorHandler(deps.sendPage));
  return app;
}
