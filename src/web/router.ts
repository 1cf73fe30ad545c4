import { Router } from 'express';
import { createAboutRouter } from './about-router.ts';
import { createAdviceRouter } from './advice/router.ts';
import type { WebDeps } from './deps.ts';
import { createDirectoryRouter } from './directory/router.ts';
import { createQuestionRouter } from './questions/router.ts';
import { createReferralRouter } from './referral/router.ts';

/** All pages. */
export function createPagesRouter(deps: WebDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.use(createAboutRouter(deps), createQuestionRouter(deps), createAdviceRouter(deps));
  router.use(createReferralRouter(deps), createDirectoryRouter(deps));
  return router;
}
