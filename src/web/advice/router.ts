import type { Router } from 'express';
import { giveAdvies } from '../../domain/advice/advies.ts';
import { compareAdvies } from '../../domain/advice/changes.ts';
import { type Antwoorden, toChosen } from '../../domain/model/antwoorden.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { SIGNALEN } from '../../domain/model/routing-facts.ts';
import { findNextVraag } from '../../domain/questions/next-question.ts';
import type { WebDeps } from '../deps.ts';
import { redirect, sendPage } from '../page.ts';
import { readStand } from '../stand-param.ts';
import { toAdvicePage } from './to-advice-page.ts';

/** Adds the advice for the answers in the stand; an incomplete stand goes on to its next question. */
export function addAdvice(router: Router, deps: WebDeps): void {
  const { content, model, evaluate, zegel, render } = deps;

  router.get('/advies', async (req, res) => {
    const stand = readStand(zegel, req);
    const advies = await giveAdvies(model, evaluate, stand.antwoorden);
    const next = advies.volgendeVraag === null ? undefined : model.vraagOf.get(advies.volgendeVraag);
    if (next) return redirect(res, stand.link(`/vragen/${next.slug}`));
    const { voorbeeld } = req.query;
    const changes = stand.vorige && compareAdvies(await giveAdvies(model, evaluate, stand.vorige), advies);
    const page = toAdvicePage(deps, advies, stand, {
      changes,
      voorbeeld: content.voorbeelden.find(({ id }) => id === voorbeeld)?.naam ?? null,
    });
    sendPage(res, render, page);
  });

  router.get('/advies/nagaan/:tafel', (req, res, next) => {
    const tafel = model.tafelOf.get(req.params.tafel);
    if (!tafel) return next();
    const stand = readStand(zegel, req);
    const antwoorden = addSignaal(stand.antwoorden, tafel);
    const vraag = findNextVraag(model, antwoorden);
    redirect(res, stand.link(`/vragen/${vraag?.slug ?? 'signalen'}`, antwoorden, stand.antwoorden));
  });
}

/** The answers with the signal of this table as well; "none of these" makes way. */
function addSignaal(antwoorden: Antwoorden, { regels: { signaal } }: Overlegtafel): Antwoorden {
  const chosen = toChosen(antwoorden[SIGNALEN]).filter((id) => id !== 'geen-van-deze' && id !== signaal);
  return { ...antwoorden, [SIGNALEN]: [...chosen, signaal] };
}
