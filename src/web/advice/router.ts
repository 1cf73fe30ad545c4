import type { Router } from 'express';
import { giveAdvies } from '../../domain/advice/advies.ts';
import { type Antwoorden, toChosen } from '../../domain/model/antwoorden.ts';
import { askAll } from '../../domain/model/beslismodel.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { SIGNALEN } from '../../domain/model/routing-facts.ts';
import { findNextVraag } from '../../domain/questions/next-question.ts';
import type { Services } from '../../services.ts';
import { redirect, sendPage } from '../page.ts';
import { ENOUGH_FOR_ADVICE } from '../questions/to-question-page.ts';
import { readStand, type Stand } from '../stand-param.ts';
import { toAdvicePage } from './to-advice-page.ts';

/**
 * Adds the advice for the answers in the stand; an incomplete stand goes on to its next question, unless the advice so far is
 * asked for.
 */
export function addAdvice(router: Router, deps: Services): void {
  const { content, model, evaluate, zegel, render } = deps;
  const allAsked = askAll(model);

  router.get('/advies', async (req, res) => {
    const stand = readStand(zegel, req);
    const advies = await giveAdvies(stand.alles ? allAsked : model, evaluate, stand.antwoorden);
    const { voorbeeld, tot } = req.query;
    const next = advies.volgendeVraag === null ? undefined : model.vraagOf.get(advies.volgendeVraag);
    const isEnough = Object.keys(advies.situatie.antwoorden).length >= ENOUGH_FOR_ADVICE;
    if (next && !(isEnough && tot === 'nu')) return redirect(res, stand.onward(`/vragen/${next.slug}`));
    const page = toAdvicePage(deps, advies, stand, {
      vorig: stand.vorige && (await giveAdvies(model, evaluate, stand.vorige)),
      voorbeeld: content.voorbeelden.find(({ id }) => id === voorbeeld)?.naam ?? null,
    });
    const verder = next ? { totNu: stand.link(`/vragen/${next.slug}`) } : { alvast: toAhead(stand) };
    sendPage(res, render, { ...page, vervallen: stand.vervallen, model: { ...page.model, verder } });
  });

  router.get('/advies/nagaan/:tafel', (req, res, next) => {
    const tafel = model.tafelOf.get(req.params.tafel);
    if (!tafel) return next();
    const stand = readStand(zegel, req);
    const antwoorden = addSignaal(stand.antwoorden, tafel);
    redirect(res, toAhead(stand, antwoorden) ?? stand.link('/vragen/signalen', antwoorden, stand.antwoorden));
  });

  /** The way to the next question about any opened table, also one that waits for the local step; null when there is none. */
  function toAhead(stand: Stand, antwoorden = stand.antwoorden): string | null {
    const vraag = findNextVraag(allAsked, antwoorden);
    return vraag && stand.link(`/vragen/${vraag.slug}`, antwoorden, stand.antwoorden, true);
  }
}

/** The answers with the signal of this table as well; "none of these" makes way. */
function addSignaal(antwoorden: Antwoorden, { regels: { signaal } }: Overlegtafel): Antwoorden {
  const chosen = toChosen(antwoorden[SIGNALEN]).filter((id) => id !== 'geen-van-deze' && id !== signaal);
  return { ...antwoorden, [SIGNALEN]: [...chosen, signaal] };
}
