import { Router } from 'express';
import type { WebDeps } from '../deps.ts';
import { sendPagina } from '../page.ts';
import { toRollenPagina, toVergelijkingPagina } from './filtered-pages.ts';

/** Pages that show a choice of what they hold, with the field of their form: ids of the directory, nothing of a case. */
const KEUZES = new Map([
  ['/overlegtafels/vergelijken', { veld: 't', toPagina: toVergelijkingPagina }],
  ['/rollen', { veld: 'rol', toPagina: toRollenPagina }],
]);

/**
 * The pages of the directory with a choice in their address; without one the request goes on, to the page that is the
 * same for everyone. An id that does not exist is left out, with a word about it.
 */
export function createKeuzeRouter({ content, render }: Pick<WebDeps, 'content' | 'render'>): Router {
  const router = Router({ strict: true, caseSensitive: true });
  for (const [pad, { veld, toPagina }] of KEUZES) {
    router.get(pad, (req, res, next) => {
      const keuze = req.query[veld];
      if (keuze === undefined) return next();
      const waarden = [keuze].flat().map(String);
      const ids = [...new Set(waarden)].filter((id) => id !== '');
      // Every choice is a page of its own; the page with all is what a search engine may keep.
      res.set('X-Robots-Tag', 'noindex');
      sendPagina(res, render, toPagina(content, ids));
    });
  }
  return router;
}
