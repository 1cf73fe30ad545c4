import type { Request, Response, Router } from 'express';
import { CONTACTEN, NOODNUMMERS } from '../../../domain/editing/address-book.ts';
import { BRONNEN } from '../../../domain/editing/due-list.ts';
import { isObject } from '../../../domain/editing/json.ts';
import { type PartRef, readPart } from '../../../domain/editing/part.ts';
import { checkVelden } from '../../form.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { toFormHref } from '../drafts/describe-part.ts';
import { findThingOf } from '../drafts/find-thing.ts';
import { BEHEER } from '../paths.ts';
import { toSeen } from './seen.ts';
import { toAnchor } from './to-check-item.ts';

const FILES: readonly string[] = [CONTACTEN, NOODNUMMERS, BRONNEN];
const MAX_TITLE = 120;

interface Where {
  /** The page to go back to, with what it was asked to show; ends ready for one more parameter. */
  readonly toPath: (form: URLSearchParams) => string;
  /** The fields of the form that say what it was asked to show. */
  readonly velden: readonly string[];
  /** Shows that page again, with why it was not done. */
  readonly showAgain: (req: Request, res: Response, tekst: string) => Promise<void>;
}

/** Adds the two buttons beside everything that can be checked: it is still right, and it is to be changed. */
export function addCheckActions(
  router: Router,
  { say, editing }: Pick<BeheerDeps, 'say' | 'editing'>,
  { toPath, velden, showAgain }: Where,
): void {
  router.post('/nog-juist', async (req, res, next) => {
    const form = req.body as URLSearchParams;
    checkVelden(form, ['bestand', 'onderdeel', 'gezien', ...velden]);
    const part = readPartRef(form);
    if (!part) return next();
    const isSeen = (live: unknown) => toSeen(live) === form.get('gezien');
    const { wie } = getBezoeker(res);
    const done = await editing.checking.confirm(wie, say('nakijken.concept-titel'), part, isSeen);
    if (done.soort !== 'genoteerd') return showAgain(req, res, say(`nakijken.${done.soort}`));
    redirect(res, `${toPath(form)}genoteerd=ja#${toAnchor(part)}`);
  });

  router.post('/wijzig', async (req, res, next) => {
    const form = req.body as URLSearchParams;
    checkVelden(form, ['bestand', 'onderdeel', 'gezien', ...velden]);
    const part = readPartRef(form);
    const value = part && readPart((await editing.versions.readLive()).files, part);
    if (!part || !isObject(value)) return next();
    const wat = String(value.label ?? value.naam ?? value.titel ?? part.naam);
    const titel = say('nakijken.wijzig-titel', { wat }).slice(0, MAX_TITLE);
    const id = await editing.drafts.start(getBezoeker(res).wie, titel);
    const { files } = await editing.versions.readLive();
    const thing = findThingOf(editing.soorten, files, part);
    redirect(res, thing ? toFormHref(id, thing) : `${BEHEER}/concepten/${id}`);
  });
}

/** What a button is about; null for what this page does not show. */
function readPartRef(form: URLSearchParams): (PartRef & { readonly naam: string }) | null {
  const [bestand = '', naam = ''] = ['bestand', 'onderdeel'].map((veld) => form.get(veld) ?? '');
  return FILES.includes(bestand) ? { bestand, naam } : null;
}
