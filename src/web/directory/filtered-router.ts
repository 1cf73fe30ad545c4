import { Router } from 'express';
import type { Services } from '../../services.ts';
import { sendPage } from '../page.ts';
import { toFilteredComparison, toFilteredRollen } from './filtered-pages.ts';

/** Pages that show a choice of what they hold, with the field of their form: ids of the directory, nothing of a case. */
const CHOICES = new Map([
  ['/overlegtafels/vergelijken', { veld: 't', toPage: toFilteredComparison }],
  ['/rollen', { veld: 'rol', toPage: toFilteredRollen }],
]);

/**
 * The pages of the directory with a choice in their address; without one the request goes on, to the page that is the
 * same for everyone. An id that does not exist is left out, with a word about it.
 */
export function createChoiceRouter({
  content,
  say,
  render,
}: Pick<Services, 'content' | 'say' | 'render'>): Router {
  const router = Router({ strict: true, caseSensitive: true });
  for (const [path, { veld, toPage }] of CHOICES) {
    router.get(path, (req, res, next) => {
      const choice = req.query[veld];
      if (choice === undefined) return next();
      const values = [choice].flat().map(String);
      const ids = [...new Set(values)].filter((id) => id !== '');
      // Every choice is a page of its own; the page with all is what a search engine may keep.
      res.set('X-Robots-Tag', 'noindex');
      sendPage(res, render, toPage(say, content, ids));
    });
  }
  return router;
}
