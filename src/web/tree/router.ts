import { Router } from 'express';
import type { WebDeps } from '../deps.ts';

/** The examples beside the tree: each leads to its advice, with a stand that is sealed when it is asked for. */
export function createTreeRouter({ content, zegel }: Pick<WebDeps, 'content' | 'zegel'>): Router {
  const router = Router({ strict: true, caseSensitive: true });
  for (const { id, antwoorden } of content.voorbeelden) {
    router.get(`/beslisboom/voorbeeld/${id}`, (_req, res) => {
      res.redirect(303, `/advies?a=${zegel.seal(antwoorden)}&voorbeeld=${id}`);
    });
  }
  return router;
}
