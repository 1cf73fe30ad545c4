import type { RequestHandler, Response } from 'express';
import { findThingAt } from '../../../domain/editing/form/find-place.ts';
import type { Proof } from '../../../domain/editing/proof.ts';
import { readThing } from '../../../domain/editing/soort.ts';
import type { Say } from '../../../domain/texts.ts';
import { isOpen, type OpenDraft } from '../../../editing/drafts.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { toPartTitle } from '../drafts/describe-part.ts';
import { toMelding } from '../drafts/to-melding.ts';
import { toContentPath, toDraftPath, toThingPath } from '../paths.ts';
import { type Catalog, toTitle } from './catalog.ts';

/** Opens the draft of the address for the pages of its content; one that is closed is read on its own page. */
export function createDraftOpener({ editing }: BeheerDeps): RequestHandler {
  return async (req, res, next) => {
    const draft = await editing.drafts.open(String(req.params.concept));
    if (draft && !isOpen(draft.concept)) return redirect(res, toDraftPath(draft.id));
    res.locals.draft = draft;
    next(draft ? undefined : 'router');
  };
}

/** The draft that was opened. */
export function getDraft(res: Response): OpenDraft {
  return res.locals.draft as OpenDraft;
}

/** In a few words what a draft does. */
export function toStand(say: Say, { fouten, advies }: Proof): string {
  if (advies === null) return say('beheer-inhoud.stand-met-fouten', { fouten: fouten.length });
  return say('beheer-inhoud.stand', { fouten: fouten.length, gevolgen: advies.effecten.length });
}

/** What has to be done before a draft can be published, each with the field to do it in; null: the content as a whole. */
export interface ToDo {
  readonly href: string | null;
  readonly tekst: string;
}

/** Lists what is still wrong with the content of a draft. */
export function listToDo(
  say: Say,
  catalog: Catalog,
  { id, basis, files }: OpenDraft,
  { fouten }: Proof,
): readonly ToDo[] {
  return fouten.map((finding) => {
    const { bestand, plaats } = finding;
    const melding = toMelding(say, [files, basis], finding);
    const { soort, naam = null, pad } = findThingAt(catalog.formulieren, files, bestand, plaats) ?? {};
    const kind = soort && catalog.find(soort)?.soort;
    if (!kind || naam === null || readThing(files, kind, naam) === undefined)
      return {
        href: null,
        tekst: `${toPartTitle(say, [files, basis], { bestand, naam: null })}: ${melding}`,
      };
    const href = toThingPath(toContentPath(id), kind.soort, naam, pad);
    return { href, tekst: `${toTitle(files, kind, naam)}: ${melding}` };
  });
}
