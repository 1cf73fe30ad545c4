import { Router } from 'express';
import type { WebDeps } from '../deps.ts';
import { sendPage } from '../page.ts';
import { toStatisticsPage } from './to-statistics-page.ts';

/** What the region can learn of the use of the site: counts per week, small ones masked. */
export function createStatisticsRouter({
  counts: statistics,
  model,
  render,
}: Pick<WebDeps, 'counts' | 'model' | 'render'>): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/statistiek', async (_req, res) => {
    sendPage(res, render, {
      template: 'statistiek',
      titel: 'Statistiek',
      kruimels: [{ tekst: 'Statistiek' }],
      model: toStatisticsPage(model, await statistics.perWeek()),
    });
  });
  return router;
}
