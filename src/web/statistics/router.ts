import { Router } from 'express';
import type { Services } from '../../services.ts';
import { sendPage } from '../page.ts';
import { toStatisticsPage } from './to-statistics-page.ts';

/** What the region can learn of the use of the site: counts per week, small ones masked. */
export function createStatisticsRouter({
  counts: statistics,
  model,
  content,
  say,
  now,
  render,
}: Pick<Services, 'counts' | 'model' | 'content' | 'say' | 'now' | 'render'>): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/statistiek', async (_req, res) => {
    sendPage(res, render, {
      template: 'statistiek',
      titel: say('statistiek.titel'),
      kruimels: [{ tekst: say('statistiek.titel') }],
      model: toStatisticsPage({ model, content, say, now }, await statistics.perWeek()),
    });
  });
  return router;
}
