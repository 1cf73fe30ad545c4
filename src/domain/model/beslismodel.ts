import {
  type Assess,
  type Assessment,
  compileTafel,
  compileVoorwaarde,
  type Truth,
} from '../evaluation/kleene.ts';
import {
  createPicker,
  createRelevance,
  groupPairs,
  type Picker,
  type Relevance,
} from '../questions/relevance.ts';
import type { Antwoord } from './antwoorden.ts';
import type { Content } from './content.ts';
import type { Overlegtafel } from './overlegtafel.ts';
import { EERDER_BESPROKEN } from './routing-facts.ts';
import type { Vraag } from './vraag.ts';

/** The questions and tables with the look-ups that every decision needs, made once at start. */
export interface Beslismodel {
  /** In asking order. */
  readonly vragen: readonly Vraag[];
  readonly vraagOf: ReadonlyMap<string, Vraag>;
  readonly vraagOfSlug: ReadonlyMap<string, Vraag>;
  readonly pickVragen: Picker<Vraag>;
  readonly relevance: Relevance;
  /** In ladder order, provisions last. */
  readonly tafels: readonly Overlegtafel[];
  readonly tafelOf: ReadonlyMap<string, Overlegtafel>;
  readonly pickTafels: Picker<Overlegtafel>;
  /** Ids of the tables: all, those that a signal opens, and those that an answer to a fact may open as well. */
  readonly allTafels: ReadonlySet<string>;
  readonly tafelsOfSignaal: ReadonlyMap<string, readonly string[]>;
  readonly tafelsByFeit: ReadonlyMap<string, readonly string[]>;
  /** What runs after every answer, compiled from the rules of each table. */
  readonly regels: ReadonlyMap<string, TafelRegels>;
  /** By fact the answer that opens a table, or makes a question relevant. */
  readonly openers: ReadonlyMap<string, Antwoord>;
  /** Ids of the tables where a case can have been discussed before, to no avail. */
  readonly toTry: ReadonlySet<string>;
  /** Ask about every opened table, also while the local step is open. */
  readonly asksAll: boolean;
}

/** The rules of one table, ready to run. */
interface TafelRegels {
  readonly assess: Assess<Assessment>;
  /** Whether a condition opens the table beside its signal. */
  readonly alsoOpened: Assess<Truth>;
  /** Facts that may decide nothing but are shown or told: points of attention, who pays, what the first call needs. */
  readonly showable: ReadonlySet<string>;
}

/** Makes the look-ups of the decision from the content. */
export function createBeslismodel(content: Pick<Content, 'vragen' | 'tafels'>): Beslismodel {
  const { vragen, tafels } = content;
  const tafelOf = new Map(tafels.map((tafel) => [tafel.id, tafel]));
  const vraagOf = new Map(vragen.map((vraag) => [vraag.feit, vraag]));
  const pickVragen = createPicker(vragen, ({ feit }) => feit);
  const named = vraagOf.get(EERDER_BESPROKEN)?.opties ?? [];
  return {
    vragen,
    vraagOf,
    vraagOfSlug: new Map(vragen.map((vraag) => [vraag.slug, vraag])),
    pickVragen,
    relevance: createRelevance(vragen, tafels, pickVragen),
    tafels,
    tafelOf,
    pickTafels: createPicker(tafels, ({ id }) => id),
    allTafels: new Set(tafelOf.keys()),
    tafelsOfSignaal: groupPairs(tafels.map(({ id, regels }) => [regels.signaal, id] as const)),
    tafelsByFeit: groupPairs(
      tafels.flatMap(({ id, regels: { ookGeopendDoor: by } }) => (by ? [[by.fact, id] as const] : [])),
    ),
    regels: new Map(tafels.map((tafel) => [tafel.id, compileRegels(tafel)])),
    openers: new Map([
      ...tafels.flatMap(({ regels: { ookGeopendDoor: by } }) => (by ? [[by.fact, by.value] as const] : [])),
      ...vragen.flatMap(({ wanneer }) => ('feit' in wanneer ? [[wanneer.feit, wanneer.is] as const] : [])),
    ]),
    toTry: new Set(named.map(({ id }) => id).filter((id) => tafelOf.get(id)?.regels.spoed === false)),
    asksAll: false,
  };
}

/** The same, for who wants to know which table fits before the local step is taken: all opened tables are asked about. */
export function askAll(model: Beslismodel): Beslismodel {
  return { ...model, asksAll: true };
}

function compileRegels({
  regels: { criteria, regel, ookGeopendDoor, financiering, bijHetBellen },
}: Overlegtafel): TafelRegels {
  const aandachtspunten = criteria.filter(({ weging }) => weging === 'aandachtspunt');
  return {
    assess: compileTafel(criteria, regel),
    alsoOpened: ookGeopendDoor ? compileVoorwaarde(ookGeopendDoor) : () => 'nee',
    showable: new Set([
      ...aandachtspunten.map(({ voorwaarde }) => voorwaarde.fact),
      ...(financiering ? [financiering.feit] : []),
      ...(bijHetBellen ?? []),
    ]),
  };
}
