import {
  compileTafel,
  compileVoorwaarde,
  type Waardeer,
  type Waardering,
} from '../evaluation/compile-tafel.ts';
import type { Waarheid } from '../evaluation/kleene.ts';
import { createRelevantie, type Relevantie } from '../questions/relevance.ts';
import type { Antwoord } from './antwoorden.ts';
import type { Content } from './content.ts';
import type { Overlegtafel } from './overlegtafel.ts';
import { createKies, groupPairs, type Kies } from './pick.ts';
import { EERDER_BESPROKEN } from './routing-facts.ts';
import type { Vraag } from './vraag.ts';

/** The questions and tables with the look-ups that every decision needs, made once at start. */
export interface Beslismodel {
  /** In asking order. */
  readonly vragen: readonly Vraag[];
  readonly vraagVan: ReadonlyMap<string, Vraag>;
  readonly vraagVanSlug: ReadonlyMap<string, Vraag>;
  readonly kiesVragen: Kies<Vraag>;
  readonly relevantie: Relevantie;
  /** In ladder order, provisions last. */
  readonly tafels: readonly Overlegtafel[];
  readonly tafelVan: ReadonlyMap<string, Overlegtafel>;
  readonly kiesTafels: Kies<Overlegtafel>;
  /** Ids of the tables: all, those that a signal opens, and those that an answer to a fact may open as well. */
  readonly alleTafels: ReadonlySet<string>;
  readonly tafelsVanSignaal: ReadonlyMap<string, readonly string[]>;
  readonly tafelsDoorFeit: ReadonlyMap<string, readonly string[]>;
  /** What runs after every answer, compiled from the rules of each table. */
  readonly regels: ReadonlyMap<string, TafelRegels>;
  /** By fact the answer that opens a table, or makes a question relevant. */
  readonly openers: ReadonlyMap<string, Antwoord>;
  /** Ids of the tables where a case can have been discussed before, to no avail. */
  readonly teProberen: ReadonlySet<string>;
}

/** The rules of one table, ready to run. */
interface TafelRegels {
  readonly waardeer: Waardeer<Waardering>;
  /** Whether a condition opens the table beside its signal. */
  readonly ookGeopend: Waardeer<Waarheid>;
  /** Facts that may decide nothing but are shown or told: points of attention, who pays, what the first call needs. */
  readonly toonbaar: ReadonlySet<string>;
}

/** Makes the look-ups of the decision from the content. */
export function createBeslismodel(content: Pick<Content, 'vragen' | 'tafels'>): Beslismodel {
  const { vragen, tafels } = content;
  const tafelVan = new Map(tafels.map((tafel) => [tafel.id, tafel]));
  const vraagVan = new Map(vragen.map((vraag) => [vraag.feit, vraag]));
  const kiesVragen = createKies(vragen, ({ feit }) => feit);
  const genoemd = vraagVan.get(EERDER_BESPROKEN)?.opties ?? [];
  return {
    vragen,
    vraagVan,
    vraagVanSlug: new Map(vragen.map((vraag) => [vraag.slug, vraag])),
    kiesVragen,
    relevantie: createRelevantie(vragen, tafels, kiesVragen),
    tafels,
    tafelVan,
    kiesTafels: createKies(tafels, ({ id }) => id),
    alleTafels: new Set(tafelVan.keys()),
    tafelsVanSignaal: groupPairs(tafels.map(({ id, regels }) => [regels.signaal, id] as const)),
    tafelsDoorFeit: groupPairs(
      tafels.flatMap(({ id, regels: { ookGeopendDoor: door } }) => (door ? [[door.fact, id] as const] : [])),
    ),
    regels: new Map(tafels.map((tafel) => [tafel.id, compileRegels(tafel)])),
    openers: new Map([
      ...tafels.flatMap(({ regels: { ookGeopendDoor: door } }) =>
        door ? [[door.fact, door.value] as const] : [],
      ),
      ...vragen.flatMap(({ wanneer }) => ('feit' in wanneer ? [[wanneer.feit, wanneer.is] as const] : [])),
    ]),
    teProberen: new Set(genoemd.map(({ id }) => id).filter((id) => tafelVan.get(id)?.regels.spoed === false)),
  };
}

function compileRegels({
  regels: { criteria, regel, ookGeopendDoor, financiering, bijHetBellen },
}: Overlegtafel): TafelRegels {
  const aandachtspunten = criteria.filter(({ weging }) => weging === 'aandachtspunt');
  return {
    waardeer: compileTafel(criteria, regel),
    ookGeopend: ookGeopendDoor ? compileVoorwaarde(ookGeopendDoor) : () => 'nee',
    toonbaar: new Set([
      ...aandachtspunten.map(({ voorwaarde }) => voorwaarde.fact),
      ...(financiering ? [financiering.feit] : []),
      ...(bijHetBellen ?? []),
    ]),
  };
}
