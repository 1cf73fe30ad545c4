import { Router } from 'express';
import { toDatumTekst } from './datum-tekst.ts';
import type { WebDeps } from './deps.ts';
import { toNummer } from './page.ts';
import { toTafelHref } from './tafel-href.ts';

/** The home page and the pages about the site itself. */
export function createAboutRouter({ content, sendPage }: Pick<WebDeps, 'content' | 'sendPage'>): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/', (req, res) => {
    sendPage(req, res, {
      template: 'start',
      titel: 'Naar welke overlegtafel kan deze casus?',
      model: {
        noodnummers: content.noodnummers.map(toNummer),
        gecontroleerd: toDatumTekst(content.noodnummers[0]?.gecontroleerd ?? ''),
        tafels: content.tafels.map(({ id, soort, korteNaam, samenvatting }) => ({
          naam: korteNaam,
          samenvatting,
          href: toTafelHref(id, soort),
        })),
      },
    });
  });

  router.get('/over', (req, res) => {
    sendPage(req, res, {
      template: 'over',
      titel: 'Over deze site',
      kruimels: [{ tekst: 'Start', href: '/' }, { tekst: 'Over deze site' }],
      model: {
        bronnen: content.bronnen.map(({ titel, toelichting, url, geraadpleegd }) => ({
          titel,
          toelichting,
          url,
          geraadpleegd: geraadpleegd && toDatumTekst(geraadpleegd),
        })),
      },
    });
  });

  for (const { pad, titel } of [
    { pad: 'privacy', titel: 'Privacy' },
    { pad: 'toegankelijkheid', titel: 'Toegankelijkheid' },
  ]) {
    router.get(`/${pad}`, (req, res) => {
      sendPage(req, res, {
        template: pad,
        titel,
        kruimels: [{ tekst: 'Start', href: '/' }, { tekst: titel }],
        model: {},
      });
    });
  }

  return router;
}
