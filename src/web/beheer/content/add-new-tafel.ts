import type { Router } from 'express';
import { doAct, parseAct } from '../../../domain/editing/form/act.ts';
import { toBlank } from '../../../domain/editing/form/to-invoer.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { checkThing, type Faults, toFaults } from './check-thing.ts';
import type { ContentDesk } from './content-desk.ts';
import { addTafel, createNewTafelForm, hasTafel, type NewTafel } from './new-tafel.ts';
import { toContentPath } from './paths.ts';
import { readPosted } from './read-posted.ts';
import { type FormOptions, toFormPage } from './to-form-page.ts';

const PAD = '/nieuw/nieuwe-tafel';

/** Adds the form of a new table. What its files need besides, the page of the content then lists. */
export function addNewTafel(router: Router, { say, show, editing }: BeheerDeps, desk: ContentDesk): void {
  router.get(PAD, async (req, res, next) => {
    const draft = await desk.openDraft(req, res);
    if (draft === 'answered') return;
    if (!draft) return next();
    const formulier = createNewTafelForm(desk.catalog);
    const empty = { naam: null, was: undefined, invoer: toBlank(formulier.veld), fouten: new Map() };
    show(res, toFormPage({ say, draft, formulier, ...empty }));
  });

  router.post(PAD, async (req, res, next) => {
    const draft = await desk.openDraft(req, res);
    if (draft === 'answered') return;
    if (!draft) return next();
    const formulier = createNewTafelForm(desk.catalog);
    const posted = readPosted(formulier, req.body as URLSearchParams, draft.files);
    const again = (more: Partial<FormOptions>, status = 200) => {
      const kept = { say, draft, formulier, naam: null, was: undefined, invoer: posted.invoer };
      show(res, toFormPage({ ...kept, isGetypt: true, fouten: new Map(), ...more }), status);
    };
    const act = parseAct(posted.doe);
    if (act) return again({ invoer: doAct(formulier.veld, posted.invoer, act) });
    const made = posted.value as NewTafel;
    let fouten: Faults = checkThing(say, draft.files, formulier, null, posted);
    if (fouten.size === 0 && hasTafel(desk.catalog, draft.files, made.tafels.id))
      fouten = toFaults([['tafels.id', say('beheer-fout.bestaat-al')]]);
    if (fouten.size > 0) return again({ fouten }, 422);
    await editing.drafts.changeFiles(draft.id, getBezoeker(res).wie, `tafels, ${made.tafels.id}`, (files) =>
      // Somebody may have made one of that name at the same moment: theirs stays.
      hasTafel(desk.catalog, files, made.tafels.id) ? files : addTafel(desk.catalog, files, made),
    );
    redirect(res, toContentPath(draft.id));
  });
}
