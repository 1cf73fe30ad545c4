import { evaluateRegel, evaluateVoorwaarde, findBeslissend } from '../../src/domain/evaluation/kleene.ts';
import { type Antwoorden, isOpen, toChosen } from '../../src/domain/model/antwoorden.ts';
import type { Content } from '../../src/domain/model/content.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import type { Voorwaarde } from '../../src/domain/model/regel.ts';

type Inhoud = Pick<Content, 'vragen' | 'tafels'>;

/** What the questions make of a case, as one would write it without a thought for time: everything is looked at every time. */
export interface PlainSituatie {
  /** Ids of tables, in ladder order. */
  readonly opened: readonly string[];
  /** Facts, in asking order. */
  readonly relevant: readonly string[];
  readonly antwoorden: Antwoorden;
}

/** Replays the answers: opens tables until nothing is added, and keeps what is relevant. */
export function toPlainSituatie({ vragen, tafels }: Inhoud, gegeven: Antwoorden): PlainSituatie {
  const signalen = gegeven.signalen;
  const geopend = new Set(
    tafels
      .filter(({ regels }) => isOpen(signalen) || toChosen(signalen).includes(regels.signaal))
      .map(({ id }) => id),
  );
  for (;;) {
    const relevant: string[] = [];
    for (const { feit, wanneer } of vragen) {
      const telt =
        'altijd' in wanneer ||
        ('feit' in wanneer
          ? relevant.includes(wanneer.feit) && gegeven[wanneer.feit] === wanneer.is
          : wanneer.tafels.some((id) => geopend.has(id)));
      if (telt) relevant.push(feit);
    }
    const antwoorden = Object.fromEntries(
      Object.entries(gegeven).filter(([feit]) => relevant.includes(feit)),
    );
    const erbij = tafels.filter(
      ({ id, regels: { ookGeopendDoor: door } }) =>
        !geopend.has(id) && door && evaluateVoorwaarde(door, antwoorden) === 'ja',
    );
    if (erbij.length === 0) {
      return {
        opened: tafels.map(({ id }) => id).filter((id) => geopend.has(id)),
        relevant,
        antwoorden,
      };
    }
    for (const { id } of erbij) geopend.add(id);
  }
}

/** The facts still to be asked for, in asking order. */
export function listPlainTeStellen(inhoud: Inhoud, gegeven: Antwoorden): string[] {
  if (gegeven.acuutGevaar === 'ja' || gegeven.gemeente === 'buiten-twente') return [];
  const { vragen, tafels } = inhoud;
  const situatie = toPlainSituatie(inhoud, gegeven);
  const { opened: geopend, relevant, antwoorden } = situatie;
  const isTeVragen = (feit: string) => relevant.includes(feit) && antwoorden[feit] === undefined;
  const opener = ({ regels }: Overlegtafel) => regels.ookGeopendDoor?.fact;
  const tellend = new Set<string>();
  for (const tafel of tafels) {
    const feit = opener(tafel);
    const isGeopend = geopend.includes(tafel.id);
    if (feit !== undefined && (!isGeopend || isOpen(antwoorden.signalen))) tellend.add(feit);
    if (isGeopend || (feit !== undefined && isTeVragen(feit)))
      for (const telt of listTellend(inhoud, tafel, antwoorden)) tellend.add(telt);
  }
  return vragen
    .filter(({ feit, wanneer }) => isTeVragen(feit) && (!('tafels' in wanneer) || tellend.has(feit)))
    .map(({ feit }) => feit);
}

/** The facts that this table waits for. */
function listTellend(
  { vragen, tafels }: Inhoud,
  { id, regels }: Overlegtafel,
  antwoorden: Antwoorden,
): string[] {
  const voorwaardeVan = new Map<string, Voorwaarde>(
    regels.criteria.map((criterium) => [criterium.id, criterium.voorwaarde]),
  );
  const waarheidVan = (naam: string) => {
    const voorwaarde = voorwaardeVan.get(naam);
    return voorwaarde ? evaluateVoorwaarde(voorwaarde, antwoorden) : 'onbekend';
  };
  const beslissend = findBeslissend(regels.regel, waarheidVan).map(
    (naam) => voorwaardeVan.get(naam)?.fact ?? '',
  );
  if (evaluateRegel(regels.regel, waarheidVan) === 'nee') return beslissend;
  const genoemd =
    vragen.find(({ feit }) => feit === 'eerderBesproken')?.opties.map((optie) => optie.id) ?? [];
  const telt = genoemd.includes(id) && tafels.some((tafel) => tafel.id === id && !tafel.regels.spoed);
  const geprobeerd = telt && toChosen(antwoorden.eerderBesproken).includes(id);
  const getoond = [
    ...regels.criteria
      .filter(({ weging }) => weging === 'aandachtspunt')
      .map(({ voorwaarde }) => voorwaarde.fact),
    ...(regels.financiering ? [regels.financiering.feit] : []),
    ...(regels.bijHetBellen ?? []),
  ];
  return [...beslissend, ...(geprobeerd ? [] : getoond), ...(telt ? ['eerderBesproken'] : [])];
}

/** How many questions can follow after this one at the most. */
export function countPlainHoogstens(inhoud: Inhoud, gegeven: Antwoorden, feit: string): number {
  const { relevant } = toPlainSituatie(inhoud, gegeven);
  const openers = [
    ...inhoud.tafels.flatMap(({ regels: { ookGeopendDoor: door } }) =>
      door ? [[door.fact, door.value] as const] : [],
    ),
    ...inhoud.vragen.flatMap(({ wanneer }) =>
      'feit' in wanneer ? [[wanneer.feit, wanneer.is] as const] : [],
    ),
  ].filter(([opener]) => relevant.includes(opener) && gegeven[opener] === undefined);
  const later = { ...gegeven, ...Object.fromEntries(openers) };
  const vragen = new Set([...listPlainTeStellen(inhoud, gegeven), ...listPlainTeStellen(inhoud, later)]);
  vragen.delete(feit);
  return vragen.size;
}
