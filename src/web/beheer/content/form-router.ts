import type { RequestHandler, Router } from 'express';
import { toBlank } from '../../../domain/editing/form/to-invoer.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { type ContentDesk, findFormulier } from './content-desk.ts';
import { toContentPath } from './paths.ts';
import { postThing } from './post-thing.ts';
import { showThing } from './show-thing.ts';
import { toFormPage } from './to-form-page.ts';

/** Adds the forms of the things in a draft. */
export function addForms(router: Router, deps: BeheerDeps, desk: ContentDesk): void {
  const { say, show } = deps;

  router.get('/nieuw/:soort', async (req, res, next) => {
    const draft = await desk.openDraft(req, res);
    if (draft === 'answered') return;
    const formulier = findFormulier(desk, req);
    if (!draft || formulier?.soort.staat.in !== 'lijst') return next();
    const invoer = toBlank(formulier.veld);
    show(res, toFormPage({ say, draft, formulier, naam: null, was: undefined, invoer, fouten: new Map() }));
  });

  router.get('/:soort/:naam', async (req, res, next) => {
    const draft = await desk.openDraft(req, res);
    if (draft === 'answered') return;
    const formulier = findFormulier(desk, req);
    if (!draft || !formulier) return next();
    const naam = String(req.params.naam);
    const bewaard = req.query.bewaard === 'ja';
    if (await showThing(deps, desk, res, { draft, formulier, naam, bewaard })) return;
    // The name of a kind stands for all things of it.
    if (naam === formulier.soort.soort) return redirect(res, `${toContentPath(draft.id)}/${naam}`);
    next();
  });

  const post: RequestHandler = async (req, res, next) => {
    const draft = await desk.openDraft(req, res);
    if (draft === 'answered') return;
    const formulier = findFormulier(desk, req);
    const naam = req.params.naam === undefined ? null : String(req.params.naam);
    if (!draft || !formulier || (naam === null && formulier.soort.staat.in !== 'lijst')) return next();
    await postThing(deps, desk, res, { draft, formulier, naam });
  };
  router.post('/nieuw/:soort', post);
  router.post('/:soort/:naam', post);
}
