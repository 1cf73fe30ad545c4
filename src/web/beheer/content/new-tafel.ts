import type { Response, Router } from 'express';
import { VRAGEN } from '../../../domain/content-paths.ts';
import { doAct, parseAct } from '../../../domain/editing/form/act.ts';
import type { Formulier } from '../../../domain/editing/form/references.ts';
import { toBlank } from '../../../domain/editing/form/to-invoer.ts';
import type { Lid, Veld } from '../../../domain/editing/form/veld.ts';
import { toBestand } from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import { isObject, isSame } from '../../../domain/json.ts';
import { MOST_CHARACTERS } from '../../../domain/model/basis.ts';
import { SIGNALEN } from '../../../domain/model/routing-facts.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { NEW_TABLE, toContentPath } from '../paths.ts';
import type { Catalog } from './catalog.ts';
import { checkThing, type Faults, toNeededFaults, toSameNameFaults, toTakenFault } from './check-thing.ts';
import { beginDraft, getDraft, isClosed } from './draft-content.ts';
import { readPosted, UNFINISHED } from './read-posted.ts';
import { type Filled, type Target, toFormPage } from './to-form-page.ts';

const PAD = `/nieuw/${NEW_TABLE}`;

/** Adds the form of a new table. What its files need besides, the page of the content then lists. */
export function addNewTafel(router: Router, deps: BeheerDeps): void {
  const { say, show, editing, catalog } = deps;
  const toTarget = (res: Response): Target => ({
    ...{ draft: getDraft(res), formulier: createNewTafelForm(catalog), naam: null },
  });

  const toNameFaults = (files: Files, { tafels, regels, signaal }: NewTafel): Faults => {
    const check = (soort: string, naam: string | null, part: object) => [
      ...toSameNameFaults(say, files, find(catalog, soort).soort, naam, part),
    ];
    const below = (soort: 'tafels' | 'regels', part: object) =>
      check(soort, null, part).map(([pad, meldingen]) => [`${soort}.${pad}`, meldingen] as const);
    // Of the signals only the new one can be a second one: the others were there.
    const signalen = check('vragen', SIGNALEN, { opties: [...listSignalen(files), signaal] });
    return new Map([
      ...below('tafels', tafels),
      ...below('regels', regels),
      ...signalen.map(([, meldingen]) => ['signaal.tekst', meldingen] as const),
    ]);
  };

  router.get(PAD, (_req, res) => {
    const target = toTarget(res);
    show(res, toFormPage(say, target, { invoer: toBlank(target.formulier.veld) }));
  });

  router.post(PAD, async (req, res) => {
    const target = toTarget(res);
    const { draft, formulier } = target;
    const posted = readPosted(formulier, req.body as URLSearchParams, draft.files);
    const again = (more: Partial<Filled>, status = 200) =>
      show(res, toFormPage(say, target, { invoer: posted.invoer, isGetypt: true, ...more }), status);
    if (isClosed(res)) return again({ isDicht: true }, 409);
    const act = parseAct(posted.doe);
    if (act) return again({ invoer: doAct(formulier.veld, posted.invoer, act) });
    const made = posted.value as NewTafel;
    const { id } = made.tafels;
    let fouten: Faults = checkThing(say, draft.files, formulier, null, posted);
    if (posted.doe === UNFINISHED) fouten = toNeededFaults(fouten, 'tafels');
    // Who presses the button twice, is answered twice that it is saved.
    if (fouten.size === 0 && hasSame(catalog, draft.files, made))
      return redirect(res, toContentPath(draft.id));
    if (fouten.size === 0 && (hasTafel(catalog, draft.files, id) || hasSignaal(draft.files, id)))
      fouten = toTakenFault(say, 'tafels.id', posted.ids);
    if (fouten.size === 0) fouten = toNameFaults(draft.files, made);
    if (fouten.size > 0) return again({ fouten }, 422);
    const begun = await beginDraft(deps, res, draft);
    await editing.drafts.changeFiles(begun.id, getBezoeker(res).wie, `tafels, ${id}`, (files) =>
      // Somebody may have made one of that name at the same moment: theirs stays.
      hasTafel(catalog, files, id) ? files : addTafel(catalog, files, made),
    );
    redirect(res, toContentPath(begun.id));
  });
}

/** A new table as its form has it: both its files, and the signal that opens it. */
interface NewTafel {
  readonly tafels: { readonly id: string };
  readonly regels: object;
  readonly signaal: { readonly tekst: string; readonly toelichting?: string };
}

/** What the table has of itself: both files name it, and it is opened by the signal of its own name. */
const OF_ITSELF = ['tafel', 'signaal'];

/** The form of a new table: everything that its two files need, and no more asked twice. */
function createNewTafelForm(catalog: Catalog): Formulier {
  const [tafels, regels] = [find(catalog, 'tafels'), find(catalog, 'regels')];
  const leden = regels.veld.soort === 'groep' ? regels.veld.leden : [];
  const tekst: Veld = { soort: 'tekst', patroon: null, max: MOST_CHARACTERS, isAdres: false };
  const signaal: Veld = {
    soort: 'groep',
    leden: [toLid('tekst', tekst), { naam: 'toelichting', veld: tekst, isNodig: false, leeg: undefined }],
  };
  return {
    soort: {
      soort: NEW_TABLE,
      staat: { in: 'bestand', bestand: '', sleutels: null },
      schema: {},
      $schema: '',
      check(value) {
        const made = value as NewTafel;
        const prefix = (name: string, formulier: Formulier, part: unknown) =>
          formulier.soort.check(part).map(({ pad, melding }) => ({ pad: [name, ...pad], melding }));
        return [...prefix('tafels', tafels, made.tafels), ...prefix('regels', regels, toRegels(made))].filter(
          ({ pad }) => !OF_ITSELF.includes(String(pad[1])),
        );
      },
    },
    veld: {
      soort: 'groep',
      leden: [
        toLid('tafels', tafels.veld),
        toLid('regels', { soort: 'groep', leden: leden.filter(({ naam }) => !OF_ITSELF.includes(naam)) }),
        toLid('signaal', signaal),
      ],
    },
  };
}

function toLid(naam: string, veld: Veld): Lid {
  return { naam, veld, isNodig: true, leeg: undefined };
}

function find(catalog: Catalog, soort: string): Formulier {
  const formulier = catalog.find(soort);
  if (formulier) return formulier;
  throw new Error(`Er is geen soort inhoud die ${soort} heet.`);
}

function toRegels({ tafels: { id }, regels }: NewTafel): object {
  return { tafel: id, signaal: id, ...regels };
}

/** Whether a table of this name is there already. */
function hasTafel(catalog: Catalog, files: Files, id: string): boolean {
  return ['tafels', 'regels'].some((name) => Object.hasOwn(files, toBestand(find(catalog, name).soort, id)));
}

/** Whether a signal of this name is there already: it may open another table. */
function hasSignaal(files: Files, id: string): boolean {
  return listSignalen(files).some((optie) => isObject(optie) && optie.id === id);
}

/** The signals. */
function listSignalen(files: Files): readonly unknown[] {
  const { vragen } = files[VRAGEN] as {
    readonly vragen: readonly { readonly feit: string; readonly opties?: readonly unknown[] }[];
  };
  return vragen.find(({ feit }) => feit === SIGNALEN)?.opties ?? [];
}

/** Whether exactly this table is there already, with its signal. */
function hasSame(catalog: Catalog, files: Files, made: NewTafel): boolean {
  const fresh = addTafel(catalog, {}, made);
  const signaal = { id: made.tafels.id, ...made.signaal };
  return (
    Object.entries(fresh).every(([path, json]) => path === VRAGEN || isSame(files[path], json)) &&
    listSignalen(files).some((optie) => isSame(optie, signaal))
  );
}

/** The files with a new table in them, and its signal among those that can be chosen beside others. */
function addTafel(catalog: Catalog, files: Files, made: NewTafel): Files {
  const { id } = made.tafels;
  const [tafels, regels] = [find(catalog, 'tafels').soort, find(catalog, 'regels').soort];
  return {
    ...files,
    [toBestand(tafels, id)]: { $schema: tafels.$schema, ...made.tafels },
    [toBestand(regels, id)]: { $schema: regels.$schema, ...toRegels(made) },
    [VRAGEN]: addSignaal(files[VRAGEN], { id, ...made.signaal }),
  };
}

function addSignaal(json: unknown, optie: { readonly id: string }): unknown {
  if (!isObject(json) || !Array.isArray(json.vragen)) return json;
  const vragen = json.vragen.map((vraag: unknown) => {
    if (!isObject(vraag) || vraag.feit !== SIGNALEN || !Array.isArray(vraag.opties)) return vraag;
    const alone = vraag.opties.findIndex((one) => isObject(one) && one.alleen === true);
    return { ...vraag, opties: vraag.opties.toSpliced(alone < 0 ? vraag.opties.length : alone, 0, optie) };
  });
  return { ...json, vragen };
}
