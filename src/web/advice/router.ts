import type { Router } from 'express';
import { giveAdvies } from '../../domain/advice/advies.ts';
import { compareAdvies } from '../../domain/advice/changes.ts';
import { type Antwoorden, toChosen } from '../../domain/model/antwoorden.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { SIGNALEN } from '../../domain/model/routing-facts.ts';
import { findNextVraag } from '../../domain/questions/next-question.ts';
import type { WebDeps } from '../deps.ts';
import { sendPagina, sendVerder } from '../page.ts';
import { readStand } from '../stand-param.ts';
import { toAdvicePage } from './to-advice-page.ts';

/** Adds the advice for the answers in the stand; an incomplete stand goes on to its next question. */
export function addAdvice(router: Router, deps: WebDeps): void {
  const { content, model, evaluate, zegel, render } = deps;

  router.get('/advies', async (req, res) => {
    const stand = readStand(zegel, req);
    const advies = await giveAdvies(model, evaluate, stand.antwoorden);
    const volgende = advies.volgendeVraag === null ? undefined : model.vraagOf.get(advies.volgendeVraag);
    if (volgende) return sendVerder(res, stand.link(`/vragen/${volgende.slug}`));
    const { voorbeeld } = req.query;
    const wijzigingen =
      stand.vorige && compareAdvies(await giveAdvies(model, evaluate, stand.vorige), advies);
    const pagina = toAdvicePage(deps, advies, stand, {
      wijzigingen,
      voorbeeld: content.voorbeelden.find(({ id }) => id === voorbeeld)?.naam ?? null,
    });
    sendPagina(res, render, pagina);
  });

  router.get('/advies/nagaan/:tafel', (req, res, next) => {
    const tafel = model.tafelOf.get(req.params.tafel);
    if (!tafel) return next();
    const stand = readStand(zegel, req);
    const antwoorden = addSignaal(stand.antwoorden, tafel);
    const vraag = findNextVraag(model, antwoorden);
    sendVerder(res, stand.link(`/vragen/${vraag?.slug ?? 'signalen'}`, antwoorden, stand.antwoorden));
  });
}

/** The answers with the signal of this table as well; "none of these" makes way. */
function addSignaal(antwoorden: Antwoorden, { regels: { signaal } }: Overlegtafel): Antwoorden {
  const gekozen = toChosen(antwoorden[SIGNALEN]).filter((id) => id !== 'geen-van-deze' && id !== signaal);
  return { ...antwoorden, [SIGNALEN]: [...gekozen, signaal] };
}
