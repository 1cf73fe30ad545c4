import type { Router } from 'express';
import { redirect } from '../../page.ts';
import type { Area, BeheerDeps } from '../area.ts';
import { LIVE_PATH, toContentPath, toDraftPath } from '../paths.ts';
import { createDraftOpener, getDraft, isComing, listToDo, toStand } from './draft-content.ts';
import { addForms } from './forms.ts';
import { addLists } from './lists.ts';
import { addLive } from './live.ts';
import { addNewTafel } from './new-tafel.ts';

/** The content: as it is live, and as drafts make it. */
export const INHOUD_AREA: Area = {
  pad: '/inhoud',
  rol: 'redacteur',
  naam: 'beheer-inhoud.titel',
  uitleg: 'beheer-inhoud.uitleg',
  addRoutes: addLive,
  elders: { pad: '/concepten/:concept/inhoud', addRoutes },
};

/** The content of a draft: what there is, and a form for each thing. */
function addRoutes(router: Router, deps: BeheerDeps): void {
  const { say, editing, catalog } = deps;
  router.use(createDraftOpener(deps));
  // A draft that is still to begin has nothing in it: what there is, is what is live.
  for (const pattern of ['/', '/:soort'])
    router.get(pattern, ({ params: { soort } }, res, next) => {
      if (!isComing(getDraft(res))) return next();
      redirect(res, soort === undefined ? LIVE_PATH : `${LIVE_PATH}/${soort}`);
    });
  addLists(router, deps, async (req, res) => {
    const draft = getDraft(res);
    const proof = await editing.proofs.ofDraft(draft);
    return {
      files: draft.files,
      base: toContentPath(draft.id),
      concept: {
        van: { tekst: draft.concept.titel, href: toDraftPath(draft.id) },
        stand: toStand(say, catalog, draft, proof),
        nog: listToDo(say, catalog, draft, proof),
        weg: req.query.weg === 'ja',
      },
    };
  });
  addNewTafel(router, deps);
  addForms(router, deps);
}
