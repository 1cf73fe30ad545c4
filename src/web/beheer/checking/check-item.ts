import { createHash } from 'node:crypto';
import type { Request, Response, Router } from 'express';
import { toDateText } from '../../../domain/calendar.ts';
import { BRONNEN, CONTACTEN, NOODNUMMERS } from '../../../domain/content-paths.ts';
import { findThingOf } from '../../../domain/editing/form/find-place.ts';
import { type NamedPart, readPart } from '../../../domain/editing/part.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import { isObject } from '../../../domain/json.ts';
import type { Say } from '../../../domain/texts.ts';
import type { CheckDraft } from '../../../editing/checking.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { toChangeTitle } from '../change-title.ts';
import { createOwnDrafts } from '../content/own-drafts.ts';
import { readVelden } from '../form.ts';
import { toComing, toContentPath, toDraftPath, toThingPath } from '../paths.ts';

const FILES: readonly string[] = [CONTACTEN, NOODNUMMERS, BRONNEN];

/** What a page of things to check says above them: that something was done, or why not. */
export interface Bericht {
  readonly soort: 'ok' | 'warning';
  readonly tekst: string;
}

interface Where {
  /** The page to go back to, with what it was asked to show; ends ready for one more parameter. */
  readonly toPath: (form: URLSearchParams) => string;
  /** The fields of the form that say what it was asked to show. */
  readonly velden: readonly string[];
  /** Shows that page again, with why it was not done. */
  readonly showAgain: (req: Request, res: Response, bericht: Bericht) => Promise<void>;
}

/** Adds the two buttons beside everything that can be checked: it is still right, and it is to be changed. */
export function addCheckActions(
  router: Router,
  deps: BeheerDeps,
  { toPath, velden, showAgain }: Where,
): void {
  const { say, editing, catalog } = deps;
  const own = createOwnDrafts(deps);

  router.post('/nog-juist', async (req, res, next) => {
    const form = readVelden(req, 'bestand', 'onderdeel', 'gezien', ...velden);
    const part = readPartRef(form);
    if (!part) return next();
    const isSeen = (live: unknown) => toSeen(live) === form.get('gezien');
    const { wie } = getBezoeker(res);
    const { soort } = await editing.checking.confirm(wie, say('nakijken.concept-titel'), part, isSeen);
    if (soort !== 'genoteerd')
      return showAgain(req, res, { soort: 'warning', tekst: say(`nakijken.${soort}`) });
    redirect(res, `${toPath(form)}genoteerd=ja#${toAnchor(part)}`);
  });

  router.post('/wijzig', async (req, res, next) => {
    const part = readPartRef(readVelden(req, 'bestand', 'onderdeel', 'gezien', ...velden));
    const { files } = await editing.versions.readLive();
    const value = part && readPart(files, part);
    if (!part || !isObject(value)) return next();
    const begun = await own.findNamed(getBezoeker(res).wie, toChangeTitle(say, value));
    const thing = findThingOf(catalog.formulieren, files, part);
    if (!thing) return next();
    // It begins when the form is saved: whoever only looks leaves no draft behind.
    const base = toContentPath(begun ?? toComing(editing.drafts.newId()));
    redirect(res, toThingPath(base, thing.soort, thing.naam));
  });

  // Who loads the page again after a refusal asks for the address of its form.
  router.get(['/nog-juist', '/wijzig'], (req, res) => redirect(res, req.baseUrl));
}

/** What a button is about; null for what this page does not show. */
function readPartRef(form: URLSearchParams): NamedPart | null {
  const [bestand = '', naam = ''] = ['bestand', 'onderdeel'].map((veld) => form.get(veld) ?? '');
  return FILES.includes(bestand) ? { bestand, naam } : null;
}

/** Something with a date: what is to be checked, when that is due, and what the buttons carry. */
interface Dated extends NamedPart {
  readonly gecontroleerd: string;
  /** The last day on which its check counts. */
  readonly tot: string;
}

/** What its buttons and its place in the page need; `today` is YYYY-MM-DD. */
export function toCheckItem(
  say: Say,
  files: Files,
  { bestand, naam, gecontroleerd, tot }: Dated,
  own: CheckDraft | null,
  today: string,
) {
  const isDue = tot < today;
  return {
    anker: toAnchor({ bestand, naam }),
    bestand,
    onderdeel: naam,
    gezien: toSeen(readPart(files, { bestand, naam })),
    gecontroleerd: toDateText(gecontroleerd),
    isTeLaat: isDue,
    wanneer: say(isDue ? 'nakijken.sinds' : 'nakijken.tot', { datum: toDateText(tot) }),
    isGenoteerd: own?.parts.some((part) => part.bestand === bestand && part.naam === naam) ?? false,
  };
}

/** The id of the place of a part in the page. */
function toAnchor({ bestand, naam }: NamedPart): string {
  return `${bestand.replace(/^.*\/|\.json$/g, '')}-${naam}`;
}

/** What somebody noted so far, above the lists. */
export function toOwnDraft(own: CheckDraft | null) {
  return own && own.parts.length > 0
    ? { href: toDraftPath(own.id), aantal: own.parts.length, titel: own.titel }
    : null;
}

/** What tells one value of a part from another: it goes along in the form, so that nobody confirms what they did not see. */
function toSeen(part: unknown): string {
  const json = JSON.stringify(part) ?? '';
  return createHash('sha256').update(json).digest('base64url').slice(0, 22);
}
