import {
  compileTafel,
  compileVoorwaarde,
  type Waardeer,
  type Waardering,
} from '../evaluation/compile-tafel.ts';
import type { Waarheid } from '../evaluation/kleene.ts';
import type { Antwoord } from './antwoorden.ts';
import type { Content } from './content.ts';
import type { Overlegtafel } from './overlegtafel.ts';
import { EERDER_BESPROKEN } from './routing-facts.ts';
import type { Vraag } from './vraag.ts';

/** The questions and tables with the look-ups that every decision needs, made once at start. */
export interface Beslismodel {
  /** In asking order. */
  readonly vragen: readonly Vraag[];
  readonly vraagVan: ReadonlyMap<string, Vraag>;
  readonly vraagVanSlug: ReadonlyMap<string, Vraag>;
  /** In ladder order, provisions last. */
  readonly tafels: readonly Overlegtafel[];
  readonly tafelVan: ReadonlyMap<string, Overlegtafel>;
  /** The tables that a signal opens. */
  readonly tafelsVanSignaal: ReadonlyMap<string, readonly Overlegtafel[]>;
  /** The tables that a condition opens as well. */
  readonly ookTeOpenen: readonly Overlegtafel[];
  /** What runs after every answer, compiled from the rules of each table. */
  readonly regels: ReadonlyMap<string, TafelRegels>;
  /** Answers that open a table, or make a question relevant. */
  readonly openers: readonly { readonly feit: string; readonly antwoord: Antwoord }[];
  /** Ids of the tables where a case can have been discussed before, to no avail. */
  readonly teProberen: ReadonlySet<string>;
}

/** The rules of one table, ready to run. */
interface TafelRegels {
  readonly waardeer: Waardeer<Waardering>;
  /** Whether a condition opens the table beside its signal. */
  readonly ookGeopend: Waardeer<Waarheid>;
  /** Facts that decide nothing but are shown: points of attention and who pays. */
  readonly toonbaar: ReadonlySet<string>;
}

/** Makes the look-ups of the decision from the content. */
export function createBeslismodel(content: Pick<Content, 'vragen' | 'tafels'>): Beslismodel {
  const { vragen, tafels } = content;
  const tafelVan = new Map(tafels.map((tafel) => [tafel.id, tafel]));
  const vraagVan = new Map(vragen.map((vraag) => [vraag.feit, vraag]));
  const genoemd = vraagVan.get(EERDER_BESPROKEN)?.opties ?? [];
  return {
    vragen,
    vraagVan,
    vraagVanSlug: new Map(vragen.map((vraag) => [vraag.slug, vraag])),
    tafels,
    tafelVan,
    tafelsVanSignaal: groupBySignaal(tafels),
    ookTeOpenen: tafels.filter(({ regels }) => regels.ookGeopendDoor !== undefined),
    regels: new Map(tafels.map((tafel) => [tafel.id, compileRegels(tafel)])),
    openers: [
      ...tafels.flatMap(({ regels: { ookGeopendDoor: door } }) =>
        door ? [{ feit: door.fact, antwoord: door.value }] : [],
      ),
      ...vragen.flatMap(({ wanneer }) =>
        'feit' in wanneer ? [{ feit: wanneer.feit, antwoord: wanneer.is }] : [],
      ),
    ],
    teProberen: new Set(genoemd.map(({ id }) => id).filter((id) => tafelVan.get(id)?.regels.spoed === false)),
  };
}

function groupBySignaal(tafels: readonly Overlegtafel[]): Map<string, Overlegtafel[]> {
  const groepen = new Map<string, Overlegtafel[]>();
  for (const tafel of tafels) {
    const { signaal } = tafel.regels;
    groepen.set(signaal, [...(groepen.get(signaal) ?? []), tafel]);
  }
  return groepen;
}

function compileRegels({
  regels: { criteria, regel, ookGeopendDoor, financiering },
}: Overlegtafel): TafelRegels {
  const aandachtspunten = criteria.filter(({ weging }) => weging === 'aandachtspunt');
  return {
    waardeer: compileTafel(criteria, regel),
    ookGeopend: ookGeopendDoor ? compileVoorwaarde(ookGeopendDoor) : () => 'nee',
    toonbaar: new Set([
      ...aandachtspunten.map(({ voorwaarde }) => voorwaarde.fact),
      ...(financiering ? [financiering.feit] : []),
    ]),
  };
}
