import type { RequestHandler } from 'express';
import { setAddress } from '../http/request-log.ts';
import { FILE_FORMATS } from '../referral/file-formats.ts';
import type { Services } from '../services.ts';

const READ = ['GET', 'HEAD'] as const;
/** Pages that are made for one request, beside those of the questions and the tables. */
const MADE_FOR_ONE = ['/vragen', '/advies', '/zoeken', '/statistiek'];
/** What is there for programs. */
const FOR_PROGRAMS = ['/gezond', '/.well-known/security.txt'];
/** Where the page of a case file posts to. */
const CASUS_PARTS = ['bestand', 'openen', 'termijnen', 'nieuws', 'vervolg'];
/** What comes along when an address is taken out of a sentence or a mail. */
const SLIP = /[\s/.,;:!)\]}>"'’”»]+$/u;

/** The addresses at which one opens the form of a question or a referral, and posts it. */
function listCaseForms({ vragen, tafels }: Services['content']): string[] {
  return [...vragen.map(({ slug }) => `/vragen/${slug}`), ...tafels.map(({ id }) => `/verwijzen/${id}`)];
}

/** An address that is there, for other methods than the one that was asked. */
export interface OtherMethods {
  readonly allow: readonly string[];
  /** The page with the form that is posted there; null where the address can be opened itself. */
  readonly formulier: string | null;
}

/**
 * Makes what tells, of an address that nothing answered to, whether it is there for other methods. Addresses that hold a
 * token or the id of something else than a question or a table are left out: whether those are there is not told.
 */
export function createFindOtherMethods({
  publication,
  content,
  versturen,
}: Pick<Services, 'publication' | 'content' | 'versturen'>): (
  path: string,
  method: string,
) => OtherMethods | null {
  const forms = ['/casus', '/klopt-niet', ...listCaseForms(content)];
  const read = new Set([...MADE_FOR_ONE, ...FOR_PROGRAMS, ...forms]);
  const parts = [...Object.keys(FILE_FORMATS), ...(versturen ? ['versturen'] : [])];
  const posted = new Map<string, string | null>([
    ...forms.map((path) => [path, null] as const),
    ...CASUS_PARTS.map((part) => [`/casus/${part}`, '/casus'] as const),
    ...content.tafels.flatMap(({ id }) =>
      parts.map((part) => [`/verwijzen/${id}/${part}`, `/verwijzen/${id}`] as const),
    ),
  ]);
  return (path, method) => {
    const canRead = read.has(path) || publication.has(path);
    const allow = [...(canRead ? READ : []), ...(posted.has(path) ? ['POST'] : [])];
    if (allow.length === 0 || allow.includes(method)) return null;
    return { allow: [...allow, 'OPTIONS'], formulier: posted.get(path) ?? null };
  };
}

/**
 * Sends who typed or pasted an address with a slip on to the page that was meant: `/overlegtafels/TopX).` to
 * `/overlegtafels/topx`. The query goes along, since it may hold the answers. Anything else goes on; so does the API, where a
 * program should hear of its fault.
 */
export function createMendAddress({
  publication,
  content,
}: Pick<Services, 'publication' | 'content'>): RequestHandler {
  const madeForOne = new Set([...MADE_FOR_ONE, '/klopt-niet', ...listCaseForms(content)]);
  const isPage = (path: string) =>
    !path.startsWith('/api/') && (publication.has(path) || madeForOne.has(path));

  return (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next();
    const path = mend(req.path);
    if (path === req.path || !isPage(path)) return next();
    // The log names the page, never what was typed.
    setAddress(req, path);
    const query = req.originalUrl.indexOf('?');
    // Not kept: what is a slip today may be a page tomorrow.
    res.set('Cache-Control', 'no-store');
    res.redirect(301, query < 0 ? path : path + req.originalUrl.slice(query));
  };
}

/** The path without the slip; that it can be decoded was checked before. */
function mend(path: string): string {
  return decodeURIComponent(path).replace(SLIP, '').toLowerCase() || '/';
}
