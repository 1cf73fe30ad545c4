import { Router } from 'express';
import { toSearchQuery } from '../../domain/search/search.ts';
import type { Services } from '../../services.ts';
import { describePage } from '../describe-page.ts';
import { sendPage } from '../page.ts';
import { toSearchPage } from './to-search-page.ts';

/** The search page: a form and its hits. What is searched for is kept nowhere. */
export function createSearchRouter({
  content,
  say,
  zoeken,
  render,
}: Pick<Services, 'content' | 'say' | 'zoeken' | 'render'>): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/zoeken', (req, res, next) => {
    const { q = '' } = req.query;
    if (typeof q !== 'string')
      return next(Object.assign(new Error('q staat er twee keer.'), { status: 400 }));
    const { vraag, ingekort } = toSearchQuery(q);
    // Pages of hits are endless; the pages that they lead to are what a search engine may keep.
    res.set('X-Robots-Tag', 'noindex');
    sendPage(res, render, {
      ...describePage(say, 'zoeken'),
      ...(vraag === '' ? {} : { titel: say('pagina.zoeken-naar', { vraag }) }),
      model: toSearchPage(content, { vraag, ingekort, resultaten: vraag === '' ? [] : zoeken(vraag) }),
    });
  });

  return router;
}
