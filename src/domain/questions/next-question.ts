import { evaluateVoorwaarde } from '../evaluation/kleene.ts';
import { type Antwoord, type Antwoorden, isOpen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Criterium, Regel } from '../model/regel.ts';
import { EERDER_BESPROKEN, SIGNALEN } from '../model/routing-facts.ts';
import type { Vraag } from '../model/vraag.ts';
import {
  findEarlyUitkomst,
  isRelevant,
  isUsable,
  listRelevant,
  type Situatie,
  type TafelStatus,
  toLokaleStap,
  toSituatie,
  toTafelStatus,
  toTafelStatuses,
} from './situatie.ts';

/** How far a set of answers has come. */
export interface Progress {
  /** By which it was worked out: with all questions, or only those that are needed now. */
  readonly model: Beslismodel;
  readonly antwoorden: Antwoorden;
  readonly situatie: Situatie;
  /** The question to ask next, or null when the advice can be given. */
  readonly volgende: Vraag | null;
  /** The questions that can be opened now, in asking order. */
  readonly bereikbaar: readonly Vraag[];
}

/**
 * Works out how far these answers have come. The questions that can be opened are those that are answered, and the next
 * one; when the advice is open early (acute danger, outside Twente) every relevant question.
 */
export function toProgress(model: Beslismodel, antwoorden: Antwoorden): Progress {
  const situatie = toSituatie(model, antwoorden);
  const volgende = findNextVraag(model, antwoorden, situatie);
  const bereikbaar = findEarlyUitkomst(antwoorden)
    ? listRelevant(model, situatie)
    : model.pickVragen(new Set([...Object.keys(situatie.antwoorden), ...(volgende ? [volgende.feit] : [])]));
  return { model, antwoorden, situatie, volgende, bereikbaar };
}

/** The question to ask next, or null when the advice can be given. */
export function findNextVraag(
  model: Beslismodel,
  given: Antwoorden,
  situatie = toSituatie(model, given),
): Vraag | null {
  return situatie.candidates.find(createIsToAsk(model, given, situatie)) ?? null;
}

/**
 * The questions that are still to be asked as things stand, in asking order.
 * A relevant question whose answer can no longer change anything is not among them, nor one about a table that waits for the
 * local step.
 */
export function findVragenToAsk(
  model: Beslismodel,
  given: Antwoorden,
  situatie = toSituatie(model, given),
): Vraag[] {
  return situatie.candidates.filter(createIsToAsk(model, given, situatie));
}

function createIsToAsk(model: Beslismodel, given: Antwoorden, situatie: Situatie): (vraag: Vraag) => boolean {
  if (findEarlyUitkomst(given)) return () => false;
  const { antwoorden } = situatie;
  let counting: ReadonlySet<string> | null = null;
  return ({ feit, wanneer }) => {
    if (antwoorden[feit] !== undefined || !isRelevant(model, situatie, feit)) return false;
    // Questions outside the tables decide on the outcome, the address or which tables are opened.
    if (!('tafels' in wanneer)) return true;
    counting ??= findCountingFeiten(model, situatie);
    return counting.has(feit);
  };
}

/**
 * How many questions can follow after this one at the most. Counts the questions of tables that an answer still to come
 * may open, so the number never goes up on the way; only changing an earlier answer can do that.
 */
export function countAtMost(
  model: Beslismodel,
  given: Antwoorden,
  vraag: Vraag,
  situatie = toSituatie(model, given),
): number {
  const vragen = new Set(findVragenToAsk(model, given, situatie));
  const allOpened = openAll(model, situatie);
  if (allOpened) {
    for (const later of findVragenToAsk(model, { ...given, ...allOpened })) vragen.add(later);
  }
  vragen.delete(vraag);
  return vragen.size;
}

/** The answers still to come that open a table or make a question relevant; null when there are none. */
function openAll(model: Beslismodel, situatie: Situatie): Antwoorden | null {
  const added: Record<string, Antwoord> = {};
  for (const { feit } of situatie.candidates) {
    const antwoord = model.openers.get(feit);
    const isGiven = situatie.antwoorden[feit] !== undefined;
    if (antwoord !== undefined && !isGiven && isRelevant(model, situatie, feit)) added[feit] = antwoord;
  }
  return Object.keys(added).length > 0 ? added : null;
}

/** The facts about tables whose answer can still change an oordeel, a remark, the financing, a list or the outcome. */
function findCountingFeiten(model: Beslismodel, situatie: Situatie): ReadonlySet<string> {
  const { antwoorden, opened, candidates } = situatie;
  const counting = new Set<string>();
  const isAskedAbout = createIsAskedAbout(model, antwoorden);
  const addCounting = ({ tafel, truth, beslissend, geprobeerd }: TafelStatus) => {
    if (!isAskedAbout(tafel)) return;
    for (const feit of beslissend) counting.add(feit);
    if (truth === 'nee') return;
    if (!geprobeerd) for (const feit of model.regels.get(tafel.id)?.showable ?? []) counting.add(feit);
    if (model.toTry.has(tafel.id)) counting.add(EERDER_BESPROKEN);
  };
  for (const status of toTafelStatuses(model, situatie)) addCounting(status);
  for (const { feit } of candidates) {
    const toOpen = model.tafelsByFeit.get(feit);
    if (!toOpen || antwoorden[feit] !== undefined || !isRelevant(model, situatie, feit)) continue;
    const uncertain = new Set(toOpen.filter((id) => !isCertainOpened(situatie, id)));
    for (const tafel of model.pickTafels(uncertain)) {
      if (isAskedAbout(tafel)) counting.add(feit);
      // What a table needs that this question may open is asked in its own place already.
      if (!opened.has(tafel.id)) addCounting(toTafelStatus(model, situatie, tafel));
    }
  }
  return counting;
}

/**
 * Which tables are asked about. While the local step is open only those that may skip it, each for as long as it can come to
 * fit, or near to it: who knows little is not kept, and which table comes after the local step can be asked then.
 */
function createIsAskedAbout(model: Beslismodel, antwoorden: Antwoorden): (tafel: Overlegtafel) => boolean {
  const stap = toLokaleStap(antwoorden);
  if (model.asksAll || stap === 'vastgelopen') return () => true;
  return (tafel) => isUsable(tafel, stap) && isInReach(tafel, antwoorden);
}

/** With the signals unknown every table is opened, but perhaps not for good. */
function isCertainOpened({ opened, antwoorden }: Situatie, tafel: string): boolean {
  return opened.has(tafel) && !isOpen(antwoorden[SIGNALEN]);
}

/** With more unknown facts or steps than this a table is not near to fitting. */
export const MOST_FACTS = 2;

/** Whether a table can still fit, or come near to it, by what is not asked yet: too much was answered with "I do not know". */
function isInReach({ regels: { criteria, regel } }: Overlegtafel, antwoorden: Antwoorden): boolean {
  return countUnknown(regel, criteria, antwoorden) <= MOST_FACTS;
}

/** The fewest unknown facts of a way in which the rule may hold; infinitely many when no way is left. */
function countUnknown(regel: Regel, criteria: readonly Criterium[], antwoorden: Antwoorden): number {
  if ('condition' in regel) {
    const voorwaarde = criteria.find(({ id }) => id === regel.condition)?.voorwaarde;
    const antwoord = voorwaarde && antwoorden[voorwaarde.fact];
    if (!voorwaarde || antwoord === undefined) return 0;
    if (isOpen(antwoord)) return 1;
    return evaluateVoorwaarde(voorwaarde, antwoorden) === 'ja' ? 0 : Number.POSITIVE_INFINITY;
  }
  const count = (deel: Regel) => countUnknown(deel, criteria, antwoorden);
  return 'any' in regel
    ? Math.min(...regel.any.map(count))
    : regel.all.map(count).reduce((sum, unknown) => sum + unknown, 0);
}
