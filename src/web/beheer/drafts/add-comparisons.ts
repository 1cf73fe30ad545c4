import type { Response, Router } from 'express';
import { isOpen } from '../../../domain/editing/draft.ts';
import type { Antwoorden } from '../../../domain/model/antwoorden.ts';
import type { Content } from '../../../domain/model/content.ts';
import type { OpenDraft } from '../../../editing/drafts.ts';
import { redirect } from '../../page.ts';
import { toNewStand } from '../../stand-param.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { readVelden, toDonePath } from '../form.ts';
import { checkName, KEPT_CASES_PATH, keepCase } from '../kept-cases.ts';
import { toContentPath, toDraftPath, toThingPath } from '../paths.ts';
import { adviseWith, keepKnown } from './advise-with.ts';
import { countOther, diffLines, toPageLines } from './diff-lines.ts';
import { toTrail } from './show-draft.ts';
import { toOutcomeText } from './to-proof-model.ts';

/** A case to look at: an effect of the draft by its number, a kept case, or an invented one. */
interface Example {
  readonly over: string;
  readonly antwoorden: Antwoorden;
  readonly effect: number | null;
  /** Where an invented case is changed in the draft. */
  readonly wijzigHref?: string | null;
}

/** What visitors see before and after a draft: an advice, or the pages that are the same for everyone. */
export function addComparisons(router: Router, deps: BeheerDeps): void {
  const { say, show, editing, preview, records, zegel } = deps;

  // The answers are never in the address: an effect has a number in the proof of this revision, another case its id.
  router.get('/:id/voorbeeld', async (req, res, next) => {
    const draft = await editing.drafts.open(req.params.id);
    if (draft && isOfBefore(draft, req.query)) return showChanged(res, draft, null);
    const found = draft && (await findExample(draft, req.query));
    if (!draft || !found || !(await showExample(res, draft, found, { naam: '', fout: null }))) next();
  });

  router.post('/:id/voorbeeld', async (req, res, next) => {
    const form = readVelden(req, 'effect', 'revisie', 'naam');
    const draft = await editing.drafts.open(req.params.id);
    if (draft && isOfBefore(draft, Object.fromEntries(form)))
      return showChanged(res, draft, form.get('naam'));
    const found = draft && (await findExample(draft, Object.fromEntries(form)));
    if (!draft || !found) return next();
    const { naam, fout } = checkName(say, form);
    const answers = keepKnown(deps.model, found.antwoorden);
    const isKept = fout === null && (await keepCase(deps, getBezoeker(res).wie, naam, answers));
    if (isKept) return redirect(res, toDonePath(KEPT_CASES_PATH, 'bewaard'));
    await showExample(res, draft, found, { naam, fout: fout ?? say('concepten.vol') });
  });

  router.get('/:id/paginas', async (req, res, next) => {
    const draft = await editing.drafts.open(req.params.id);
    if (!draft) return next();
    const { before, after } = editing.contents.ofDraft(draft);
    const pages = before && after ? await listOther(before, after) : null;
    showBoth(res, draft, 'beheer-paginas', say('concepten.paginas'), {
      kan: pages !== null,
      paginas: (pages ?? []).map((page) => ({
        ...page,
        isEen: page.aantal === 1,
        href: `${toDraftPath(draft.id)}/pagina?pad=${encodeURIComponent(page.pad)}`,
      })),
    });
  });

  router.get('/:id/pagina', async (req, res, next) => {
    const draft = await editing.drafts.open(req.params.id);
    const both = draft && editing.contents.ofDraft(draft);
    const { pad } = req.query;
    if (!draft || !both?.before || !both.after || typeof pad !== 'string') return next();
    const old = (await preview(both.before, pad)).get(pad);
    const fresh = (await preview(both.after, pad)).get(pad);
    if (old === undefined && fresh === undefined) return next();
    showBoth(res, draft, 'beheer-pagina', `${say('concepten.paginas')}: ${pad}`, {
      // The layout has a `pad` of its own.
      pagina: pad,
      isNieuw: old === undefined,
      isWeg: fresh === undefined,
      regels: diffLines(toLines(old), toLines(fresh)),
      terugHref: `${toDraftPath(draft.id)}/paginas`,
    });
  });

  /** Says that an effect was one of the draft as it was before, with what was typed beside it. */
  function showChanged(res: Response, draft: OpenDraft, getypt: string | null): void {
    const concept = { titel: draft.concept.titel, href: toDraftPath(draft.id) };
    const titel = say('concepten.intussen-gewijzigd');
    const kruimels = toTrail(say, draft, titel);
    show(res, { template: 'beheer-niet-gevonden', titel, kruimels, model: { concept, getypt } }, 404);
  }

  /** Shows an example before and after; false when one of the two contents makes no site. */
  async function showExample(
    res: Response,
    draft: OpenDraft,
    { over, antwoorden, effect, wijzigHref = null }: Example,
    { naam, fout }: { readonly naam: string; readonly fout: string | null },
  ): Promise<boolean> {
    const both = editing.contents.ofDraft(draft);
    if (!both.before || !both.after) return false;
    const before = await adviseWith(deps, both.before, antwoorden);
    const after = await adviseWith(deps, both.after, antwoorden);
    const was = toOutcomeText(both.before, before);
    const wordt = toOutcomeText(both.after, after);
    const model = {
      over,
      was,
      wordt,
      isGelijk: was === wordt,
      regels: diffLines(toPageLines(before.html), toPageLines(after.html)),
      openHref: `${toNewStand(zegel, keepKnown(deps.model, antwoorden)).link('/advies')}&tot=nu`,
      href: toDraftPath(draft.id),
      effect,
      isEffect: effect !== null,
      wijzigHref,
      revisie: draft.revision,
      veld: { waarde: naam, fout },
      samenvatting: fout === null ? null : [{ href: '#naam', tekst: fout }],
      isFout: fout !== null,
    };
    showBoth(res, draft, 'beheer-voorbeeld', say('concepten.voorbeeld'), model, fout === null ? 200 : 422);
    return true;
  }

  async function listOther(before: Content, after: Content) {
    const [old, fresh] = [await preview(before), await preview(after)];
    return [...new Set([...old.keys(), ...fresh.keys()])]
      .filter((pad) => old.get(pad) !== fresh.get(pad))
      .map((pad) => ({
        pad,
        naam: toHeading(fresh.get(pad) ?? old.get(pad)),
        aantal: countOther(toLines(old.get(pad)), toLines(fresh.get(pad))),
      }))
      .filter(({ aantal }) => aantal > 0);
  }

  /** The answers that an address names; null when it names none of this draft as it is now. */
  async function findExample(
    draft: OpenDraft,
    { effect, revisie, casus, verzonnen }: Readonly<Record<string, unknown>>,
  ): Promise<Example | null> {
    if (typeof casus === 'string') {
      const kept = await records.read('vasteCasus', casus);
      return kept && { over: kept.value.naam, antwoorden: kept.value.antwoorden as Antwoorden, effect: null };
    }
    if (typeof verzonnen === 'string') {
      const invented = editing.contents.ofDraft(draft).after?.voorbeelden.find(({ id }) => id === verzonnen);
      if (!invented) return null;
      const wijzigHref = isOpen(draft.concept)
        ? toThingPath(toContentPath(draft.id), 'voorbeelden', invented.id)
        : null;
      return { over: invented.naam, antwoorden: invented.antwoorden, effect: null, wijzigHref };
    }
    if (typeof effect !== 'string' || !/^\d{1,4}$/.test(effect) || revisie !== String(draft.revision))
      return null;
    const proof = await editing.proofs.ofDraft(draft);
    const found = proof.advies?.effecten[Number(effect)];
    return found?.voorbeeld
      ? { over: found.tekst, antwoorden: found.voorbeeld, effect: Number(effect) }
      : null;
  }

  function showBoth(
    res: Response,
    draft: OpenDraft,
    template: string,
    titel: string,
    model: object,
    status = 200,
  ): void {
    show(res, { template, titel, kruimels: toTrail(say, draft, titel), fout: status !== 200, model }, status);
  }
}

/** What a page is headed; null when it has no heading. */
function toHeading(html = ''): string | null {
  const [, heading] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html) ?? [];
  return heading === undefined ? null : toPageLines(`<main>${heading}</main>`).join(' ') || null;
}

function toLines(html: string | undefined): string[] {
  return html === undefined ? [] : toPageLines(html);
}

/** Whether an address names an effect of another revision of a draft. */
function isOfBefore(
  { revision }: OpenDraft,
  { effect, revisie }: Readonly<Record<string, unknown>>,
): boolean {
  return typeof effect === 'string' && typeof revisie === 'string' && revisie !== String(revision);
}
