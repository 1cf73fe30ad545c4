import { type RequestHandler, Router } from 'express';
import type { Area, BeheerDeps } from '../area.ts';
import { addNewTafel } from './add-new-tafel.ts';
import { createContentDesk } from './content-desk.ts';
import { addForms } from './form-router.ts';
import { listToDo } from './list-to-do.ts';
import { createLiveRouter } from './live-router.ts';
import { INHOUD, toContentPath, toDraftPath } from './paths.ts';
import { toKindPage, toOverviewPage, toSearch } from './to-list-page.ts';

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
    const proof = await desk.prove(draft);
    const options = {
      ...{ say, catalog: desk.catalog, files: draft.files, base: toContentPath(draft.id) },
      zoek: toSearch(req.query.zoek),
      isConcept: true,
      van: { tekst: draft.concept.titel, href: toDraftPath(draft.id) },
      stand: desk.toStand(proof),
      nog: listToDo(desk, draft, proof),
      weg: req.query.weg === 'ja',
    };
    if (req.params.soort === undefined) return show(res, toOverviewPage(options));
    const formulier = desk.catalog.find(String(req.params.soort));
    if (!formulier) return next();
    show(res, toKindPage(options, formulier.soort));
  };

  router.get('/', list);
  router.get('/:soort', list);
  addNewTafel(router, deps, desk);
  addForms(router, deps, desk);
  return router;
}
