import { Router } from 'express';
import { BEHEER_ONBEKEND } from '../domain/model/beheer.ts';
import type { Content } from '../domain/model/content.ts';
import { ROL, SIGNALEN } from '../domain/model/routing-facts.ts';
import { listDocuments } from '../domain/search/list-documents.ts';
import type { ZoekDocument } from '../domain/search/zoek-document.ts';
import { createReferralService } from '../referral/referral-service.ts';
import { createSecurityTxt } from './about/security-txt.ts';
import { addAdvice } from './advice/router.ts';
import { API_PAGINA, toApiPage } from './api-page/to-api-page.ts';
import type { WebDeps } from './deps.ts';
import { createKeuzeRouter } from './directory/keuze-router.ts';
import { listDirectoryPages } from './directory/list-directory-pages.ts';
import { createGuideRouter } from './guide/router.ts';
import { GIDS, toGidsPage } from './guide/to-gids-page.ts';
import { listAboutPages } from './list-about-pages.ts';
import { addQuestions } from './questions/router.ts';
import { createReferralDesk } from './referral/referral-desk.ts';
import { createReferralRouter } from './referral/router.ts';
import { createReportRouter } from './reports/router.ts';
import { listJsonLd } from './reuse/list-json-ld.ts';
import { listVcards } from './reuse/list-vcards.ts';
import { toRobots } from './reuse/to-robots.ts';
import { toSitemap } from './reuse/to-sitemap.ts';
import { listStartpuntPages } from './roles/list-startpunt-pages.ts';
import { toStartpuntHref } from './roles/startpunt-href.ts';
import { createSearchRouter } from './search/router.ts';
import { ZOEK_ADRESSEN } from './search/zoek-adressen.ts';
import { createSendingRouter } from './sending/router.ts';
import type { StaticFile } from './static-file.ts';
import { createStatisticsRouter } from './statistics/router.ts';
import { toTafelHref } from './tafel-href.ts';
import type { GetekendeBoom } from './tree/draw-tree.ts';
import { listTreeFiles } from './tree/list-tree-files.ts';
import { createTreeRouter } from './tree/router.ts';
import { BOOM_PAGINA, toTreePage } from './tree/to-tree-page.ts';

/** The way of a case: its questions, and the advice that they lead to. */
export function createCaseRouter(deps: WebDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  addQuestions(router, deps);
  addAdvice(router, deps);
  return router;
}

/** The other pages that are made for one request. */
export function createPagesRouter(deps: WebDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const referrals = createReferralService(deps);
  const desk = createReferralDesk(deps, referrals);
  router.use(
    createReferralRouter(referrals, desk),
    createTreeRouter(deps),
    createKeuzeRouter(deps),
    createGuideRouter(deps),
    createSearchRouter(deps),
    createReportRouter(deps),
    createStatisticsRouter(deps),
  );
  if (deps.versturen) router.use(createSendingRouter(deps, deps.versturen, referrals, desk));
  router.get('/.well-known/security.txt', createSecurityTxt(deps));
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

/** What the pages that are the same for everyone need. */
export interface StaticDeps
  extends Pick<WebDeps, 'content' | 'beheer' | 'render' | 'baseUrl' | 'views' | 'writeVcard' | 'now'> {
  /** The tree with its picture, drawn when it is first asked for. */
  readonly beslisboom: () => Promise<GetekendeBoom>;
  /** The description of the API (OpenAPI 3.1), made when it is first asked for. */
  readonly openApi: () => Promise<object>;
  /** The day for which pages say how old something is; see `findPeildatum`. */
  readonly peildatum: Date;
  /** Whether the server sends mail for users. */
  readonly kanVersturen: boolean;
}

/** All that is the same for everyone, to be published: the pages, and what other programs can use. */
export function listStaticFiles(deps: StaticDeps): StaticFile[] {
  const { content, beheer, render, baseUrl, peildatum } = deps;
  const now = deps.now();
  const gids = toGidsPage(content, baseUrl, now);
  const paginas = [
    ...listAboutPages(content, beheer, deps.kanVersturen, peildatum),
    ...listDirectoryPages(content, peildatum),
    ...listStartpuntPages(content),
    gids,
  ];
  const jsonLd = listJsonLd(content, baseUrl);
  const publiceer = (pad: string, maak: StaticFile['maak']): StaticFile => ({
    pad,
    maak,
    type: 'text/html; charset=utf-8',
    headers: {},
  });
  return [
    ...paginas.map((pagina) => ({
      ...publiceer(pagina.pad, () =>
        render(pagina.pad, { ...pagina, jsonLd: jsonLd.get(pagina.pad) ?? null }),
      ),
      ...(pagina === gids ? { vandaag: now.toISOString().slice(0, 10) } : {}),
    })),
    publiceer(BOOM_PAGINA.pad, async () =>
      render(BOOM_PAGINA.pad, toTreePage(content, await deps.beslisboom())),
    ),
    publiceer(API_PAGINA.pad, async () => render(API_PAGINA.pad, toApiPage(await deps.openApi()))),
    ...listTreeFiles(deps.beslisboom),
    ...listVcards({ ...deps, now: () => peildatum }),
    toSitemap(
      content,
      baseUrl,
      [...paginas, BOOM_PAGINA, API_PAGINA].map(({ pad }) => pad),
    ),
    toRobots(baseUrl),
  ];
}

/** What of the site can be found: the content, and the pages that are the same for everyone. */
export function listZoekDocuments(content: Content, now: Date): ZoekDocument[] {
  return listDocuments(content, ZOEK_ADRESSEN, [
    ...listAboutPages(content, BEHEER_ONBEKEND, false, now),
    ...listDirectoryPages(content, now),
    ...listStartpuntPages(content),
    GIDS,
    API_PAGINA,
  ]);
}
