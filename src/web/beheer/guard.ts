import type { Request, RequestHandler } from 'express';
import { type BeheerRol, hasRol } from '../../domain/editing/people.ts';
import { readForm } from '../form.ts';
import { redirect } from '../page.ts';
import type { BeheerDeps } from './area.ts';
import { getBezoeker, setBezoeker } from './bezoeker.ts';
import { LOGIN_PATH } from './paths.ts';
import { sendOnward, showAgain } from './show.ts';

/** In bytes: the forms of a draft hold long texts. */
const MAX_FORM = 2_000_000;
const READ: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Thrown where the role of who asks does not suffice. */
export class NotAllowed extends Error {
  readonly nodig: BeheerRol;

  constructor(nodig: BeheerRol) {
    super(`Hiervoor is de rol ${nodig} nodig.`);
    this.name = 'NotAllowed';
    this.nodig = nodig;
  }
}

/** Lets through who is logged in, as `getBezoeker` then says; all others go to the page to log in. */
export function createGuard(
  deps: Pick<BeheerDeps, 'login' | 'cookie' | 'say' | 'render' | 'show'>,
): RequestHandler[] {
  const { login, cookie } = deps;
  const guard: RequestHandler = async (req, res, next) => {
    const token = cookie.read(req);
    const found = token === null ? null : await login.sessions.find(token);
    if (found) {
      setBezoeker(res, found);
      return next();
    }
    if (!READ.has(req.method))
      return readForm(MAX_FORM)(req as Request<Record<string, string>>, res, (fault) =>
        fault ? next(fault) : showAgain(deps, req, res),
      );
    // From a mail or another site the browser keeps the cookie back: from a page of ours it gives it.
    if (token === null && isFromElsewhere(req)) return sendOnward(deps, res, req.originalUrl);
    redirect(res, LOGIN_PATH);
  };
  return [guard, createFormCheck(deps)];
}

/**
 * Signs that nobody sees and nobody means: they come with a paste from elsewhere, break mails, calendars and PDFs, and some
 * turn the order of what is read. Line ends and tabs stay.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/**
 * Reads the form of every request that changes something, without what cannot be seen in it, and takes its field `csrf` out:
 * what has not the one of this session was not made on a page of this session.
 */
function createFormCheck(deps: Pick<BeheerDeps, 'login' | 'say' | 'render' | 'show'>): RequestHandler {
  const read = readForm(MAX_FORM);
  return (req, res, next) => {
    if (READ.has(req.method)) return next();
    read(req as Request<Record<string, string>>, res, (fault) => {
      if (fault) return next(fault);
      const form = req.body as URLSearchParams;
      const given = form.getAll('csrf');
      const isOurs = given.length === 1 && deps.login.isSameText(given[0] ?? '', getBezoeker(res).csrf);
      form.delete('csrf');
      if (!isOurs) return showAgain(deps, req, res);
      req.body = new URLSearchParams(
        [...form].map(([naam, waarde]): [string, string] => [naam, waarde.replaceAll(UNSEEN, '')]),
      );
      next();
    });
  };
}

/**
 * Lets through who has this role, or more. Stands before an area as a whole, and before a route that needs more than its area;
 * `nodig` tells which it is.
 */
export function requireRol(nodig: BeheerRol): RequestHandler & { readonly nodig: BeheerRol } {
  const check: RequestHandler = (_req, res, next) =>
    next(hasRol(getBezoeker(res).wie.rol, nodig) ? undefined : new NotAllowed(nodig));
  return Object.assign(check, { nodig });
}

function isFromElsewhere({ headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}
