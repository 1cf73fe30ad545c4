import { Router } from 'express';
import type { Content } from '../domain/model/content.ts';
import { ROL, SIGNALEN } from '../domain/model/routing-facts.ts';
import { listDocuments } from '../domain/search/list-documents.ts';
import type { ZoekDocument } from '../domain/search/zoek-document.ts';
import { createAdviceRouter } from './advice/router.ts';
import type { WebDeps } from './deps.ts';
import { createKeuzeRouter } from './directory/keuze-router.ts';
import { listDirectoryPages } from './directory/list-directory-pages.ts';
import { createGuideRouter } from './guide/router.ts';
import { GIDS, toGidsPage } from './guide/to-gids-page.ts';
import { listAboutPages } from './list-about-pages.ts';
import { createQuestionRouter } from './questions/router.ts';
import { createReferralRouter } from './referral/router.ts';
import { createReportRouter } from './reports/router.ts';
import { listStartpuntPages } from './roles/list-startpunt-pages.ts';
import { toStartpuntHref } from './roles/startpunt-href.ts';
import { createSearchRouter } from './search/router.ts';
import { ZOEK_ADRESSEN } from './search/zoek-adressen.ts';
import { createStatisticsRouter } from './statistics/router.ts';
import { toTafelHref } from './tafel-href.ts';
import { createTreeRouter } from './tree/router.ts';
import { toTreePage } from './tree/to-tree-page.ts';

/** In milliseconds. */
const HALF_JAAR = 182 * 24 * 60 * 60 * 1000;

/** The pages that depend on the answers. */
export function createPagesRouter(deps: WebDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.use(
    createQuestionRouter(deps),
    createAdviceRouter(deps),
    createReferralRouter(deps),
    createTreeRouter(deps),
  );
  router.use(
    createKeuzeRouter(deps),
    createGuideRouter(deps),
    createSearchRouter(deps),
    createReportRouter(deps),
    createStatisticsRouter(deps),
  );
  // RFC 9116: where to report a weakness; valid for half a year from today.
  router.get('/.well-known/security.txt', (_req, res) => {
    const verloopt = new Date(deps.now().getTime() + HALF_JAAR).toISOString();
    const regels = [
      `Contact: ${deps.baseUrl}/klopt-niet`,
      `Expires: ${verloopt}`,
      `Canonical: ${deps.baseUrl}/.well-known/security.txt`,
      'Preferred-Languages: nl, en',
    ];
    res.type('text/plain; charset=utf-8').send(`${regels.join('\n')}\n`);
  });
  // "Toets dit voor mijn casus": the questions, with the signal of this table chosen already.
  for (const { id, soort, regels } of deps.content.tafels) {
    router.get(`${toTafelHref(id, soort)}/toets`, (_req, res) => {
      res.redirect(303, `/vragen?a=${deps.zegel.seal({ [SIGNALEN]: [regels.signaal] })}`);
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

/** The pages that are the same for everyone, rendered: address and HTML. */
export function renderStaticPages({
  content,
  render,
  beslisboom,
  baseUrl,
  now,
}: Pick<WebDeps, 'content' | 'render' | 'beslisboom' | 'baseUrl' | 'now'>): { pad: string; html: string }[] {
  const paginas = [
    ...listAboutPages(content, now()),
    ...listDirectoryPages(content, now()),
    ...listStartpuntPages(content),
    toTreePage(content, beslisboom),
    toGidsPage(content, baseUrl, now()),
  ];
  return paginas.map(({ pad, ...pagina }) => ({ pad, html: render(pad, pagina) }));
}

/** What of the site can be found: the content, and the pages that are the same for everyone. */
export function listZoekDocuments(content: Content, now: Date): ZoekDocument[] {
  return listDocuments(content, ZOEK_ADRESSEN, [
    ...listAboutPages(content, now),
    ...listDirectoryPages(content, now),
    ...listStartpuntPages(content),
    GIDS,
  ]);
}
