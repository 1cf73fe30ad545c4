import { type Request, Router } from 'express';
import type { WebDeps } from '../deps.ts';
import { sendPagina } from '../page.ts';
import { toRollenPagina, toVergelijkingPagina } from './keuze-paginas.ts';

/** Pages that show a choice of what they hold, with the field of their form: ids of the directory, nothing of a case. */
const KEUZES = new Map([
  ['/overlegtafels/vergelijken', { veld: 't', toPagina: toVergelijkingPagina }],
  ['/rollen', { veld: 'rol', toPagina: toRollenPagina }],
]);

/** Whether a request chooses a part of a page that is otherwise the same for everyone. */
export function hasKeuze(req: Pick<Request, 'path' | 'query'>): boolean {
  const keuze = KEUZES.get(req.path);
  // Every request comes by here: the query is read only where it matters.
  return keuze !== undefined && req.query[keuze.veld] !== undefined;
}

/** The pages of the directory with a choice in their address. An id that does not exist is left out, with a word about it. */
export function createKeuzeRouter({ content, render }: Pick<WebDeps, 'content' | 'render'>): Router {
  const router = Router({ strict: true, caseSensitive: true });
  for (const [pad, { veld, toPagina }] of KEUZES) {
    router.get(pad, (req, res) => {
      const waarden = [req.query[veld] ?? []].flat().map(String);
      const ids = [...new Set(waarden)].filter((id) => id !== '');
      // Every choice is a page of its own; the page with all is what a search engine may keep.
      res.set('X-Robots-Tag', 'noindex');
      sendPagina(res, render, toPagina(content, ids));
    });
  }
  return router;
}
