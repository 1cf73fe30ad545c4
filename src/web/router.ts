import { Router } from 'express';
import { createCasusRules } from '../domain/casus/casus-rules.ts';
import { ROL, SIGNALEN } from '../domain/model/routing-facts.ts';
import { toWhatIf } from '../domain/proof/what-if.ts';
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
import { toStartpuntHref } from './roles/to-startpunt-page.ts';
import { createSearchRouter } from './search/router.ts';
import { createSendingRouter } from './sending/router.ts';
import { createStatisticsRouter } from './statistics/router.ts';
import { createAnswerRouter } from './table-answers/router.ts';
import { toTafelHref } from './tafel-presentation.ts';
import { CASE_PATH } from './tree/to-what-if.ts';

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
    createTreeRouter(deps),
    createGuideRouter(deps),
    createSearchRouter(deps),
    createReportRouter(deps),
    createStatisticsRouter(deps),
    createAnswerRouter(deps),
  );
  if (deps.versturen) router.use(createSendingRouter(deps, deps.versturen, referrals, desk, attach));
  router.use('/verwijzen/:tafel', createGiveBack(deps, desk));
  router.get('/.well-known/security.txt', createSecurityTxt(deps));
  // "Toets dit voor mijn casus": the questions, with the signal of this table chosen already, and asked about whatever the local step is.
  for (const { id, soort, regels } of deps.content.tafels) {
    router.get(`${toTafelHref(id, soort)}/toets`, (_req, res) => {
      res.redirect(303, `/vragen?a=${deps.zegel.seal({ [SIGNALEN]: [regels.signaal] })}&vragen=alles`);
    });
  }
  // "Start de vragen" on the page of a role: with that role chosen already, sealed like every answer.
  for (const { id } of deps.content.startpunten) {
    router.get(`${toStartpuntHref(id)}/vragen`, (_req, res) => {
      res.redirect(303, `/vragen?a=${deps.zegel.seal({ [ROL]: id })}`);
    });
  }
  // Who follows the id of a provision from the list of tables ends up at its own page.
  for (const { id, soort } of deps.content.tafels) {
    if (soort === 'voorziening')
      router.get(`/overlegtafels/${id}`, (_req, res) => res.redirect(301, `/${id}`));
  }
  return router;
}

/** The examples beside the tree and the cases that it shows: each leads to its advice, with a stand that is sealed when it is asked for. */
function createTreeRouter({ content, zegel }: Pick<Services, 'content' | 'zegel'>): Router {
  const router = Router({ strict: true, caseSensitive: true });
  for (const { id, antwoorden } of content.voorbeelden) {
    router.get(`/beslisboom/voorbeeld/${id}`, (_req, res) => {
      res.redirect(303, `/advies?a=${zegel.seal(antwoorden)}&voorbeeld=${id}`);
    });
  }
  router.get(`${CASE_PATH}:id`, (req, res, next) => {
    const antwoorden = toWhatIf(content).gevallen.get(req.params.id);
    if (!antwoorden) return next();
    res.redirect(303, `/advies?a=${zegel.seal(antwoorden)}`);
  });
  return router;
}
