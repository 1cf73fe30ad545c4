import { type RequestHandler, Router } from 'express';
import { toDateText } from '../../../domain/calendar.ts';
import { createChoices } from '../../../domain/editing/form/choices.ts';
import { toInvoer } from '../../../domain/editing/form/to-invoer.ts';
import { toModel } from '../../../domain/editing/form/to-model.ts';
import type { Wie } from '../../../domain/editing/people.ts';
import { readThing } from '../../../domain/editing/soort.ts';
import { isOpen } from '../../../editing/drafts.ts';
import { checkVelden } from '../../form.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { createCatalog, toTitle } from './catalog.ts';
import { createFormWords, toSoortText } from './form-words.ts';
import { LIVE_PATH, toContentPath, toNewPath, toThingPath } from './paths.ts';
import { toLines } from './to-lines.ts';
import { toKindPage, toOverviewPage, toSearch } from './to-list-page.ts';

/** The content that is live, to read; from each thing one goes on in a draft. */
export function createLiveRouter({ say, show, editing, now }: BeheerDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const catalog = createCatalog(() => editing.soorten);

  /** The drafts that somebody works on, the one that was changed last first. */
  async function listOwn(wie: Wie) {
    const all = await editing.drafts.list();
    return all.filter(({ value }) => isOpen(value) && value.gemaaktDoor.includes(wie.id));
  }

  const list: RequestHandler = async (req, res, next) => {
    const { files } = await editing.versions.readLive();
    const zoek = toSearch(req.query.zoek);
    const options = { say, catalog, files, base: LIVE_PATH, zoek, isConcept: false, van: null };
    const rest = { stand: null, weg: false, nog: [] };
    if (req.params.soort === undefined) return show(res, toOverviewPage({ ...options, ...rest }));
    const formulier = catalog.find(String(req.params.soort));
    if (!formulier) return next();
    show(res, toKindPage({ ...options, ...rest }, formulier.soort));
  };

  router.get('/', list);
  router.get('/:soort', list);

  /** The draft that somebody goes on in: `asked` when it is their own, else a new one. */
  async function openOwn(wie: Wie, asked: string): Promise<string> {
    const own = (await listOwn(wie)).find(({ id }) => id === asked);
    const titel = say('beheer-inhoud.nieuw-concept', { dag: toDateText(now().toISOString().slice(0, 10)) });
    return own?.id ?? editing.drafts.start(wie, titel);
  }

  /** "Voeg iets toe": goes on in one's newest draft, or begins one, with the form of a new thing. */
  router.post('/:soort', async (req, res, next) => {
    checkVelden(req.body as URLSearchParams, []);
    const soort = catalog.find(String(req.params.soort))?.soort;
    if (!soort || soort.staat.in === 'bestand') return next();
    const { wie } = getBezoeker(res);
    const id = await openOwn(wie, (await listOwn(wie))[0]?.id ?? '');
    redirect(res, toNewPath(toContentPath(id), soort));
  });

  router.get('/:soort/:naam', async (req, res, next) => {
    const formulier = catalog.find(String(req.params.soort));
    const naam = String(req.params.naam);
    const { files } = await editing.versions.readLive();
    const value = formulier && readThing(files, formulier.soort, naam);
    if (!formulier || value === undefined) return next();
    const { soort, veld } = formulier;
    const { naam: soortNaam } = toSoortText(say, soort.soort);
    const titel = soort.staat.in === 'bestand' ? soortNaam : toTitle(files, soort, naam);
    const knoop = toModel(veld, toInvoer(veld, value), {
      soort: soort.soort,
      woorden: createFormWords(say),
      choices: createChoices(files, soort.staat.in === 'map' ? naam : null),
      fouten: new Map(),
    });
    const own = await listOwn(getBezoeker(res).wie);
    show(res, {
      template: 'beheer-onderdeel-lees',
      titel: `${titel} - ${soortNaam}`,
      kruimels: [
        { tekst: say('beheer-inhoud.titel'), href: LIVE_PATH },
        ...(soort.staat.in === 'bestand' ? [] : [{ tekst: soortNaam, href: `${LIVE_PATH}/${soort.soort}` }]),
        { tekst: titel },
      ],
      model: {
        kop: titel,
        soortNaam,
        regels: toLines(knoop),
        actie: toThingPath(LIVE_PATH, soort.soort, naam),
        concepten: own.map(({ id, value: { titel: tekst } }, number) => ({
          id,
          tekst,
          gekozen: number === 0,
        })),
      },
    });
  });

  /** "Wijzig dit": goes on in one's own draft, or begins one. */
  router.post('/:soort/:naam', async (req, res, next) => {
    const form = req.body as URLSearchParams;
    checkVelden(form, ['concept']);
    const formulier = catalog.find(String(req.params.soort));
    if (!formulier) return next();
    const id = await openOwn(getBezoeker(res).wie, form.get('concept') ?? '');
    redirect(res, toThingPath(toContentPath(id), formulier.soort.soort, String(req.params.naam)));
  });

  return router;
}
