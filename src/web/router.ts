import { Router } from 'express';
import { createCasusRules } from '../domain/casus/casus-rules.ts';
import { createReferralService } from '../referral/referral-service.ts';
import type { Services } from '../services.ts';
import { createSecurityTxt } from './about/security-txt.ts';
import { addAdvice } from './advice/router.ts';
import { createAttachCasus } from './casus/attach-casus.ts';
import { createCasusReader } from './casus/read-casus.ts';
import { createCasusRouter } from './casus/router.ts';
import { createGuideRouter } from './guide/router.ts';
import { addQuestions } from './questions/router.ts';
import { createReferralDesk } from './referral/referral-desk.ts';
import { createGiveBack, createReferralRouter } from './referral/router.ts';
import { createReportRouter } from './reports/router.ts';
import { createSearchRouter } from './search/router.ts';
import { createSendingRouter } from './sending/router.ts';
import { createShortcutRouter } from './shortcuts.ts';
import { createStatisticsRouter } from './statistics/router.ts';
import { createAnswerRouter } from './table-answers/router.ts';

/** The way of a case: its questions, and the advice that they lead to. */
export function createCaseRouter(deps: Services): Router {
  const router = Router({ strict: true, caseSensitive: true });
  addQuestions(router, deps);
  addAdvice(router, deps);
  return router;
}

/** The other pages that are made for one request. */
export function createPagesRouter(deps: Services): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const referrals = createReferralService(deps);
  const rules = createCasusRules(deps.say, deps.content, deps.model);
  const desk = createReferralDesk(deps, referrals, rules);
  const reader = createCasusReader(deps, rules, desk);
  const attach = createAttachCasus(deps, reader);
  router.use(
    createReferralRouter(deps, referrals, desk, attach),
    createCasusRouter(deps, rules, reader, desk),
    createGuideRouter(deps),
    createSearchRouter(deps),
    createReportRouter(deps),
    createStatisticsRouter(deps),
    createAnswerRouter(deps),
  );
  if (deps.versturen) router.use(createSendingRouter(deps, deps.versturen, referrals, desk, attach));
  router.use('/verwijzen/:tafel', createGiveBack(deps, desk));
  router.get('/.well-known/security.txt', createSecurityTxt(deps));
  router.use(createShortcutRouter(deps));
  return router;
}
