import { type ErrorRequestHandler, type Request, type RequestHandler, Router } from 'express';
import { StorageFailure } from '../../domain/storage-failure.ts';
import { isLarge, onlyIf } from '../../http/rate-limit.ts';
import type { Services } from '../../services.ts';
import { createErrorHandler } from '../error-handler.ts';
import { redirect, sendPage } from '../page.ts';
import type { Area, BeheerDeps } from './area.ts';
import { findBezoeker, getBezoeker } from './bezoeker.ts';
import { createSessionCookie } from './browser.ts';
import { ADRESBOEK } from './checking/address-book.ts';
import { TE_CONTROLEREN } from './checking/due.ts';
import { createCatalog } from './content/catalog.ts';
import { INHOUD_AREA } from './content/router.ts';
import { CONCEPTEN } from './drafts/router.ts';
import { readVelden } from './form.ts';
import { createGuard, NotAllowed, requireRol } from './guard.ts';
import { VASTE_CASUSSEN } from './kept-cases.ts';
import { LOGBOEK } from './log.ts';
import { createLoginRouter } from './login/router.ts';
import { BEHEER, LOGIN_PATH } from './paths.ts';
import { MENSEN } from './people.ts';
import { MELDINGEN } from './reports.ts';
import { SESSIES } from './sessions.ts';
import { createShow, listAreas } from './show.ts';
import { TAFELANTWOORDEN } from './table-answers.ts';
import { VERSIES } from './versions.ts';

/** All parts of `/beheer`, as its menu shows them. */
export const AREAS: readonly Area[] = [
  CONCEPTEN,
  INHOUD_AREA,
  ADRESBOEK,
  TE_CONTROLEREN,
  MELDINGEN,
  TAFELANTWOORDEN,
  VASTE_CASUSSEN,
  VERSIES,
  MENSEN,
  SESSIES,
  LOGBOEK,
];

/**
 * All of `/beheer`: what is open to anyone comes first, then the guard, then the areas, each for its role. Nothing passes on to
 * the site.
 */
export function createBeheerRouter(services: Services, areas: readonly Area[] = AREAS): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const { say, editing } = services;
  // What is the same on every page, such as the link to a report, must not name the link of this one.
  const render: Services['render'] = (_path, page) => services.render(BEHEER, page);
  router.use((_req, res, next) => {
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    next();
  });
  const deps: BeheerDeps = {
    ...services,
    render,
    cookie: createSessionCookie(services.baseUrl),
    show: createShow({ say, render }, areas),
    catalog: createCatalog(() => editing.soorten),
  };
  const isPost = ({ method }: Request) => method === 'POST';
  const { groot, posts } = services.rateLimits;
  router.use(createLoginRouter(deps));
  // Before the guard, since also who is not logged in gets back what they sent; logging in has limits of its own.
  router.use(
    onlyIf((req) => isPost(req) && isLarge(req), groot),
    onlyIf(isPost, posts),
  );
  router.use(createGuard(deps));
  addHome(router, deps, areas);
  for (const { rol, elders, ...area } of areas)
    for (const { pad, addRoutes } of [area, ...(elders ? [elders] : [])]) {
      const own = Router({ strict: true, caseSensitive: true, mergeParams: true });
      addRoutes(own, deps);
      router.use(pad, requireRol(rol), own);
    }
  router.use(createNotFoundPage(deps), createFaultPages(deps), createErrorHandler(render, say));
  return router;
}

/** The first page of `/beheer`, with what waits in each part, and the button to log out. */
function addHome(router: Router, deps: BeheerDeps, areas: readonly Area[]): void {
  const { say, show, login, cookie } = deps;

  router.get('/', async (_req, res) => {
    const { wie } = getBezoeker(res);
    const gebieden = await Promise.all(
      listAreas(areas, wie.rol).map(async ({ pad, naam, uitleg, wacht }) => ({
        href: `${BEHEER}${pad}`,
        naam: say(naam),
        uitleg: say(uitleg),
        wacht: (await wacht?.(deps, wie)) ?? null,
      })),
    );
    show(res, { template: 'beheer-start', titel: say('beheer.titel'), model: { gebieden } });
  });

  router.post('/uitloggen', async (req, res) => {
    readVelden(req);
    const { wie, sessie } = getBezoeker(res);
    await login.sessions.end(sessie, login.toLogEntry(wie.id, 'uitgelogd', wie.email));
    cookie.clear(res);
    redirect(res, `${LOGIN_PATH}?uit=ja`);
  });
}

/** The page for an address of `/beheer` that is not there: whoever comes so far is logged in, and keeps the menu. */
function createNotFoundPage({ say, show }: BeheerDeps): RequestHandler {
  return ({ method }, res) => {
    const titel = say('fout.niet-gevonden');
    const model = { gepost: method === 'POST' };
    show(res, { template: 'beheer-niet-gevonden', titel, model }, 404);
  };
}

/** The pages for what goes wrong in `/beheer` alone: no storage, or a role that does not suffice. Other faults go on. */
function createFaultPages({ say, render, show }: BeheerDeps): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error);
    if (error instanceof StorageFailure) {
      req.logError(error, 'het beheer kan niet bij de opslag');
      res.set('Retry-After', '30');
      const model = { gepost: req.method === 'POST' };
      const page = { template: 'beheer-geen-opslag', titel: say('beheer.geen-opslag'), model };
      return sendPage(res, render, page, 503);
    }
    const bezoeker = findBezoeker(res);
    if (!(error instanceof NotAllowed && bezoeker)) return next(error);
    const model = { eigen: say(`beheer.rol-${bezoeker.wie.rol}`), nodig: say(`beheer.rol-${error.nodig}`) };
    show(res, { template: 'beheer-mag-niet', titel: say('beheer.mag-niet'), model }, 403);
  };
}
