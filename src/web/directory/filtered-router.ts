import { Router } from 'express';
import type { Services } from '../../services.ts';
import { sendPage } from '../page.ts';
import { TWO_TABLES_FIELDS, TWO_TABLES_PATH, toTwoTablesPage } from '../tree/to-what-if.ts';
import { toFilteredComparison, toFilteredRollen } from './filtered-pages.ts';

/** Pages that show a choice of what they hold, with the fields of their form: ids of the directory, nothing of a case. */
const CHOICES = new Map([
  ['/overlegtafels/vergelijken', { velden: ['t'], toPage: toFilteredComparison }],
  [TWO_TABLES_PATH, { velden: TWO_TABLES_FIELDS, toPage: toTwoTablesPage }],
  ['/rollen', { velden: ['rol'], toPage: toFilteredRollen }],
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
  for (const [path, { velden, toPage }] of CHOICES) {
    router.get(path, (req, res, next) => {
      const values = velden.flatMap((veld) => [req.query[veld] ?? []].flat().map(String));
      if (values.length === 0) return next();
      const ids = [...new Set(values)].filter((id) => id !== '');
      // Every choice is a page of its own; the page with all is what a search engine may keep.
      res.set('X-Robots-Tag', 'noindex');
      sendPage(res, render, toPage(say, content, ids));
    });
  }
  return router;
}
