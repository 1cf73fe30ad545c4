import { evaluateRegel, evaluateVoorwaarde } from '../../src/domain/evaluation/kleene.ts';
import { type Antwoorden, isOpen, toChosen } from '../../src/domain/model/antwoorden.ts';
import type { Content } from '../../src/domain/model/content.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import type { Regel, Voorwaarde } from '../../src/domain/model/regel.ts';
import { findBeslissend } from './find-beslissend.ts';

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
export function toPlainSituatie({ vragen, tafels }: Inhoud, given: Antwoorden): PlainSituatie {
  const signalen = given.signalen;
  const opened = new Set(
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
          ? relevant.includes(wanneer.feit) && given[wanneer.feit] === wanneer.is
          : wanneer.tafels.some((id) => opened.has(id)));
      if (telt) relevant.push(feit);
    }
    const antwoorden = Object.fromEntries(Object.entries(given).filter(([feit]) => relevant.includes(feit)));
    const added = tafels.filter(
      ({ id, regels: { ookGeopendDoor: by } }) =>
        !opened.has(id) && by && evaluateVoorwaarde(by, antwoorden) === 'ja',
    );
    if (added.length === 0) {
      return {
        opened: tafels.map(({ id }) => id).filter((id) => opened.has(id)),
        relevant,
        antwoorden,
      };
    }
    for (const { id } of added) opened.add(id);
  }
}

/** The facts still to be asked for, in asking order. */
export function listPlainToAsk(content: Inhoud, given: Antwoorden): string[] {
  if (given.acuutGevaar === 'ja' || given.gemeente === 'buiten-twente') return [];
  const { vragen, tafels } = content;
  const situatie = toPlainSituatie(content, given);
  const { opened, relevant, antwoorden } = situatie;
  const isToAsk = (feit: string) => relevant.includes(feit) && antwoorden[feit] === undefined;
  const opener = ({ regels }: Overlegtafel) => regels.ookGeopendDoor?.fact;
  const counting = new Set<string>();
  for (const tafel of tafels) {
    const feit = opener(tafel);
    if (!isPlainAskedAbout(tafel, antwoorden)) continue;
    const isOpened = opened.includes(tafel.id);
    if (feit !== undefined && (!isOpened || isOpen(antwoorden.signalen))) counting.add(feit);
    if (isOpened || (feit !== undefined && isToAsk(feit)))
      for (const telt of listCounting(content, tafel, antwoorden)) counting.add(telt);
  }
  return vragen
    .filter(({ feit, wanneer }) => isToAsk(feit) && (!('tafels' in wanneer) || counting.has(feit)))
    .map(({ feit }) => feit);
}

/**
 * Whether a table is asked about: as long as the gemeente is not stuck only one that need not wait for it, and of such a table
 * nothing more once each way to fit has three facts that nobody knows, or one that does not hold.
 */
function isPlainAskedAbout({ regels }: Overlegtafel, antwoorden: Antwoorden): boolean {
  const isStuck = antwoorden.lokaalBesproken === 'ja' && antwoorden.lokaalVastgelopen !== 'nee';
  if (isStuck) return true;
  if (!regels.slaatLokaalOver.ja) return false;
  return listWays(regels.regel).some((way) => {
    const voorwaarden = way.flatMap((naam) => {
      const found = regels.criteria.find(({ id }) => id === naam)?.voorwaarde;
      return found && antwoorden[found.fact] !== undefined ? [found] : [];
    });
    const truths = voorwaarden.map((voorwaarde) => evaluateVoorwaarde(voorwaarde, antwoorden));
    return !truths.includes('nee') && truths.filter((truth) => truth === 'onbekend').length < 3;
  });
}

/** All ways in which a rule holds, each as the criteria that it takes. */
function listWays(regel: Regel): string[][] {
  if ('condition' in regel) return [[regel.condition]];
  if ('any' in regel) return regel.any.flatMap(listWays);
  return regel.all
    .map(listWays)
    .reduce((ways, deel) => ways.flatMap((way) => deel.map((rest) => [...way, ...rest])));
}

/** The facts that this table waits for. */
function listCounting(
  { vragen, tafels }: Inhoud,
  { id, regels }: Overlegtafel,
  antwoorden: Antwoorden,
): string[] {
  const voorwaardeOf = new Map<string, Voorwaarde>(
    regels.criteria.map((criterium) => [criterium.id, criterium.voorwaarde]),
  );
  const truthOf = (naam: string) => {
    const voorwaarde = voorwaardeOf.get(naam);
    return voorwaarde ? evaluateVoorwaarde(voorwaarde, antwoorden) : 'onbekend';
  };
  const beslissend = findBeslissend(regels.regel, truthOf).map((naam) => voorwaardeOf.get(naam)?.fact ?? '');
  if (evaluateRegel(regels.regel, truthOf) === 'nee') return beslissend;
  const named = vragen.find(({ feit }) => feit === 'eerderBesproken')?.opties.map((optie) => optie.id) ?? [];
  const telt = named.includes(id) && tafels.some((tafel) => tafel.id === id && !tafel.regels.spoed);
  const tried = telt && toChosen(antwoorden.eerderBesproken).includes(id);
  const shown = [
    ...regels.criteria
      .filter(({ weging }) => weging === 'aandachtspunt')
      .map(({ voorwaarde }) => voorwaarde.fact),
    ...(regels.financiering ? [regels.financiering.feit] : []),
    ...(regels.bijHetBellen ?? []),
  ];
  return [...beslissend, ...(tried ? [] : shown), ...(telt ? ['eerderBesproken'] : [])];
}

/** How many questions can follow after this one at the most. */
export function countPlainAtMost(content: Inhoud, given: Antwoorden, feit: string): number {
  const { relevant } = toPlainSituatie(content, given);
  const openers = [
    ...content.tafels.flatMap(({ regels: { ookGeopendDoor: by } }) =>
      by ? [[by.fact, by.value] as const] : [],
    ),
    ...content.vragen.flatMap(({ wanneer }) =>
      'feit' in wanneer ? [[wanneer.feit, wanneer.is] as const] : [],
    ),
  ].filter(([opener]) => relevant.includes(opener) && given[opener] === undefined);
  const later = { ...given, ...Object.fromEntries(openers) };
  const vragen = new Set([...listPlainToAsk(content, given), ...listPlainToAsk(content, later)]);
  vragen.delete(feit);
  return vragen.size;
}
