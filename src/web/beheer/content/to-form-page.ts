import { createChoices } from '../../../domain/editing/form/choices.ts';
import type { Formulier } from '../../../domain/editing/form/references.ts';
import { toModel } from '../../../domain/editing/form/to-model.ts';
import type { Invoer } from '../../../domain/editing/form/veld.ts';
import { listNamen, readThing } from '../../../domain/editing/soort.ts';
import { getAt, isSame } from '../../../domain/json.ts';
import type { Say } from '../../../domain/texts.ts';
import type { OpenDraft } from '../../../editing/drafts.ts';
import type { Page } from '../../page.ts';
import { BEHEER, CHOOSE, LIVE_PATH, NEW_TABLE, toContentPath, toDraftPath, toThingPath } from '../paths.ts';
import { createFormWords, toSoortText, toTitle } from './catalog.ts';
import { canBeUnfinished, type Faults } from './check-thing.ts';
import { isComing } from './draft-content.ts';
import { listFaults } from './list-faults.ts';
import { type Botsing, toChoiceName } from './read-posted.ts';
import { toNodeView } from './to-node-view.ts';

/** The thing of a draft that a form is of; `naam` null: a new one. */
export interface Target {
  readonly draft: OpenDraft;
  readonly formulier: Formulier;
  readonly naam: string | null;
}

/** A thing that names another: each once, at the first of its places. */
export interface ShownUse {
  readonly href: string;
  readonly tekst: string;
  /** The parts of it that do, in words. */
  readonly plekken: string;
}

/** What stands in a form, and what is said of it. */
export interface Filled {
  /** The thing as it was when the form was opened; undefined for a new one. */
  readonly was?: unknown;
  readonly invoer: Invoer;
  readonly fouten?: Faults;
  /** What the draft does as a whole, in words. */
  readonly stand?: string | null;
  readonly bewaard?: boolean;
  /** Nothing was saved, so that leaving the page loses what was typed. */
  readonly isGetypt?: boolean;
  readonly botsingen?: readonly Botsing[];
  /** It was saved as it was, so that no draft began. */
  readonly isGelijk?: boolean;
  /** Its draft was closed meanwhile, so that it goes in a new one. */
  readonly isDicht?: boolean;
  /** Somebody else took it away meanwhile. */
  readonly isWeg?: boolean;
  /** Why it was not taken away: where it is named. */
  readonly gebruikt?: readonly ShownUse[];
}

/** The page with the form of a thing in a draft. */
export function toFormPage(say: Say, target: Target, filled: Filled): Page {
  const { draft, formulier, naam } = target;
  const { was, invoer, fouten = new Map(), botsingen = [] } = filled;
  const {
    stand = null,
    bewaard = false,
    isGetypt = false,
    isWeg = false,
    gebruikt = [],
    isGelijk = false,
    isDicht = false,
  } = filled;
  const { soort, veld } = formulier;
  const { naam: soortNaam, uitleg } = toSoortText(say, soort.soort);
  const base = toContentPath(draft.id);
  const coming = isComing(draft);
  const isOne = soort.staat.in === 'bestand';
  const titel =
    naam === null ? say('beheer-inhoud.nieuw') : isOne ? soortNaam : toTitle(draft.files, soort, naam);
  const woorden = createFormWords(say);
  const choices = createChoices(draft.files, soort.staat.in === 'map' ? naam : null);
  const knoop = toModel(veld, invoer, { soort: soort.soort, woorden, choices, fouten });
  const samenvatting = listFaults(say, knoop, fouten);
  return {
    template: 'beheer-onderdeel',
    titel: `${naam === null ? titel : say('beheer-inhoud.wijzig', { naam: titel })} - ${soortNaam}`,
    fout: fouten.size > 0,
    kruimels: [
      ...(coming ? [] : [{ tekst: draft.concept.titel, href: toDraftPath(draft.id) }]),
      { tekst: say('beheer-inhoud.titel'), href: base },
      ...(isOne ? [] : [{ tekst: soortNaam, href: `${base}/${soort.soort}` }]),
      { tekst: titel },
    ],
    model: {
      kop: titel,
      ...{ soortNaam, uitleg },
      concept: coming ? null : { titel: draft.concept.titel, href: toDraftPath(draft.id) },
      anders: isGetypt ? null : toOther(target),
      actie: naam === null ? `${base}/nieuw/${soort.soort}` : toThingPath(base, soort.soort, naam),
      was: was === undefined ? '' : JSON.stringify(was),
      isNieuw: naam === null,
      isAangeboden: draft.concept.status === 'aangeboden',
      knoop: toNodeView(knoop),
      fouten: samenvatting.fouten.length > 0 ? samenvatting.fouten : null,
      vooraf: toBefore(say, formulier, samenvatting.leeg),
      ...{
        stand,
        bewaard,
        isGetypt,
        isGelijk,
        isDicht,
        isWeg,
        gebruikt: gebruikt.length > 0 ? gebruikt : null,
      },
      botsingen: botsingen.length > 0 ? JSON.stringify(botsingen) : null,
      keuzes: botsingen.map((botsing, number) => toClash(say, soort.soort, filled, botsing, number)),
      kanHalf: canBeUnfinished(formulier),
      // The rules of a table have its name from its other half.
      heeftNaam: soort.soort !== 'regels',
      plek: toPlace(target),
      kanWeg: naam !== null && !isOne,
      tafel: toOtherHalf(say, base, soort.soort, naam),
      beheer: BEHEER,
    },
  };
}

/** Where to choose another draft, as long as this one changes other things and this thing not yet; else null. */
function toOther({ draft: { concept, basis, files }, formulier: { soort }, naam }: Target) {
  if (Object.keys(concept.bestanden).length === 0) return null;
  if (naam !== null && !isSame(readThing(basis, soort, naam), readThing(files, soort, naam))) return null;
  // A new table is begun from the list of tables.
  const kind = soort.soort === NEW_TABLE ? 'regels' : soort.soort;
  return {
    href: `${toThingPath(LIVE_PATH, kind, naam)}?${CHOOSE}=ja`,
  };
}

/** The other file of a table. */
function toOtherHalf(say: Say, base: string, soort: string, naam: string | null) {
  if (naam === null || (soort !== 'tafels' && soort !== 'regels')) return null;
  const other = soort === 'tafels' ? 'regels' : 'tafels';
  return { href: toThingPath(base, other, naam), tekst: say(`beheer-inhoud.naar-de-${other}`) };
}

/** Its place in the list, for the buttons that move it. */
function toPlace({ draft, formulier: { soort }, naam }: Target) {
  if (soort.staat.in !== 'lijst' || naam === null) return null;
  const names = listNamen(draft.files, soort);
  const at = names.indexOf(naam);
  if (at < 0) return null;
  return { nummer: at + 1, aantal: names.length, isEerste: at === 0, isLaatste: at === names.length - 1 };
}

function toClash(
  say: Say,
  soort: string,
  { was, invoer }: Filled,
  { path, theirs }: Botsing,
  number: number,
) {
  const woorden = createFormWords(say);
  const label = path
    .filter((key) => typeof key === 'string')
    .map((key, at, keys) => woorden.label(key, at === 0 ? soort : (keys[at - 1] ?? '')))
    .join(', ');
  return {
    naam: toChoiceName(number),
    id: `botsing-${number}`,
    label: label || toSoortText(say, soort).naam,
    uw: toText(getAt(invoer, path)),
    ander: toText(theirs ?? getAt(was, path)),
  };
}

/** A value to read: lines of texts for what is more than one. */
function toText(value: unknown): string {
  if (Array.isArray(value)) return value.map(toText).join(', ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(toText).join(', ');
  return value === undefined || value === null || value === '' ? '-' : String(value);
}

/** What is said above a summary that tells part by part what is empty, also how to save it as it is. */
function toBefore(say: Say, formulier: Formulier, aantal: number | null): string | null {
  if (aantal === null) return null;
  return say(canBeUnfinished(formulier) ? 'beheer-fout.veel-leeg-half' : 'beheer-fout.veel-leeg', { aantal });
}
