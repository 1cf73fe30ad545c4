import type { Request, Response, Router } from 'express';
import { findThingAt } from '../../../domain/editing/form/find-place.ts';
import type { Formulier } from '../../../domain/editing/form/references.ts';
import { toBlank, toInvoer } from '../../../domain/editing/form/to-invoer.ts';
import type { Invoer } from '../../../domain/editing/form/veld.ts';
import { readThing } from '../../../domain/editing/soort.ts';
import type { OpenDraft } from '../../../editing/drafts.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { toMelding } from '../drafts/to-melding.ts';
import { toContentPath } from '../paths.ts';
import type { Catalog } from './catalog.ts';
import { canBeUnfinished, checkKept, toFaults } from './check-thing.ts';
import { getDraft, isComing, toStand } from './draft-content.ts';
import { postThing } from './post-thing.ts';
import { type Target, toFormPage } from './to-form-page.ts';

/** Adds the forms of the things in a draft. */
export function addForms(router: Router, deps: BeheerDeps): void {
  const { say, show, catalog, editing } = deps;

  router.get('/nieuw/:soort', (req, res, next) => {
    const target = findTarget(req, res);
    if (!target) return next();
    show(res, toFormPage(say, target, { invoer: toBlank(target.formulier.veld) }));
  });

  router.get('/:soort/:naam', async (req, res, next) => {
    const { naam } = req.params;
    const target = findTarget(req, res);
    if (!target) return next();
    if (await showThing(res, target, naam, req.query.bewaard === 'ja')) return;
    // The name of a kind stands for all things of it.
    if (naam === req.params.soort) return redirect(res, `${toContentPath(target.draft.id)}/${naam}`);
    next();
  });

  // A route each, since the log names them by their pattern.
  for (const pattern of ['/nieuw/:soort', '/:soort/:naam'])
    router.post(pattern, async (req, res, next) => {
      const target = findTarget(req, res);
      if (!target) return next();
      await postThing(deps, res, target);
    });

  /** The thing that an address names, of a kind that is there; only in a list one adds a thing by itself. */
  function findTarget({ params }: Request, res: Response): Target | null {
    const formulier = catalog.find(String(params.soort));
    const naam = params.naam === undefined ? null : String(params.naam);
    if (!formulier || (naam === null && formulier.soort.staat.in !== 'lijst')) return null;
    return { draft: getDraft(res), formulier, naam };
  }

  /** Shows a thing as the draft has it, with what the check of the content says of it; false when it is not there. */
  async function showThing(res: Response, target: Target, naam: string, bewaard: boolean): Promise<boolean> {
    const { draft, formulier } = target;
    const { soort, veld } = formulier;
    const was = readThing(draft.files, soort, naam);
    if (was === undefined) {
      const invoer = toOtherHalf(catalog, draft, formulier, naam);
      if (invoer !== null) show(res, toFormPage(say, target, { invoer }));
      return invoer !== null;
    }
    // What is live has no faults.
    if (isComing(draft)) {
      show(res, toFormPage(say, target, { was, invoer: toInvoer(veld, was) }));
      return true;
    }
    const proof = await editing.proofs.ofDraft(draft);
    const here = proof.fouten.flatMap((finding) => {
      const thing = findThingAt(catalog.formulieren, draft.files, finding.bestand, finding.plaats);
      const isHere = thing?.soort === soort.soort && thing.naam === naam;
      return isHere ? [[thing.pad, toMelding(say, [draft.files, draft.basis], finding)] as const] : [];
    });
    // What a form says of its fields, says more plainly what to do than what the check says of the file.
    const typed = canBeUnfinished(formulier) ? checkKept(say, draft.files, formulier, naam) : new Map();
    const said = {
      fouten: typed.size > 0 ? typed : toFaults(here),
      stand: toStand(say, catalog, draft, proof),
      bewaard,
    };
    show(res, toFormPage(say, target, { was, invoer: toInvoer(veld, was), ...said }));
    return true;
  }
}

/** The empty form of the second file of a table that has only one; null where there is no such table. */
function toOtherHalf(
  catalog: Catalog,
  { files }: OpenDraft,
  { soort, veld }: Formulier,
  naam: string,
): Invoer | null {
  const other = catalog.find(soort.soort === 'tafels' ? 'regels' : 'tafels');
  if (soort.staat.in !== 'map' || !other || readThing(files, other.soort, naam) === undefined) return null;
  return { ...(toBlank(veld) as object), [soort.soort === 'tafels' ? 'id' : 'tafel']: naam };
}
