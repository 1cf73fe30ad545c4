import { type Request, Router } from 'express';
import { toIsoWeek } from '../../domain/statistics/counts.ts';
import { toPublishedAnswers } from '../../domain/table-answers/published-answers.ts';
import type { Services } from '../../services.ts';
import { logStorageFailure } from '../error-handler.ts';
import { sendPage } from '../page.ts';
import { toAnswersTable } from './to-answers-table.ts';
import { toStatisticsPage } from './to-statistics-page.ts';

/** What the region can learn of the use of the site: counts per week, small ones masked. */
export function createStatisticsRouter({
  counts: statistics,
  model,
  content,
  say,
  now,
  render,
  antwoorden,
  antwoordlinks,
}: Pick<
  Services,
  'counts' | 'model' | 'content' | 'say' | 'now' | 'render' | 'antwoorden' | 'antwoordlinks'
>): Router {
  let known: { readonly week: string; readonly tabel: ReturnType<typeof toAnswersTable> } | null = null;

  /**
   * What tables answered; null while there is no storage, since nothing counted is something else. Made once a week: an
   * answer that is replaced goes to another week, and who looks every minute must not see when.
   */
  async function readAnswers(req: Request) {
    const moment = now();
    const week = toIsoWeek(moment);
    if (known?.week === week) return known.tabel;
    try {
      const counted = await antwoorden.counted();
      const published = toPublishedAnswers(counted, moment, model.tafels, antwoordlinks.toVersie);
      known = { week, tabel: toAnswersTable({ model, say }, published) };
      return known.tabel;
    } catch (error) {
      logStorageFailure(req, error, 'de antwoorden van tafels zijn niet te lezen');
      return null;
    }
  }

  const router = Router({ strict: true, caseSensitive: true });
  router.get('/statistiek', async (req, res) => {
    sendPage(res, render, {
      template: 'statistiek',
      titel: say('statistiek.titel'),
      kruimels: [{ tekst: say('statistiek.titel') }],
      model: {
        ...toStatisticsPage({ model, content, say, now }, await statistics.perWeek()),
        terugmelding: { titel: say('statistiek.terugmelding'), tabel: await readAnswers(req) },
      },
    });
  });
  return router;
}
