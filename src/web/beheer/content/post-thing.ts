import type { Response } from 'express';
import { toDutchDate } from '../../../domain/calendar.ts';
import { doAct, parseAct } from '../../../domain/editing/form/act.ts';
import type { Formulier } from '../../../domain/editing/form/references.ts';
import { toInvoer } from '../../../domain/editing/form/to-invoer.ts';
import { readPart } from '../../../domain/editing/part.ts';
import type { Wie } from '../../../domain/editing/people.ts';
import {
  findPath,
  listNamen,
  moveThing,
  readThing,
  type Soort,
  toPartRef,
  writeInto,
} from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import { isSame } from '../../../domain/json.ts';
import type { Say } from '../../../domain/texts.ts';
import type { Drafts } from '../../../editing/drafts.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { toChangeTitle } from '../change-title.ts';
import { toContentPath, toThingPath } from '../paths.ts';
import {
  canBeUnfinished,
  checkThing,
  toFaults,
  toFutureFaults,
  toNeededFaults,
  toNewName,
} from './check-thing.ts';
import { beginDraft, isClosed, isComing, openComing } from './draft-content.ts';
import { listUses } from './list-uses.ts';
import { type Botsing, readPosted, UNFINISHED } from './read-posted.ts';
import { type Filled, type Target, toFormPage } from './to-form-page.ts';

/** The buttons that save a thing and move it in its list, with how far. */
const PLACES: ReadonlyMap<string, -1 | 1> = new Map([
  ['hoger', -1],
  ['lager', 1],
]);

/** Does what the button of a form says: to the form itself, or to the draft. Nothing that was typed gets lost. */
export async function postThing(deps: BeheerDeps, res: Response, opened: Target): Promise<void> {
  let target = opened;
  const { say, show, editing } = deps;
  const { draft, formulier, naam } = target;
  const { soort, veld } = formulier;
  const { wie } = getBezoeker(res);
  const posted = readPosted(formulier, res.req.body as URLSearchParams, draft.files);
  const { was, invoer, botsingen, doe } = posted;
  const again = (more: Partial<Filled>, status = 200) =>
    show(res, toFormPage(say, target, { was, invoer, botsingen, isGetypt: true, ...more }), status);
  const toBase = () => toContentPath(target.draft.id);
  const toHere = (here: string) => `${toThingPath(toBase(), soort.soort, here)}?bewaard=ja`;
  const begin = async () => {
    target = { ...target, draft: await beginDraft(deps, res, draft, toDraftTitle(say, soort, was)) };
  };

  if (isClosed(res)) return again({ isDicht: true }, 409);
  const isGone = naam !== null && doe === 'verwijder' && soort.staat.in !== 'bestand';
  const gebruikt = isGone ? listUses(deps, target, naam) : [];
  const isTyped = was === undefined || !isSame(posted.value, was);
  if (gebruikt.length > 0) return again({ gebruikt, isGetypt: isTyped || botsingen.length > 0 }, 409);
  if (botsingen.length > 0 && !isGone)
    return again({ fouten: toFaults([['', say('beheer-fout.kies-botsing')]]) }, 409);
  const act = parseAct(doe);
  if (act) return again({ invoer: doAct(veld, invoer, act) });
  const by = naam === null ? undefined : PLACES.get(doe);
  const move = async (from: string) => {
    const make = (files: Files) => moveThing(files, soort, from, by ?? 1);
    if (by) await editing.drafts.changeFiles(target.draft.id, wie, `${soort.soort}, ${from}`, make);
    return redirect(res, toHere(from));
  };
  // What is not touched moves also when there is something wrong with it.
  if (naam !== null && by && !isTyped) {
    await begin();
    return move(naam);
  }
  // A draft that changes nothing is of no use to anybody.
  if (isComing(draft) && !isTyped && !isGone) return again({ isGelijk: true, isGetypt: false });
  // Who presses the button twice, is answered twice that it is saved.
  const there = naam === null ? findSame(draft.files, soort, posted.value) : undefined;
  if (there !== undefined) return redirect(res, toHere(there));
  const fouten = isGone
    ? new Map()
    : new Map([
        ...toFutureFaults(say, posted, toDutchDate(deps.now())),
        ...checkThing(say, draft.files, formulier, naam, posted),
      ]);
  const isUnfinished = doe === UNFINISHED && canBeUnfinished(formulier);
  const blocking = isUnfinished ? toNeededFaults(fouten, '') : fouten;
  if (blocking.size > 0) return again({ fouten: blocking }, 422);

  await begin();
  const saved = await saveThing(editing.drafts, target, wie, was, isGone ? undefined : posted.value);
  switch (saved.soort) {
    case 'dicht':
      target = { ...target, draft: await openComing(deps, wie) };
      return again({ isDicht: true }, 409);
    case 'weg':
      return redirect(res, `${toBase()}/${soort.soort}?weg=ja`);
    case 'bewaard':
      return move(saved.naam);
    case 'botsing': {
      const { value, theirs } = saved;
      if (theirs === undefined) return again({ was: undefined, isWeg: true }, 409);
      const both = { was: theirs, invoer: toInvoer(veld, value), botsingen: saved.botsingen };
      return again(both, 409);
    }
  }
}

/** The kinds that are changed one by one, most of them from the address book: a draft for one is named after it. */
const ONE_BY_ONE = ['contacten', 'noodnummers', 'bronnen'];

/** The title of a draft that begins with a change of this; null where the day says enough. */
function toDraftTitle(say: Say, { soort }: Soort, was: unknown): string | null {
  return was !== undefined && ONE_BY_ONE.includes(soort) ? toChangeTitle(say, was) : null;
}

/** The name of a thing that is exactly this one. */
function findSame(files: Files, soort: Soort, value: unknown): string | undefined {
  return listNamen(files, soort).find((other) => isSame(readThing(files, soort, other), value));
}

/** What became of saving a thing. */
type SavedThing =
  | { readonly soort: 'bewaard'; readonly naam: string }
  | { readonly soort: 'weg' | 'dicht' }
  | {
      readonly soort: 'botsing';
      /** Both changes together. */
      readonly value: unknown;
      /** The thing as the other made it; undefined: taken away. */
      readonly theirs: unknown;
      readonly botsingen: readonly Botsing[];
    };

/** Saves a thing of a draft that was opened as `was`; undefined as value takes it away. */
async function saveThing(
  drafts: Drafts,
  { draft, formulier, naam }: Target,
  wie: Wie,
  was: unknown,
  value: unknown,
): Promise<SavedThing> {
  const { soort } = formulier;
  const fresh = value === undefined ? (naam ?? '') : toNewName(draft.files, formulier, naam, value);
  const part = toPartRef(soort, naam ?? fresh);
  // A thing in a file with more in it is saved with the file, of which it leaves the rest as it is.
  const file = part.naam === null ? readPart(draft.files, part) : null;
  const isWhole = part.naam !== null || soort.staat.in === 'map';
  const base = isWhole ? was : writeInto(file, soort, naam ?? fresh, was);
  const ours = isWhole ? value : writeInto(file, soort, naam ?? fresh, value);
  const saved = await drafts.savePart(draft.id, wie, part, base, ours, soort.$schema || undefined);
  if (saved.soort === 'dicht') return { soort: 'dicht' };
  if (saved.soort === 'bewaard')
    return value === undefined ? { soort: 'weg' } : { soort: 'bewaard', naam: fresh };
  const read = (from: unknown) => (isWhole ? from : readFrom(formulier, naam ?? fresh, from));
  const skip = isWhole || soort.staat.in !== 'lijst' ? 0 : 2;
  return {
    soort: 'botsing',
    value: read(saved.value) ?? value,
    theirs: read(saved.theirs),
    botsingen: saved.clashes
      .filter(({ path }) => isWhole || skip === 0 || isHere(path))
      .map(({ path, theirs }) => ({ path: path.slice(skip), ...(theirs === undefined ? {} : { theirs }) })),
  };

  function isHere(path: readonly (string | number)[]): boolean {
    const files = { [part.bestand]: saved.soort === 'botsing' ? saved.value : null };
    const here = findPath(files, soort, naam ?? fresh);
    return path[0] === here[0] && path[1] === here[1];
  }
}

/** The thing in a file that is saved as a whole. */
function readFrom({ soort }: Formulier, naam: string, file: unknown): unknown {
  const part = toPartRef(soort, naam);
  return readThing({ [part.bestand]: file }, soort, naam);
}
