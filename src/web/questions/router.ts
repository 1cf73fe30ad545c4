import type { Response, Router } from 'express';
import { decideAtOnce } from '../../domain/advice/uitkomst.ts';
import { parseFormAntwoord } from '../../domain/answers/parse-antwoorden.ts';
import { isEmpty, isOpen } from '../../domain/model/antwoorden.ts';
import { askAll } from '../../domain/model/beslismodel.ts';
import type { Vraag } from '../../domain/model/vraag.ts';
import { findNextVraag, type Progress, toProgress } from '../../domain/questions/next-question.ts';
import { type PublishedFile, publish } from '../../http/published/published-file.ts';
import { sendPublished } from '../../http/published/serve-published.ts';
import type { Services } from '../../services.ts';
import { checkVelden, readForm } from '../form.ts';
import { redirect, sendPage } from '../page.ts';
import { readStand, type Stand } from '../stand-param.ts';
import { createQuestionPages, type Input } from './to-question-page.ts';

/** Adds the questions, one a page. The place in the tree is replayed from the answers at every request. */
export function addQuestions(router: Router, deps: Services): void {
  const { model, render, zegel, counts: statistics } = deps;
  const allAsked = askAll(model);
  const toPage = createQuestionPages(deps);
  const begin = publishBegin();

  const vragen = router.route('/vragen/:slug');
  vragen.get((req, res, next) => {
    const vraag = model.vraagOfSlug.get(req.params.slug);
    if (!vraag) return next();
    const stand = readStand(zegel, req);
    const progress = toProgress(stand.alles ? allAsked : model, stand.antwoorden);
    if (!progress.bereikbaar.includes(vraag)) return goOn(res, stand, progress);
    // Where everyone begins is the same for everyone.
    if (vraag === model.vragen[0] && isEmpty(progress.antwoorden)) sendPublished(req, res, begin);
    else sendVraag(res, vraag, progress, stand);
    // Nobody waits for the counting.
    countAsked(progress, vraag);
  });

  vragen.post(readForm(20_000), (req, res, next) => {
    const vraag = model.vraagOfSlug.get(req.params.slug ?? '');
    if (!vraag) return next();
    const stand = readStand(zegel, req);
    const earlier = toProgress(stand.alles ? allAsked : model, stand.antwoorden);
    if (!earlier.bereikbaar.includes(vraag)) return goOn(res, stand, earlier);
    const gekozen = (req.body as URLSearchParams).getAll(vraag.feit);
    const result = parseFormAntwoord(vraag, gekozen);
    if ('fouten' in result) {
      const fault = result.fouten[0]?.fout;
      return sendVraag(res, vraag, earlier, stand, {
        gekozen,
        fout: fault === 'onbekendFeit' ? undefined : fault,
      });
    }
    // After the answer itself: who gave none reads that first.
    checkVelden(req.body, [], [vraag.feit]);
    const now = toProgress(earlier.model, { ...stand.antwoorden, [vraag.feit]: result.waarde });
    goOn(res, stand, now, stand.vorige ?? findPrevious(earlier, vraag));
    countAnswered(earlier, vraag, now);
  });

  router.get('/vragen', (req, res) => {
    redirect(res, readStand(zegel, req).link(`/vragen/${model.vragen[0]?.slug ?? ''}`));
  });

  /** The first question before any answer; not kept by browsers, so that each start is counted. */
  function publishBegin(): PublishedFile {
    const [first] = model.vragen;
    const html = first ? render(`/vragen/${first.slug}`, toPage(first, toProgress(model, {}), '')) : '';
    return publish(Buffer.from(html), 'text/html; charset=utf-8', 'no-store');
  }

  /** A question for these answers; with `input` when what was sent is wrong. */
  function sendVraag(res: Response, vraag: Vraag, progress: Progress, stand: Stand, input?: Input): void {
    const page = toPage(vraag, progress, stand.link(''), input);
    sendPage(res, render, page, input?.fout ? 400 : 200);
  }

  function countAsked(progress: Progress, { feit }: Vraag): void {
    if (isEmpty(progress.antwoorden)) statistics.tel({ soort: 'gestart' });
    if (progress.antwoorden[feit] === undefined) statistics.tel({ soort: 'gesteld', feit });
  }

  /** Counts a first answer; and the outcome when that answer gave the advice. What comes after is not counted again. */
  function countAnswered(earlier: Progress, { feit }: Vraag, now: Progress): void {
    if (earlier.antwoorden[feit] !== undefined) return;
    statistics.tel({ soort: 'beantwoord', feit, weetNiet: isOpen(now.antwoorden[feit]) });
    if (isAdviceReady(earlier) || !isAdviceReady(now)) return;
    const { uitkomst, tafels, voorzieningen } = decideAtOnce(model, now.antwoorden);
    statistics.tel({ soort: 'afgerond', uitkomst, tafels: [...tafels, ...voorzieningen] });
  }

  /** Whether there is an advice: who goes on to know more had one already. */
  function isAdviceReady({ model: by, antwoorden, volgende }: Progress): boolean {
    return volgende === null || (by !== model && findNextVraag(model, antwoorden) === null);
  }

  /** The answers of the advice that is being changed, so that the new one can tell what changed. */
  function findPrevious({ antwoorden, volgende }: Progress, { feit }: Vraag) {
    return antwoorden[feit] !== undefined && volgende === null ? antwoorden : null;
  }

  /** On to the next question, or to the advice when there is none. */
  function goOn(
    res: Response,
    stand: Stand,
    { antwoorden, volgende }: Progress,
    previous = stand.vorige,
  ): void {
    redirect(res, stand.link(volgende ? `/vragen/${volgende.slug}` : '/advies', antwoorden, previous));
  }
}
