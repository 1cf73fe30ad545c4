import type { Request, Response, Router } from 'express';
import { isDate, toDateText } from '../../../domain/calendar.ts';
import { createChoices } from '../../../domain/editing/form/choices.ts';
import type { Knoop } from '../../../domain/editing/form/knoop.ts';
import { toInvoer } from '../../../domain/editing/form/to-invoer.ts';
import { toModel } from '../../../domain/editing/form/to-model.ts';
import { readThing, type Soort } from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { readVelden } from '../form.ts';
import { CHOOSE, LIVE_PATH, toContentPath, toNewPath, toThingPath } from '../paths.ts';
import { createFormWords, toSoortText, toTitle } from './catalog.ts';
import { addLists } from './lists.ts';
import { createOwnDrafts } from './own-drafts.ts';

/** Adds the content that is live, to read; from each thing one goes on in a draft. */
export function addLive(router: Router, deps: BeheerDeps): void {
  const { say, show, editing, catalog } = deps;

  const drafts = createOwnDrafts(deps);

  /** Goes on in the draft that a form names or that goes by itself; else asks in which one. */
  async function goOn(req: Request, res: Response, { over, toPad }: Subject): Promise<void> {
    const form = readVelden(req, 'concept', 'gevraagd');
    const asked = form.get('concept');
    const id = await drafts.pick(getBezoeker(res).wie, asked);
    if (id !== null) return redirect(res, toPad(toContentPath(id)));
    if (asked !== null) return showChoice(res, over, say('beheer-inhoud.concept-dicht'), 409);
    const wasAsked = form.has('gevraagd');
    await showChoice(res, over, wasAsked ? say('beheer-inhoud.kies-concept') : null, wasAsked ? 422 : 200);
  }

  /** Asks in which draft a change of this address goes. */
  async function showChoice(res: Response, over: string, fout: string | null, status = 200): Promise<void> {
    const keuze = await drafts.toField(getBezoeker(res).wie, fout);
    const titel = say('beheer-inhoud.in-welk');
    const model = {
      ...{ over, keuze, actie: res.req.originalUrl.split('?')[0] },
      fouten: fout === null ? null : [{ href: '#concept', tekst: fout }],
    };
    const kruimels = [{ tekst: say('beheer-inhoud.titel'), href: LIVE_PATH }, { tekst: titel }];
    show(res, { template: 'beheer-kies-concept', titel, kruimels, fout: fout !== null, model }, status);
  }

  /** What an address is about: a kind, to add to, or a thing that is live. Null: neither. */
  async function findSubject({ params: { soort: kind, naam } }: Request): Promise<Subject | null> {
    const soort = catalog.find(String(kind))?.soort;
    if (!soort) return null;
    if (naam === undefined)
      return soort.staat.in === 'bestand'
        ? null
        : { over: toSoortText(say, soort.soort).naam, toPad: (base) => toNewPath(base, soort) };
    const { files } = await editing.versions.readLive();
    const name = String(naam);
    if (readThing(files, soort, name) === undefined) return null;
    return { over: toKop(files, soort, name), toPad: (base) => toThingPath(base, soort.soort, name) };
  }

  const toKop = (files: Files, soort: Soort, naam: string) =>
    soort.staat.in === 'bestand' ? toSoortText(say, soort.soort).naam : toTitle(files, soort, naam);

  // A route each, since the log names them by their pattern.
  for (const pattern of ['/:soort', '/:soort/:naam']) {
    // From a form in a draft, for who wants the change in another one.
    router.get(pattern, async (req, res, next) => {
      const subject = req.query[CHOOSE] === 'ja' ? await findSubject(req) : null;
      if (subject === null) return next();
      await showChoice(res, subject.over, null);
    });

    // "Voeg iets toe" and "Wijzig dit": goes on in a draft with the form.
    router.post(pattern, async (req, res, next) => {
      const subject = await findSubject(req);
      if (subject === null) return next();
      await goOn(req, res, subject);
    });
  }

  addLists(router, deps, async () => {
    const { files } = await editing.versions.readLive();
    return { files, base: LIVE_PATH, concept: null };
  });

  router.get('/:soort/:naam', async (req, res, next) => {
    const { naam } = req.params;
    const formulier = catalog.find(req.params.soort);
    const { files } = await editing.versions.readLive();
    const value = formulier && readThing(files, formulier.soort, naam);
    if (!formulier || value === undefined) return next();
    const { soort, veld } = formulier;
    const { naam: soortNaam } = toSoortText(say, soort.soort);
    const kop = toKop(files, soort, naam);
    const knoop = toModel(veld, toInvoer(veld, value), {
      soort: soort.soort,
      woorden: createFormWords(say),
      choices: createChoices(files, soort.staat.in === 'map' ? naam : null),
      fouten: new Map(),
    });
    const keuze = await drafts.toField(getBezoeker(res).wie);
    const model = {
      ...{ kop, soortNaam, regels: toLines(knoop), actie: toThingPath(LIVE_PATH, soort.soort, naam) },
      keuze: keuze.opties.length > 1 ? keuze : null,
    };
    const kruimels = [
      { tekst: say('beheer-inhoud.titel'), href: LIVE_PATH },
      ...(soort.staat.in === 'bestand' ? [] : [{ tekst: soortNaam, href: `${LIVE_PATH}/${soort.soort}` }]),
      { tekst: kop },
    ];
    show(res, { template: 'beheer-onderdeel-lees', titel: `${kop} - ${soortNaam}`, kruimels, model });
  });
}

/** What somebody wants to change: what it is called, and its form in the content of a draft. */
interface Subject {
  readonly over: string;
  readonly toPad: (base: string) => string;
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

/** What the content names a thing by, which says nothing to who reads it: an id that nobody chooses, and the table of rules. */
function isInternal({ soort, naam, opties, verborgen }: Knoop): boolean {
  const isId = ['id', 'feit'].includes(naam.split('.').at(-1) ?? '') && soort === 'tekst';
  return (isId && opties.length === 0) || (soort === 'vast' && verborgen.length > 0);
}

function toLine(knoop: Knoop, label = knoop.label): readonly Line[] {
  if (isInternal(knoop)) return [];
  const { soort, waarde, opties, isEr, kinderen } = knoop;
  if (soort === 'vink' || (soort === 'deel' && !isEr))
    return isEr ? [{ label, tekst: '✓', regels: null }] : [];
  const chosen = opties.filter(({ gekozen }) => gekozen).map(({ tekst }) => tekst);
  const regels = toLines(knoop);
  // A group without a name of its own, such as the one form that was chosen.
  if (label === '') return regels;
  if (soort === 'vormen' && kinderen.length === 0) return [{ label, tekst: chosen.join(', '), regels: null }];
  if (regels.length > 0) return [{ label, tekst: '', regels }];
  const word = knoop.invoer === 'date' && isDate(waarde) ? toDateText(waarde) : waarde;
  const tekst = opties.length > 0 ? chosen.join(', ') : word;
  return tekst === '' ? [] : [{ label, tekst, regels: null }];
}
