import { Router } from 'express';
import { toBronTekst } from '../bron-tekst.ts';
import { toContactModel } from '../contact-model.ts';
import type { WebDeps } from '../deps.ts';
import type { Kruimel } from '../page.ts';
import { toTafelHref } from '../tafel-href.ts';
import { toGemeentePage } from './to-gemeente-page.ts';
import { toTafelPage } from './to-tafel-page.ts';

const START: Kruimel = { tekst: 'Start', href: '/' };

/** The directory: tables, gemeenten, cliëntondersteuning, roles, the mobile P10 team and the word list. */
export function createDirectoryRouter(deps: WebDeps): Router {
  const { content, sendPage } = deps;
  const router = Router({ strict: true, caseSensitive: true });
  const lijst = (naam: string, href: string): Kruimel[] => [START, { tekst: naam, href }];

  router.get('/overlegtafels', (req, res) => {
    sendPage(req, res, {
      template: 'overlegtafels',
      titel: 'Overlegtafels in Twente',
      beschrijving:
        'De zeven overlegtafels boven het wijkteam, en het mobiele P10-team: voor wie, wie mag aanmelden en hoe.',
      kruimels: [START, { tekst: 'Overlegtafels' }],
      model: {
        lokaal: content.lokaal,
        treden: [1, 2, 3, 4].map((trede) => ({
          trede,
          tafels: content.tafels
            .filter((tafel) => tafel.trede === trede)
            .map(({ id, soort, naam, samenvatting, status }) => ({
              naam,
              samenvatting,
              status,
              href: toTafelHref(id, soort),
            })),
        })),
      },
    });
  });

  for (const tafel of content.tafels) {
    router.get(toTafelHref(tafel.id, tafel.soort), (req, res) => {
      sendPage(req, res, {
        template: 'overlegtafel',
        titel: tafel.naam,
        beschrijving: tafel.samenvatting,
        kruimels: [...lijst('Overlegtafels', '/overlegtafels'), { tekst: tafel.korteNaam }],
        model: toTafelPage(deps, tafel),
      });
    });
    // Who follows the id of a provision from the list of tables ends up at its own page.
    if (tafel.soort === 'voorziening')
      router.get(`/overlegtafels/${tafel.id}`, (_req, res) => res.redirect(301, `/${tafel.id}`));
  }

  router.get('/gemeenten', (req, res) => {
    const organisatie = (id: string | null) =>
      content.organisaties.find((gevonden) => gevonden.id === id)?.naam ?? 'niet bekend';
    sendPage(req, res, {
      template: 'gemeenten',
      titel: 'Gemeenten in Twente',
      beschrijving:
        'De veertien gemeenten van Twente: waar u begint, welke ggz-aanbieder er werkt, en welke cliëntondersteuning er is.',
      kruimels: [START, { tekst: 'Gemeenten' }],
      model: {
        gemeenten: {
          bijschrift: 'De veertien gemeenten en de ggz-aanbieder die er werkt',
          koppen: ['Gemeente', 'Ggz-aanbieder'],
          rijen: content.gemeenten.map(({ id, naam, ggzWerkgebied }) => ({
            kop: { tekst: naam, href: `/gemeenten/${id}` },
            cellen: [{ kop: 'Ggz-aanbieder', tekst: organisatie(ggzWerkgebied.organisatie) }],
          })),
        },
      },
    });
  });

  for (const gemeente of content.gemeenten) {
    router.get(`/gemeenten/${gemeente.id}`, (req, res) => {
      sendPage(req, res, {
        template: 'gemeente',
        titel: `Gemeente ${gemeente.naam}`,
        beschrijving: `Hulp en overleg bij ingewikkelde problemen in ${gemeente.naam}: waar u begint en wat er daarna kan.`,
        kruimels: [...lijst('Gemeenten', '/gemeenten'), { tekst: gemeente.naam }],
        model: toGemeentePage(deps, gemeente),
      });
    });
  }

  router.get('/clientondersteuning', (req, res) => {
    const { aanbieders, recht, taken, uitgangspunten, alsOnbekend } = content.clientondersteuning;
    const toModel = (aanbieder: (typeof aanbieders)[number]) => ({
      naam: aanbieder.naam,
      beschrijving: aanbieder.beschrijving,
      gemeentenToelichting: aanbieder.gemeentenToelichting,
      contacten: aanbieder.contacten.map((contact) => toContactModel(content.bronnen, contact)),
    });
    sendPage(req, res, {
      template: 'clientondersteuning',
      titel: 'Onafhankelijke cliëntondersteuning',
      beschrijving:
        'Wat een onafhankelijke cliëntondersteuner doet, en welke organisaties er zijn in Twente.',
      kruimels: [START, { tekst: 'Cliëntondersteuning' }],
      model: {
        recht: recht.tekst,
        taken: taken.map(({ tekst }) => tekst),
        uitgangspunten: uitgangspunten.map(({ tekst }) => tekst),
        alsOnbekend: alsOnbekend.tekst,
        bron: toBronTekst(content.bronnen, recht.bron),
        voorInwoner: aanbieders.filter(({ voor }) => voor === 'inwoner').map(toModel),
        voorProfessional: aanbieders.filter(({ voor }) => voor === 'professional').map(toModel),
        tafels: content.tafels.map(({ id, soort, naam, clientondersteuning }) => ({
          naam,
          waarde: clientondersteuning.tekst,
          href: toTafelHref(id, soort),
        })),
      },
    });
  });

  router.get('/rollen', (req, res) => {
    sendPage(req, res, {
      template: 'rollen',
      titel: 'Rollen in de P10-aanpak',
      beschrijving:
        'Taken, verantwoordelijkheden en bevoegdheden van regisseur, casuscoördinator en ervaringsdeskundige.',
      kruimels: [START, { tekst: 'Rollen' }],
      model: {
        rollen: content.rollen.map((rol) => ({ ...rol, bron: toBronTekst(content.bronnen, rol.bron) })),
      },
    });
  });

  router.get('/woordenlijst', (req, res) => {
    sendPage(req, res, {
      template: 'woordenlijst',
      titel: 'Woordenlijst',
      beschrijving:
        'Uitleg in gewone taal van de woorden die u op deze site en aan de overlegtafels tegenkomt.',
      kruimels: [START, { tekst: 'Woordenlijst' }],
      model: {
        woorden: content.woordenlijst.map(({ id, woord, ookBekendAls, uitleg, bron }) => ({
          id,
          woord,
          ook: ookBekendAls.join(', '),
          uitleg,
          bron: bron && toBronTekst(content.bronnen, bron),
        })),
      },
    });
  });

  return router;
}
