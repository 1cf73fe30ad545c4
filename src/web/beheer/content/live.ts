import type { Router } from 'express';
import { toDateText } from '../../../domain/calendar.ts';
import { createChoices } from '../../../domain/editing/form/choices.ts';
import type { Knoop } from '../../../domain/editing/form/knoop.ts';
import { toInvoer } from '../../../domain/editing/form/to-invoer.ts';
import { toModel } from '../../../domain/editing/form/to-model.ts';
import type { Wie } from '../../../domain/editing/people.ts';
import { readThing } from '../../../domain/editing/soort.ts';
import { isOpen } from '../../../editing/drafts.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { readVelden } from '../form.ts';
import { LIVE_PATH, toContentPath, toNewPath, toThingPath } from '../paths.ts';
import { createFormWords, toSoortText, toTitle } from './catalog.ts';
import { addLists } from './lists.ts';

/** Adds the content that is live, to read; from each thing one goes on in a draft. */
export function addLive(router: Router, deps: BeheerDeps): void {
  const { say, show, editing, now, catalog } = deps;

  /** The drafts that somebody works on, the one that was changed last first. */
  async function listOwn(wie: Wie) {
    const all = await editing.drafts.list();
    return all.filter(({ value }) => isOpen(value) && value.gemaaktDoor.includes(wie.id));
  }

  /** The draft that somebody goes on in: `asked` when it is their own, else a new one. */
  async function openOwn(wie: Wie, asked: string): Promise<string> {
    const own = (await listOwn(wie)).find(({ id }) => id === asked);
    const titel = say('beheer-inhoud.nieuw-concept', { dag: toDateText(now().toISOString().slice(0, 10)) });
    return own?.id ?? editing.drafts.start(wie, titel);
  }

  addLists(router, deps, async () => {
    const { files } = await editing.versions.readLive();
    return { files, base: LIVE_PATH, concept: null };
  });

  /** "Voeg iets toe": goes on in one's newest draft, or begins one, with the form of a new thing. */
  router.post('/:soort', async (req, res, next) => {
    readVelden(req);
    const soort = catalog.find(req.params.soort)?.soort;
    if (!soort || soort.staat.in === 'bestand') return next();
    const { wie } = getBezoeker(res);
    const id = await openOwn(wie, (await listOwn(wie))[0]?.id ?? '');
    redirect(res, toNewPath(toContentPath(id), soort));
  });

  router.get('/:soort/:naam', async (req, res, next) => {
    const { naam } = req.params;
    const formulier = catalog.find(req.params.soort);
    const { files } = await editing.versions.readLive();
    const value = formulier && readThing(files, formulier.soort, naam);
    if (!formulier || value === undefined) return next();
    const { soort, veld } = formulier;
    const { naam: soortNaam } = toSoortText(say, soort.soort);
    const isOne = soort.staat.in === 'bestand';
    const kop = isOne ? soortNaam : toTitle(files, soort, naam);
    const knoop = toModel(veld, toInvoer(veld, value), {
      soort: soort.soort,
      woorden: createFormWords(say),
      choices: createChoices(files, soort.staat.in === 'map' ? naam : null),
      fouten: new Map(),
    });
    const own = await listOwn(getBezoeker(res).wie);
    const model = {
      ...{ kop, soortNaam, regels: toLines(knoop), actie: toThingPath(LIVE_PATH, soort.soort, naam) },
      concepten: own.map(({ id, value: { titel: tekst } }, at) => ({ id, tekst, gekozen: at === 0 })),
    };
    const kruimels = [
      { tekst: say('beheer-inhoud.titel'), href: LIVE_PATH },
      ...(isOne ? [] : [{ tekst: soortNaam, href: `${LIVE_PATH}/${soort.soort}` }]),
      { tekst: kop },
    ];
    show(res, { template: 'beheer-onderdeel-lees', titel: `${kop} - ${soortNaam}`, kruimels, model });
  });

  /** "Wijzig dit": goes on in one's own draft, or begins one. */
  router.post('/:soort/:naam', async (req, res, next) => {
    const { soort, naam } = req.params;
    const asked = readVelden(req, 'concept').get('concept') ?? '';
    if (!catalog.find(soort)) return next();
    const id = await openOwn(getBezoeker(res).wie, asked);
    redirect(res, toThingPath(toContentPath(id), soort, naam));
  });
}

/** A thing to read: what each field is called, and what stands in it or what is within. */
interface Line {
  readonly label: string;
  readonly tekst: string;
  readonly regels: readonly Line[] | null;
}

/** The fields of a form as lines to read; what is empty is left out. */
function toLines(knoop: Knoop): readonly Line[] {
  return [
    ...knoop.kinderen.flatMap((child) => toLine(child)),
    ...knoop.items.flatMap(({ knoop: item, nummer }) => toLine(item, `${knoop.een} ${nummer}`)),
  ];
}

function toLine(knoop: Knoop, label = knoop.label): readonly Line[] {
  const { soort, waarde, opties, isEr, kinderen } = knoop;
  if (soort === 'vink' || (soort === 'deel' && !isEr))
    return isEr ? [{ label, tekst: '✓', regels: null }] : [];
  const chosen = opties.filter(({ gekozen }) => gekozen).map(({ tekst }) => tekst);
  const regels = toLines(knoop);
  // A group without a name of its own, such as the one form that was chosen.
  if (label === '') return regels;
  if (soort === 'vormen' && kinderen.length === 0) return [{ label, tekst: chosen.join(', '), regels: null }];
  if (regels.length > 0) return [{ label, tekst: '', regels }];
  const tekst = opties.length > 0 ? chosen.join(', ') : waarde;
  return tekst === '' ? [] : [{ label, tekst, regels: null }];
}
