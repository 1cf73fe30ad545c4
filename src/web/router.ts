import { Router } from 'express';
import { BEHEER_ONBEKEND } from '../domain/model/beheer.ts';
import type { Content } from '../domain/model/content.ts';
import { SIGNALEN } from '../domain/model/routing-facts.ts';
import { listDocuments } from '../domain/search/list-documents.ts';
import type { ZoekDocument } from '../domain/search/zoek-document.ts';
import { createSecurityTxt } from './about/security-txt.ts';
import { createAdviceRouter } from './advice/router.ts';
import type { WebDeps } from './deps.ts';
import { listDirectoryPages } from './directory/list-directory-pages.ts';
import { listAboutPages } from './list-about-pages.ts';
import { createQuestionRouter } from './questions/router.ts';
import { createReferralDesk } from './referral/referral-desk.ts';
import { createReferralRouter } from './referral/router.ts';
import { createReportRouter } from './reports/router.ts';
import { createSearchRouter } from './search/router.ts';
import { ZOEK_ADRESSEN } from './search/zoek-adressen.ts';
import { createSendingRouter } from './sending/router.ts';
import { createStatisticsRouter } from './statistics/router.ts';
import { toTafelHref } from './tafel-href.ts';
import { createTreeRouter } from './tree/router.ts';
import { toTreePage } from './tree/to-tree-page.ts';

/** The pages that depend on the answers. */
export function createPagesRouter(deps: WebDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const desk = createReferralDesk(deps);
  router.use(
    createQuestionRouter(deps),
    createAdviceRouter(deps),
    createReferralRouter(deps, desk),
    createTreeRouter(deps),
  );
  router.use(createSearchRouter(deps), createReportRouter(deps), createStatisticsRouter(deps));
  if (deps.versturen) router.use(createSendingRouter(deps, deps.versturen, desk));
  router.get('/.well-known/security.txt', createSecurityTxt(deps));
  // "Toets dit voor mijn casus": the questions, with the signal of this table chosen already.
  for (const { id, soort, regels } of deps.content.tafels) {
    router.get(`${toTafelHref(id, soort)}/toets`, (_req, res) => {
      res.redirect(303, `/vragen?a=${deps.zegel.seal({ [SIGNALEN]: [regels.signaal] })}`);
    });
  }
  // Who follows the id of a provision from the list of tables ends up at its own page.
  for (const { id, soort } of deps.content.tafels) {
    if (soort === 'voorziening')
      router.get(`/overlegtafels/${id}`, (_req, res) => res.redirect(301, `/${id}`));
  }
  return router;
}

/** The pages that are the same for everyone, rendered: address and HTML. */
export function renderStaticPages({
  content,
  beheer,
  render,
  beslisboom,
  versturen,
}: Pick<WebDeps, 'content' | 'beheer' | 'render' | 'beslisboom' | 'versturen'>): {
  pad: string;
  html: string;
}[] {
  const paginas = [
    ...listAboutPages(content, beheer, versturen !== null),
    ...listDirectoryPages(content),
    toTreePage(content, beslisboom),
  ];
  return paginas.map(({ pad, ...pagina }) => ({ pad, html: render(pad, pagina) }));
}

/** What of the site can be found: the content, and the pages that are the same for everyone. */
export function listZoekDocuments(content: Content): ZoekDocument[] {
  const paginas = [...listAboutPages(content, BEHEER_ONBEKEND, false), ...listDirectoryPages(content)];
  return listDocuments(content, ZOEK_ADRESSEN, paginas);
}
