import type { Response, Router } from 'express';
import { isEmpty } from '../../domain/model/antwoorden.ts';
import type { Vraag } from '../../domain/model/vraag.ts';
import { type Progress, toProgress } from '../../domain/questions/next-question.ts';
import { isRelevant } from '../../domain/questions/situatie.ts';
import { type PublishedFile, publish } from '../../http/published/published-file.ts';
import { sendPublished } from '../../http/published/serve-published.ts';
import type { Services } from '../../services.ts';
import { readForm } from '../form.ts';
import { redirect } from '../page.ts';
import { readStand, type Stand } from '../stand-param.ts';
import { createQuestionDesk } from './question-desk.ts';
import type { Way } from './to-question-page.ts';

/** Adds the questions, one a page. The place in the tree is replayed from the answers at every request. */
export function addQuestions(router: Router, deps: Services): void {
  const { model, render, zegel } = deps;
  const desk = createQuestionDesk(deps);
  const begin = publishBegin();

  const vragen = router.route('/vragen/:slug');
  vragen.get((req, res, next) => {
    const vraag = model.vraagOfSlug.get(req.params.slug);
    if (!vraag) return next();
    const stand = readStand(zegel, req);
    const progress = desk.read(stand.antwoorden, stand.alles);
    if (!progress.bereikbaar.includes(vraag)) return goOn(res, stand, progress);
    // Where everyone begins is the same for everyone.
    if (vraag === model.vragen[0] && isEmpty(progress.antwoorden) && !stand.vervallen)
      sendPublished(req, res, begin);
    else desk.show(res, vraag, progress, toWay(stand));
    // Nobody waits for the counting.
    desk.countAsked(progress, vraag);
  });

  vragen.post(readForm(20_000), (req, res, next) => {
    const vraag = model.vraagOfSlug.get(req.params.slug ?? '');
    if (!vraag) return next();
    const stand = readStand(zegel, req);
    const earlier = desk.read(stand.antwoorden, stand.alles);
    // Also one that is not asked now: what was answered is kept, as long as the question is relevant.
    if (!isRelevant(model, earlier.situatie, vraag.feit)) return goOn(res, stand, earlier);
    const taken = desk.take(req.body, vraag, earlier);
    if ('input' in taken) return desk.show(res, vraag, earlier, toWay(stand), taken.input);
    goOn(res, stand, taken.progress, stand.vorige ?? findPrevious(earlier, vraag));
    desk.countAnswered(earlier, vraag, taken.progress);
  });

  router.get('/vragen', (req, res) => {
    redirect(res, readStand(zegel, req).onward(`/vragen/${model.vragen[0]?.slug ?? ''}`));
  });

  /** The first question before any answer; not kept by browsers, so that each start is counted. */
  function publishBegin(): PublishedFile {
    const [first] = model.vragen;
    const html = first
      ? render(`/vragen/${first.slug}`, desk.toPage(first, toProgress(model, {}), { stand: '' }))
      : '';
    return publish(Buffer.from(html), 'text/html; charset=utf-8', 'no-store');
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
    redirect(res, stand.onward(volgende ? `/vragen/${volgende.slug}` : '/advies', antwoorden, previous));
  }
}

function toWay(stand: Stand): Way {
  return { stand: stand.link(''), vervallen: stand.vervallen };
}
