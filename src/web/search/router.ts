import { Router } from 'express';
import type { Content } from '../../domain/model/content.ts';
import { type Search, toSearchQuery } from '../../domain/search/search.ts';
import { type RenderPage, sendPage } from '../page.ts';
import { toSearchPage } from './to-search-page.ts';

interface SearchDeps {
  readonly content: Content;
  readonly zoeken: Search;
  readonly render: RenderPage;
}

/** The search page: a form and its hits. What is searched for is kept nowhere. */
export function createSearchRouter({ content, zoeken, render }: SearchDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/zoeken', (req, res, next) => {
    const { q = '' } = req.query;
    if (typeof q !== 'string')
      return next(Object.assign(new Error('q staat er twee keer.'), { status: 400 }));
    const { vraag, ingekort } = toSearchQuery(q);
    // Pages of hits are endless; the pages that they lead to are what a search engine may keep.
    res.set('X-Robots-Tag', 'noindex');
    sendPage(res, render, {
      template: 'zoeken',
      titel: vraag === '' ? 'Zoeken' : `Zoeken naar ${vraag}`,
      beschrijving: 'Zoek in alle overlegtafels, gemeenten, organisaties, criteria en woorden.',
      kruimels: [{ tekst: 'Zoeken' }],
      model: toSearchPage(content, { vraag, ingekort, resultaten: vraag === '' ? [] : zoeken(vraag) }),
    });
  });

  return router;
}
