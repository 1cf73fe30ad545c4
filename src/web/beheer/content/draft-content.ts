import type { RequestHandler, Response } from 'express';
import { isOpen, toNewConcept } from '../../../domain/editing/draft.ts';
import type { Wie } from '../../../domain/editing/people.ts';
import type { Proof } from '../../../domain/editing/proof.ts';
import type { Say } from '../../../domain/texts.ts';
import type { OpenDraft } from '../../../editing/drafts.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { type FaultGroup, groupFaults } from '../drafts/group-faults.ts';
import { readComing, toComing, toDraftPath } from '../paths.ts';
import type { Catalog } from './catalog.ts';
import { createOwnDrafts } from './own-drafts.ts';

/** A draft that is still to begin, on the content that is live. */
export async function openComing(
  { editing, now }: BeheerDeps,
  wie: Wie,
  id = editing.drafts.newId(),
): Promise<OpenDraft> {
  const { nummer, files } = await editing.versions.readLive();
  const concept = toNewConcept({ titel: '', wie: wie.id, basis: nummer, moment: now().toISOString() });
  return { id: toComing(id), revision: 0, concept, basis: files, files };
}

/**
 * Opens the draft of the address for the pages of its content; one that is closed is read on its own page. One that is still
 * to begin has the content that is live: who only looks leaves no draft behind.
 */
export function createDraftOpener(deps: BeheerDeps): RequestHandler {
  const { editing } = deps;

  return async (req, res, next) => {
    const asked = String(req.params.concept);
    const coming = readComing(asked);
    const draft = await editing.drafts.open(coming ?? asked);
    const { wie } = getBezoeker(res);
    if (draft && !isOpen(draft.concept)) {
      if (req.method === 'GET') return redirect(res, toDraftPath(draft.id));
      // What somebody typed meanwhile, can go in another one.
      Object.assign(res.locals, { draft: await openComing(deps, wie), isClosed: true });
      return next();
    }
    // Who comes back to where it began, goes on in what it became.
    if (draft && draft.id !== asked && req.method === 'GET')
      return redirect(res, req.originalUrl.replace(asked, draft.id));
    res.locals.draft = draft ?? (coming === null ? null : await openComing(deps, wie, coming));
    next(res.locals.draft ? undefined : 'router');
  };
}

/** The draft that was opened. */
export function getDraft(res: Response): OpenDraft {
  return res.locals.draft as OpenDraft;
}

/** Whether the draft of the form that was sent is closed: what was opened instead, is still to begin. */
export function isClosed(res: Response): boolean {
  return res.locals.isClosed === true;
}

/** Whether a draft is still to begin. */
export function isComing({ id }: Pick<OpenDraft, 'id'>): boolean {
  return readComing(id) !== null;
}

/** The draft to save in: one that is still to begin, begins now, under this title when it has one of its own. */
export async function beginDraft(
  deps: BeheerDeps,
  res: Response,
  draft: OpenDraft,
  titel: string | null = null,
): Promise<OpenDraft> {
  const id = readComing(draft.id);
  if (id === null) return draft;
  await createOwnDrafts(deps).begin(getBezoeker(res).wie, id, titel);
  const begun = await deps.editing.drafts.open(id);
  if (!begun) throw new Error('Een concept dat net begon, is er niet.');
  return begun;
}

/** In a few words what a draft does; as many faults as are listed, each empty field of what is not finished too. */
export function toStand(say: Say, catalog: Catalog, draft: OpenDraft, proof: Proof): string {
  const groups = toFaultGroups(say, catalog, draft, proof);
  const fouten = groups.reduce(
    (sum, { leeg, bevindingen }) => sum + (leeg?.aantal ?? 0) + bevindingen.length,
    0,
  );
  if (proof.advies === null) return say('beheer-inhoud.stand-met-fouten', { fouten });
  return say('beheer-inhoud.stand', { fouten, gevolgen: proof.advies.effecten.length });
}

function toFaultGroups(
  say: Say,
  { formulieren }: Catalog,
  { id, basis, files }: OpenDraft,
  { fouten }: Proof,
): readonly FaultGroup[] {
  return groupFaults(fouten, { say, formulieren, before: basis, after: files, concept: id });
}

/** What has to be done before a draft can be published, each with the field to do it in; null: the content as a whole. */
export interface ToDo {
  readonly href: string | null;
  readonly tekst: string;
}

/** Lists what is still wrong with the content of a draft. Of what is not finished its own form tells which fields. */
export function listToDo(say: Say, catalog: Catalog, draft: OpenDraft, proof: Proof): readonly ToDo[] {
  return toFaultGroups(say, catalog, draft, proof).flatMap(({ titel, href, leeg, bevindingen }) => [
    ...(leeg ? [{ href, tekst: say('beheer-inhoud.niet-af', { titel, aantal: leeg.aantal }) }] : []),
    ...bevindingen.map(({ plaats, melding, href: veld }) => ({
      href: veld,
      tekst: `${[titel, plaats?.replaceAll(' › ', ', ')].filter(Boolean).join(', ')}: ${melding}`,
    })),
  ]);
}
