import type { Response } from 'express';
import type { Casus } from '../../domain/casus/casus.ts';
import { putAntwoord, readAntwoorden } from '../../domain/casus/change-casus.ts';
import type { Vraag } from '../../domain/model/vraag.ts';
import type { Progress } from '../../domain/questions/next-question.ts';
import { isRelevant } from '../../domain/questions/situatie.ts';
import type { Services } from '../../services.ts';
import { carryCasus, listCarried, readCarried } from '../carried.ts';
import { createQuestionDesk } from '../questions/question-desk.ts';
import type { Input } from '../questions/to-question-page.ts';

/** To the next question, to take an answer, or to a question that was asked before. */
const ACTION = /^(?:(vragen)|(antwoord)|vraag-([a-z0-9-]{1,100}))$/;
/** Every opened table is asked about, as in the address of a question outside a case. */
const ALL = { naam: 'vragen', waarde: 'alles' };

/** The case after what was asked of its questions; `asked` when the page of a question was sent. */
export interface Walked {
  readonly casus: Casus;
  readonly asked: boolean;
}

/** Makes what asks the questions of a case: the pages are those of outside a case, and go on by posts that carry it. */
export function createCaseQuestions(deps: Services, moment: () => string) {
  const { model } = deps;
  const desk = createQuestionDesk(deps);

  /** Does what the form asks of the questions; null when it asks something else. */
  function walk(res: Response, casus: Casus, form: URLSearchParams): Walked | null {
    const [, next, answer, slug] = ACTION.exec(form.get('actie') ?? '') ?? [];
    if (!next && !answer && !slug) return null;
    const progress = desk.read(readAntwoorden(casus), form.get(ALL.naam) === ALL.waarde);
    const vraag = model.vraagOfSlug.get(slug ?? form.get('vraag') ?? '');
    // What was answered is kept as long as the question is relevant, also where it is not asked now.
    if (vraag && answer && isRelevant(model, progress.situatie, vraag.feit))
      return take(res, casus, form, vraag, progress);
    if (vraag && slug && progress.bereikbaar.includes(vraag)) return ask(res, casus, form, vraag, progress);
    return goOn(res, casus, form, progress);
  }

  function take(res: Response, casus: Casus, form: URLSearchParams, vraag: Vraag, earlier: Progress): Walked {
    const taken = desk.take(form, vraag, earlier, [...listCarried(form), 'actie', 'vraag', ALL.naam]);
    if ('input' in taken) return ask(res, casus, form, vraag, earlier, taken.input);
    const { antwoord, progress } = taken;
    const answered = putAntwoord(casus, vraag.feit, antwoord, moment());
    desk.countAnswered(earlier, vraag, progress);
    // Until the advice is there; more is asked when somebody wants to.
    const { volgende } = progress;
    return volgende ? ask(res, answered, form, volgende, progress) : { casus: answered, asked: false };
  }

  /** Whether there is a question to go on with. */
  function hasNext(casus: Casus): boolean {
    return findAsking(desk.read(readAntwoorden(casus), false)) !== undefined;
  }

  /** With the next question; else with one about a table that waits for the local step; else there is nothing to ask. */
  function findAsking(progress: Progress): Progress | undefined {
    if (progress.volgende) return progress;
    const all = desk.read(progress.antwoorden, true);
    return all.volgende ? all : undefined;
  }

  function goOn(res: Response, casus: Casus, form: URLSearchParams, progress: Progress): Walked {
    const found = findAsking(progress);
    return found?.volgende ? ask(res, casus, form, found.volgende, found) : { casus, asked: false };
  }

  function ask(
    res: Response,
    casus: Casus,
    form: URLSearchParams,
    vraag: Vraag,
    progress: Progress,
    input?: Input,
  ): Walked {
    const mee = carryCasus(readCarried(form), casus);
    const all = progress.model === model ? [] : [ALL];
    desk.show(res, vraag, progress, { casus: { code: casus.casuscode, mee: [...mee, ...all] } }, input);
    if (!input) desk.countAsked(progress, vraag);
    return { casus, asked: true };
  }

  return { walk, hasNext };
}
