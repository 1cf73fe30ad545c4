import type { RequestHandler } from 'express';
import { setAddress } from '../http/request-log.ts';
import type { Services } from '../services.ts';

/** Pages that are made for one request, beside those of the questions and the tables. */
const MADE_FOR_ONE = ['/vragen', '/advies', '/zoeken', '/klopt-niet', '/statistiek'];
/** What comes along when an address is taken out of a sentence or a mail. */
const SLIP = /[\s/.,;:!)\]}>"'’”»]+$/u;

/**
 * Sends who typed or pasted an address with a slip on to the page that was meant: `/overlegtafels/TopX).` to
 * `/overlegtafels/topx`. The query goes along, since it may hold the answers. Anything else goes on; so does the API, where a
 * program should hear of its fault.
 */
export function createMendAddress({
  publication,
  content,
}: Pick<Services, 'publication' | 'content'>): RequestHandler {
  const madeForOne = new Set([
    ...MADE_FOR_ONE,
    ...content.vragen.map(({ slug }) => `/vragen/${slug}`),
    ...content.tafels.map(({ id }) => `/verwijzen/${id}`),
  ]);
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
