import type { Response } from 'express';
import { decideAtOnce } from '../../domain/advice/uitkomst.ts';
import { parseFormAntwoord } from '../../domain/answers/parse-antwoorden.ts';
import { type Antwoord, type Antwoorden, isEmpty, isOpen } from '../../domain/model/antwoorden.ts';
import { askAll } from '../../domain/model/beslismodel.ts';
import type { Vraag } from '../../domain/model/vraag.ts';
import { findNextVraag, type Progress, toProgress } from '../../domain/questions/next-question.ts';
import type { Services } from '../../services.ts';
import { checkVelden } from '../form.ts';
import { sendPage } from '../page.ts';
import { createQuestionPages, type Input, type Way } from './to-question-page.ts';

/** Makes what asking a question is, whether the answers are in the address or in a case: its page, its answer, the counting. */
export function createQuestionDesk(deps: Services) {
  const { model, render, counts: statistics } = deps;
  const allAsked = askAll(model);
  const toPage = createQuestionPages(deps);

  /** How far these answers have come; with `alles` every opened table is asked about. */
  function read(antwoorden: Antwoorden, alles: boolean): Progress {
    return toProgress(alles ? allAsked : model, antwoorden);
  }

  /** Shows a question; with `input` when what was sent is wrong. */
  function show(res: Response, vraag: Vraag, progress: Progress, way: Way, input?: Input): void {
    const page = { ...toPage(vraag, progress, way, input), vervallen: way.vervallen ?? false };
    sendPage(res, render, page, input?.fout ? 400 : 200);
  }

  /** The answer in the form and the progress with it, or what is wrong with it. `also` are the other fields it may have, once. */
  function take(
    form: URLSearchParams,
    vraag: Vraag,
    earlier: Progress,
    also: readonly string[] = [],
  ): { readonly antwoord: Antwoord; readonly progress: Progress } | { readonly input: Input } {
    const gekozen = form.getAll(vraag.feit);
    const result = parseFormAntwoord(vraag, gekozen);
    if ('fouten' in result) {
      const fault = result.fouten[0]?.fout;
      return { input: { gekozen, fout: fault === 'onbekendFeit' ? undefined : fault } };
    }
    // After the answer itself: who gave none reads that first.
    checkVelden(form, also, [vraag.feit]);
    const antwoorden = { ...earlier.antwoorden, [vraag.feit]: result.waarde };
    return { antwoord: result.waarde, progress: toProgress(earlier.model, antwoorden) };
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

  return { toPage, read, show, take, countAsked, countAnswered };
}
