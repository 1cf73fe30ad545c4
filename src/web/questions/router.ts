import type { Response, Router } from 'express';
import { decideAtOnce } from '../../domain/advice/uitkomst.ts';
import { parseFormAntwoord } from '../../domain/answers/parse-antwoorden.ts';
import { isEmpty, isOpen } from '../../domain/model/antwoorden.ts';
import type { Vraag } from '../../domain/model/vraag.ts';
import { type Progress, toProgress } from '../../domain/questions/navigation.ts';
import { type PublishedFile, publish } from '../../http/published/published-file.ts';
import { sendPublished } from '../../http/published/serve-published.ts';
import type { WebDeps } from '../deps.ts';
import { checkVelden, readForm } from '../form.ts';
import { sendPagina, sendVerder } from '../page.ts';
import { readStand, type Stand } from '../stand-param.ts';
import { createQuestionPages, type Invoer } from './to-question-page.ts';

/** Adds the questions, one a page. The place in the tree is replayed from the answers at every request. */
export function addQuestions(router: Router, deps: WebDeps): void {
  const { model, render, zegel, tellingen } = deps;
  const toPage = createQuestionPages(deps);
  const begin = publishBegin();

  const vragen = router.route('/vragen/:slug');
  vragen.get((req, res, next) => {
    const vraag = model.vraagOfSlug.get(req.params.slug);
    if (!vraag) return next();
    const stand = readStand(zegel, req);
    const voortgang = toProgress(model, stand.antwoorden);
    if (!voortgang.bereikbaar.includes(vraag)) return goOn(res, stand, voortgang);
    // Where everyone begins is the same for everyone.
    if (vraag === model.vragen[0] && isEmpty(voortgang.antwoorden)) sendPublished(req, res, begin);
    else sendVraag(res, vraag, voortgang, stand);
    // Nobody waits for the counting.
    countGesteld(voortgang, vraag);
  });

  vragen.post(readForm(20_000), (req, res, next) => {
    const vraag = model.vraagOfSlug.get(req.params.slug ?? '');
    if (!vraag) return next();
    const stand = readStand(zegel, req);
    const eerder = toProgress(model, stand.antwoorden);
    if (!eerder.bereikbaar.includes(vraag)) return goOn(res, stand, eerder);
    const gekozen = (req.body as URLSearchParams).getAll(vraag.feit);
    const resultaat = parseFormAntwoord(vraag, gekozen);
    if ('fouten' in resultaat) {
      const fout = resultaat.fouten[0]?.fout;
      return sendVraag(res, vraag, eerder, stand, {
        gekozen,
        fout: fout === 'onbekendFeit' ? undefined : fout,
      });
    }
    // After the answer itself: who gave none reads that first.
    checkVelden(req.body, [], [vraag.feit]);
    const nu = toProgress(model, { ...stand.antwoorden, [vraag.feit]: resultaat.waarde });
    goOn(res, stand, nu, stand.vorige ?? findVorige(eerder, vraag));
    countBeantwoord(eerder, vraag, nu);
  });

  router.get('/vragen', (req, res) => {
    sendVerder(res, readStand(zegel, req).link(`/vragen/${model.vragen[0]?.slug ?? ''}`));
  });

  /** The first question before any answer; not kept by browsers, so that each start is counted. */
  function publishBegin(): PublishedFile {
    const [eerste] = model.vragen;
    const html = eerste ? render(`/vragen/${eerste.slug}`, toPage(eerste, toProgress(model, {}), '')) : '';
    return publish(Buffer.from(html), 'text/html; charset=utf-8', 'no-store');
  }

  /** A question for these answers; with `invoer` when what was sent is wrong. */
  function sendVraag(res: Response, vraag: Vraag, voortgang: Progress, stand: Stand, invoer?: Invoer): void {
    const pagina = toPage(vraag, voortgang, stand.link(''), invoer);
    sendPagina(res, render, pagina, invoer?.fout ? 400 : 200);
  }

  function countGesteld(voortgang: Progress, { feit }: Vraag): void {
    if (isEmpty(voortgang.antwoorden)) tellingen.tel({ soort: 'gestart' });
    if (voortgang.antwoorden[feit] === undefined) tellingen.tel({ soort: 'gesteld', feit });
  }

  /** Counts a first answer; and the outcome when that answer gave the advice. What comes after is not counted again. */
  function countBeantwoord(eerder: Progress, { feit }: Vraag, nu: Progress): void {
    if (eerder.antwoorden[feit] !== undefined) return;
    tellingen.tel({ soort: 'beantwoord', feit, weetNiet: isOpen(nu.antwoorden[feit]) });
    if (eerder.volgende === null || nu.volgende !== null) return;
    const { uitkomst, tafels, voorzieningen } = decideAtOnce(model, nu.antwoorden);
    tellingen.tel({ soort: 'afgerond', uitkomst, tafels: [...tafels, ...voorzieningen] });
  }

  /** The answers of the advice that is being changed, so that the new one can tell what changed. */
  function findVorige({ antwoorden, volgende }: Progress, { feit }: Vraag) {
    return antwoorden[feit] !== undefined && volgende === null ? antwoorden : null;
  }

  /** On to the next question, or to the advice when there is none. */
  function goOn(
    res: Response,
    stand: Stand,
    { antwoorden, volgende }: Progress,
    vorige = stand.vorige,
  ): void {
    sendVerder(res, stand.link(volgende ? `/vragen/${volgende.slug}` : '/advies', antwoorden, vorige));
  }
}
