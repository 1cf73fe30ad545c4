import type { Router } from 'express';
import type { Area, BeheerDeps } from '../area.ts';
import { toContentPath, toDraftPath } from '../paths.ts';
import { createDraftOpener, getDraft, listToDo, toStand } from './draft-content.ts';
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
  addLists(router, deps, async (req, res) => {
    const draft = getDraft(res);
    const proof = await editing.proofs.ofDraft(draft);
    return {
      files: draft.files,
      base: toContentPath(draft.id),
      concept: {
        van: { tekst: draft.concept.titel, href: toDraftPath(draft.id) },
        stand: toStand(say, proof),
        nog: listToDo(say, catalog, draft, proof),
        weg: req.query.weg === 'ja',
      },
    };
  });
  addNewTafel(router, deps);
  addForms(router, deps);
}
