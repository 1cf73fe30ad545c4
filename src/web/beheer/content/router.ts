import { type RequestHandler, Router } from 'express';
import type { Area, BeheerDeps } from '../area.ts';
import { createContentDesk } from './content-desk.ts';
import { createFormRouter } from './form-router.ts';
import { createLiveRouter } from './live-router.ts';
import { INHOUD, toContentPath, toDraftPath } from './paths.ts';
import { toKindPage, toOverviewPage } from './to-list-page.ts';

/** The content: as it is live, and as drafts make it. */
export const INHOUD_AREA: Area = {
  pad: INHOUD,
  rol: 'redacteur',
  naam: 'beheer-inhoud.titel',
  uitleg: 'beheer-inhoud.uitleg',
  create: createLiveRouter,
  elders: { pad: '/concepten/:concept/inhoud', create: createContentRouter },
};

/** The content of a draft: what there is, and a form for each thing. */
function createContentRouter(deps: BeheerDeps): Router {
  const { say, show } = deps;
  const router = Router({ strict: true, caseSensitive: true, mergeParams: true });
  const desk = createContentDesk(deps);

  const list: RequestHandler = async (req, res, next) => {
    const draft = await desk.openDraft(req, res);
    if (draft === 'answered') return;
    if (!draft) return next();
    const options = {
      ...{ say, catalog: desk.catalog, files: draft.files, base: toContentPath(draft.id) },
      zoek: toSearch(req.query.zoek),
      isConcept: true,
      van: { tekst: draft.concept.titel, href: toDraftPath(draft.id) },
      stand: desk.toStand(await desk.prove(draft)),
      weg: req.query.weg === 'ja',
    };
    if (req.params.soort === undefined) return show(res, toOverviewPage(options));
    const formulier = desk.catalog.find(String(req.params.soort));
    if (!formulier) return next();
    show(res, toKindPage(options, formulier.soort));
  };

  router.get('/', list);
  router.get('/:soort', list);
  router.use(createFormRouter(deps, desk));
  return router;
}

/** What is looked for, as short as a name is. */
export function toSearch(zoek: unknown): string {
  return typeof zoek === 'string' ? zoek.trim().slice(0, 100) : '';
}
