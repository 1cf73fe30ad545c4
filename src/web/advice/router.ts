import type { Router } from 'express';
import { giveAdvies } from '../../domain/advice/advies.ts';
import { compareAdvies } from '../../domain/advice/wijzigingen.ts';
import { findVolgendeVraag } from '../../domain/questions/next-question.ts';
import { joinPlain } from '../../published/gzip-parts.ts';
import { createAntwoordRijen } from '../antwoord-rij.ts';
import type { WebDeps } from '../deps.ts';
import { sendVerder } from '../page.ts';
import { sendHtml } from '../send-html.ts';
import { readStand } from '../stand-param.ts';
import { toGevaar } from '../to-gevaar.ts';
import { toAntwoordWaarden } from './antwoord-gaten.ts';
import { createAdviesStukken } from './create-advies-stukken.ts';
import { addSignaal } from './nagaan.ts';
import { toAdvicePage, toAdviesKop } from './to-advice-page.ts';

/** Adds the advice for the answers in the stand; an incomplete stand goes on to its next question. */
export function addAdvice(router: Router, deps: WebDeps): void {
  const { content, model, evaluate, zegel, views } = deps;
  const getStukken = createAdviesStukken(deps);
  const toRijen = createAntwoordRijen(views);

  router.get('/advies', async (req, res) => {
    const stand = readStand(zegel, req);
    const advies = await giveAdvies(model, evaluate, stand.antwoorden);
    const volgende = advies.volgendeVraag === null ? undefined : model.vraagVan.get(advies.volgendeVraag);
    if (volgende) return sendVerder(res, stand.link(`/vragen/${volgende.slug}`));
    const { voorbeeld: gevraagd } = req.query;
    const voorbeeld = content.voorbeelden.find(({ id }) => id === gevraagd);
    const wijzigingen =
      stand.vorige && compareAdvies(await giveAdvies(model, evaluate, stand.vorige), advies);
    const stukken = getStukken();
    const { antwoorden } = advies.situatie;
    const beantwoord = model.kiesVragen(new Set(Object.keys(antwoorden)));
    const links = views.escape(stand.link('', stand.antwoorden, null));
    const gevaar = advies.uitkomst !== 'belNu' && toGevaar(stand.antwoorden);
    const inhoud = views.renderContent('advies', {
      ...toAdvicePage(deps, advies, stand, wijzigingen, stukken),
      voorbeeld: voorbeeld?.naam ?? null,
    });
    sendHtml(
      res,
      joinPlain(
        stukken.vul(stukken.kader(gevaar), {
          ...toAntwoordWaarden(model, antwoorden, views),
          stand: links,
          titel: views.escape(voorbeeld ? `Voorbeeld: ${voorbeeld.naam}` : toAdviesKop(advies)),
          inhoud,
          antwoorden: toRijen(beantwoord, antwoorden, links),
        }),
      ),
    );
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
