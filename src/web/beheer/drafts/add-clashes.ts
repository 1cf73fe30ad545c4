import type { Response, Router } from 'express';
import { getAt } from '../../../domain/editing/json.ts';
import type { OpenDraft } from '../../../editing/drafts.ts';
import { isOpen } from '../../../editing/drafts.ts';
import { checkVelden } from '../../form.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { createCatalog } from '../content/catalog.ts';
import { BEHEER } from '../paths.ts';
import { findPart, toPartTitle } from './describe-part.ts';
import { createDescribe } from './describe-value.ts';
import { DONE } from './done.ts';
import type { ShowDraft } from './show-draft.ts';

const CHOICES = ['concept', 'anders'] as const;
type Choice = (typeof CHOICES)[number];

/** Where one chooses, for all that a draft and a newer version both changed, what stays. */
export function addClashes(router: Router, { say, show, editing }: BeheerDeps, showDraft: ShowDraft): void {
  const catalog = createCatalog(() => editing.soorten);
  router.get('/:id/botsingen', async (req, res, next) => {
    const draft = await editing.drafts.open(req.params.id);
    if (!draft) return next();
    if (!hasClashes(draft)) return redirect(res, toHref(draft.id));
    showPage(res, draft, [], null);
  });

  router.post('/:id/botsingen', async (req, res, next) => {
    const draft = await editing.drafts.open(req.params.id);
    if (!draft) return next();
    const form = req.body as URLSearchParams;
    const names = [...form.keys()].filter((naam) => /^keuze-\d+$/.test(naam));
    checkVelden(form, ['revisie', ...new Set(names)]);
    const melding = say('concepten.weiger-andere');
    const seen = Number(form.get('revisie'));
    if (seen !== draft.revision || !hasClashes(draft))
      return showDraft(res, draft, { geweigerd: { formulier: null, melding, waarde: '' }, status: 409 });
    const given = (draft.concept.botsingen ?? []).map((_, number) => form.get(`keuze-${number}`));
    const choices = given.filter((choice): choice is Choice => CHOICES.some((known) => known === choice));
    if (choices.length < given.length) return showPage(res, draft, given, say('concepten.kies'));
    const isDone = await editing.updating.choose(draft.id, getBezoeker(res).wie, choices, seen);
    if (isDone) return redirect(res, `${toHref(draft.id)}?gedaan=${DONE.gekozen}`);
    await showDraft(res, draft, { geweigerd: { formulier: null, melding, waarde: '' }, status: 409 });
  });

  function showPage(
    res: Response,
    draft: OpenDraft,
    chosen: readonly (string | null)[],
    fout: string | null,
  ) {
    const { id, revision, concept, files, basis } = draft;
    const describe = createDescribe(say, catalog.formulieren, files);
    const open = (concept.botsingen ?? []).map(({ bestand, pad, anders }, number) => {
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
        fout: fout !== null && choice === null ? fout : null,
      };
    });
    const titel = say('concepten.botsingen');
    show(
      res,
      {
        template: 'beheer-botsingen',
        titel,
        fout: fout !== null,
        kruimels: [
          { tekst: say('concepten.naam'), href: `${BEHEER}/concepten` },
          { tekst: concept.titel, href: toHref(id) },
          { tekst: titel },
        ],
        model: {
          href: toHref(id),
          revisie: revision,
          botsingen: open,
          fouten: open.flatMap(({ id: veld, titel: over, fout: tekst }) =>
            tekst === null ? [] : [{ href: `#${veld}`, tekst: `${over}: ${tekst}` }],
          ),
        },
      },
      fout === null ? 200 : 422,
    );
  }
}

function hasClashes({ concept }: OpenDraft): boolean {
  return isOpen(concept) && (concept.botsingen?.length ?? 0) > 0;
}

function toHref(id: string): string {
  return `${BEHEER}/concepten/${id}`;
}
