import type { Response, Router } from 'express';
import { isOpen } from '../../../domain/editing/draft.ts';
import { getAt } from '../../../domain/json.ts';
import type { OpenDraft } from '../../../editing/drafts.ts';
import { checkVelden } from '../../form.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { toDonePath } from '../form.ts';
import { toDraftPath } from '../paths.ts';
import { createDescribe, findPart, toPartTitle } from './describe-part.ts';
import { type ShowDraft, toTrail } from './show-draft.ts';

const CHOICES = ['concept', 'anders'] as const;
type Choice = (typeof CHOICES)[number];

/** Where one chooses, for all that a draft and a newer version both changed, what stays. */
export function addClashes(router: Router, deps: BeheerDeps, showDraft: ShowDraft): void {
  const { say, show, editing, catalog } = deps;

  router.get('/:id/botsingen', async (req, res, next) => {
    const draft = await editing.drafts.open(req.params.id);
    if (!draft) return next();
    if (!hasClashes(draft)) return redirect(res, toDraftPath(draft.id));
    showPage(res, draft, [], null);
  });

  router.post('/:id/botsingen', async (req, res, next) => {
    const draft = await editing.drafts.open(req.params.id);
    if (!draft) return next();
    const form = req.body as URLSearchParams;
    const names = [...form.keys()].filter((naam) => /^keuze-\d+$/.test(naam));
    checkVelden(form, ['revisie', ...new Set(names)]);
    const geweigerd = { veld: null, melding: say('concepten.weiger-andere') };
    const seen = Number(form.get('revisie'));
    if (seen !== draft.revision || !hasClashes(draft))
      return showDraft(res, draft, { geweigerd, status: 409 });
    const given = (draft.concept.botsingen ?? []).map((_, number) => form.get(`keuze-${number}`));
    const choices = given.filter((choice): choice is Choice => CHOICES.some((known) => known === choice));
    if (choices.length < given.length) return showPage(res, draft, given, say('concepten.kies'));
    const isDone = await editing.updating.choose(draft.id, getBezoeker(res).wie, choices, seen);
    if (isDone) return redirect(res, toDonePath(toDraftPath(draft.id), 'gekozen'));
    await showDraft(res, draft, { geweigerd, status: 409 });
  });

  /** Shows what is to be chosen, with what was chosen so far; `fout`: that some is not. */
  function showPage(
    res: Response,
    draft: OpenDraft,
    chosen: readonly (string | null)[],
    fout: string | null,
  ): void {
    const { id, revision, concept, files, basis } = draft;
    const describe = createDescribe(say, catalog.formulieren, files);
    const botsingen = (concept.botsingen ?? []).map(({ bestand, pad, anders }, number) => {
      const { part, veld } = findPart(files, bestand, pad.join('.'));
      const { plaats, toText } = describe(part, veld);
      const choice = chosen[number] ?? null;
      return {
        id: `keuze-${number}`,
        titel: toPartTitle(say, [files, basis], part),
        plaats,
        concept: toText(getAt(files, [bestand, ...pad])),
        anders: toText(anders),
        isConcept: choice === 'concept',
        isAnders: choice === 'anders',
        fout: choice === null ? fout : null,
      };
    });
    const fouten = botsingen.flatMap(({ id: veld, titel: over, fout: tekst }) =>
      tekst === null ? [] : [{ href: `#${veld}`, tekst: `${over}: ${tekst}` }],
    );
    const model = { href: toDraftPath(id), revisie: revision, botsingen, fouten };
    const titel = say('concepten.botsingen');
    const kruimels = toTrail(say, draft, titel);
    const page = { template: 'beheer-botsingen', titel, fout: fout !== null, kruimels, model };
    show(res, page, fout === null ? 200 : 422);
  }
}

function hasClashes({ concept }: OpenDraft): boolean {
  return isOpen(concept) && (concept.botsingen?.length ?? 0) > 0;
}
