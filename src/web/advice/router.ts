import { Router } from 'express';
import { giveAdvies } from '../../domain/advice/advies.ts';
import type { WebDeps } from '../deps.ts';
import { readStand, withStand } from '../stand-param.ts';
import { toAdvicePage, toAdviesKop } from './to-advice-page.ts';

/** The advice for the answers in the stand; an incomplete stand goes on to its next question. */
export function createAdviceRouter(deps: WebDeps): Router {
  const { model, evaluate, zegel, sendPage } = deps;
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/advies', async (req, res) => {
    const antwoorden = readStand(zegel, req);
    const advies = await giveAdvies(model, evaluate, antwoorden);
    const volgende = advies.volgendeVraag === null ? undefined : model.vraagVan.get(advies.volgendeVraag);
    if (volgende) return res.redirect(303, withStand(zegel, `/vragen/${volgende.slug}`, antwoorden));
    sendPage(req, res, {
      template: 'advies',
      titel: toAdviesKop(advies),
      gevaar: advies.uitkomst !== 'belNu',
      vertrouwelijk: true,
      kruimels: [{ tekst: 'Start', href: '/' }, { tekst: 'Vragen', href: '/vragen' }, { tekst: 'Advies' }],
      model: toAdvicePage(deps, advies, antwoorden),
    });
  });

  return router;
}
