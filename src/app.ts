import compression from 'compression';
import express, { type Express } from 'express';
import { createApiErrorHandler } from './api/error-handler.ts';
import { createQueryRouter } from './api/query-router.ts';
import { createApiRouter } from './api/router.ts';
import { asksPdf } from './api/verwijzingen.ts';
import { checkRequest, createSameSite } from './http/check-request.ts';
import { serveOtherVersion, servePublished } from './http/published/serve-published.ts';
import { isLarge, onlyIf } from './http/rate-limit.ts';
import { createRequestLog } from './http/request-log.ts';
import { createSecurityHeaders } from './http/security-headers.ts';
import type { Services } from './services.ts';
import { createBeheerRouter } from './web/beheer/router.ts';
import { createRefuseWhenFull } from './web/busy-page.ts';
import { createChoiceRouter } from './web/directory/filtered-router.ts';
import { createErrorHandler, createNotFound } from './web/error-handler.ts';
import { readCarryingForm } from './web/form.ts';
import { createFindOtherMethods, createMendAddress } from './web/known-addresses.ts';
import { followReferralAction } from './web/referral/posted-form.ts';
import { MAX_FORM } from './web/referral/referral-desk.ts';
import { createCaseRouter, createPagesRouter } from './web/router.ts';
import { ANSWER_ROUTES } from './web/table-answers/router.ts';

/**
 * Puts the site and the API together: the order of middleware, routers, 404 and error handler. In parts of some milliseconds, so
 * that a server can answer requests in between.
 */
export function* putTogether(services: Services): Generator<void, Express> {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', services.trustProxy);
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.enable('strict routing');
  app.enable('case sensitive routing');

  const headers = createSecurityHeaders(services.baseUrl);
  app.use((_req, res, next) => {
    res.setHeaders(headers);
    next();
  });
  if (services.metrics) app.use(services.metrics.countRequests);
  app.use(createRequestLog(services.log));
  app.use(checkRequest);
  // A choice from a page comes before the page with all, which is the same for everyone.
  app.use(createChoiceRouter(services));
  app.use('/api/v1', createQueryRouter(services));
  yield;
  app.use(servePublished(services.publication));
  app.get('/static/:naam', serveOtherVersion(services.publication));
  app.use(createSameSite(services.baseUrl, services.say('fout.andere-site')));
  app.use('/beheer', createBeheerRouter(services));
  yield;
  app.use(createCaseRouter(services));
  yield;
  app.get('/gezond', async (_req, res) => {
    if (!services.isReady()) return void res.status(503).json({ status: 'stopt' });
    if (await services.hasStorage()) return void res.json({ status: 'ok' });
    // Pages go on, so whoever watches must hear it here.
    res.status(503).json({ status: 'onvolledig', ontbreekt: ['opslag'] });
  });
  limitPosts(app, services);
  app.use('/api/v1', compression(), createApiRouter(services));
  yield;
  app.use('/api/v1', createApiErrorHandler(services.say));
  app.use(createPagesRouter(services));
  yield;
  app.use(createMendAddress(services));
  app.use(createNotFound(services.render, services.say, createFindOtherMethods(services)));
  app.use(createErrorHandler(services.render, services.say));
  return app;
}

/** Limits what costs or stores; reading, and answering questions, is cheap. */
function limitPosts(app: Express, services: Services): void {
  const { rateLimits, versturen } = services;
  app.post(['/verwijzen/:tafel{/:levering}', '/casus{/:deel}'], onlyIf(isLarge, rateLimits.groot));
  for (const route of ANSWER_ROUTES) app.post(route, rateLimits.antwoorden);
  app.post('/klopt-niet', rateLimits.meldingen);
  app.post(
    ['/api/v1/adviezen', '/api/v1/verwijzingen', '/verwijzen/:tafel{/:levering}', '/casus{/:deel}'],
    rateLimits.posts,
  );
  // What a button stands for has a limit of its own.
  app.post('/verwijzen/:tafel', readCarryingForm(MAX_FORM), followReferralAction);
  app.post(['/verwijzen/:tafel/pdf', '/verwijzen/:tafel/eml'], rateLimits.pdf);
  // A draft comes without a PDF then.
  app.post('/verwijzen/:tafel/pdf', createRefuseWhenFull(services));
  app.post('/api/v1/verwijzingen', onlyIf(asksPdf, rateLimits.pdf));
  if (versturen) app.post('/verwijzen/:tafel/versturen', rateLimits.versturen);
}
