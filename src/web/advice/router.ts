import type { Router } from 'express';
import { giveAdvies } from '../../domain/advice/advies.ts';
import { compareAdvies } from '../../domain/advice/wijzigingen.ts';
import { findVolgendeVraag } from '../../domain/questions/next-question.ts';
import type { WebDeps } from '../deps.ts';
import { sendPagina, sendVerder } from '../page.ts';
import { readStand } from '../stand-param.ts';
import { toGevaar } from '../to-gevaar.ts';
import { createVasteDelen } from './create-vaste-delen.ts';
import { addSignaal } from './nagaan.ts';
import { toAdvicePage, toAdviesKop } from './to-advice-page.ts';

/** Adds the advice for the answers in the stand; an incomplete stand goes on to its next question. */
export function addAdvice(router: Router, deps: WebDeps): void {
  const { content, model, evaluate, zegel, render } = deps;
  const delen = createVasteDelen(deps);

  router.get('/advies', async (req, res) => {
    const stand = readStand(zegel, req);
    const advies = await giveAdvies(model, evaluate, stand.antwoorden);
    const volgende = advies.volgendeVraag === null ? undefined : model.vraagVan.get(advies.volgendeVraag);
    if (volgende) return sendVerder(res, stand.link(`/vragen/${volgende.slug}`));
    const { voorbeeld: gevraagd } = req.query;
    const voorbeeld = content.voorbeelden.find(({ id }) => id === gevraagd);
    const wijzigingen =
      stand.vorige && compareAdvies(await giveAdvies(model, evaluate, stand.vorige), advies);
    sendPagina(res, render, {
      template: 'advies',
      titel: voorbeeld ? `Voorbeeld: ${voorbeeld.naam}` : toAdviesKop(advies),
      gevaar: advies.uitkomst !== 'belNu' && toGevaar(stand.antwoorden),
      kruimels: [{ tekst: 'Vragen', href: '/vragen' }, { tekst: 'Advies' }],
      model: {
        ...toAdvicePage(deps, advies, stand, wijzigingen, delen()),
        voorbeeld: voorbeeld?.naam ?? null,
      },
    });
  });

  router.get('/advies/nagaan/:tafel', (req, res, next) => {
    const tafel = model.tafelVan.get(req.params.tafel);
    if (!tafel) return next();
    const stand = readStand(zegel, req);
    const antwoorden = addSignaal(stand.antwoorden, tafel);
    const vraag = findVolgendeVraag(model, antwoorden);
    sendVerder(res, stand.link(`/vragen/${vraag?.slug ?? 'signalen'}`, antwoorden, stand.antwoorden));
  });
}
