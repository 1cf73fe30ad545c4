import { type Antwoord, type Antwoorden, isOpen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import { EERDER_BESPROKEN, SIGNALEN } from '../model/routing-facts.ts';
import type { Vraag } from '../model/vraag.ts';
import { findVroegeUitkomst, isRelevant, type Situatie, toSituatie } from './situatie.ts';
import { type TafelStand, toTafelStand, toTafelStanden } from './tafel-status.ts';

/** The question to ask next, or null when the advice can be given. */
export function findVolgendeVraag(
  model: Beslismodel,
  gegeven: Antwoorden,
  situatie = toSituatie(model, gegeven),
): Vraag | null {
  return situatie.kandidaten.find(createIsTeStellen(model, gegeven, situatie)) ?? null;
}

/**
 * The questions that are still to be asked as things stand, in asking order.
 * A relevant question whose answer can no longer change anything is not among them.
 */
export function findTeStellenVragen(
  model: Beslismodel,
  gegeven: Antwoorden,
  situatie = toSituatie(model, gegeven),
): Vraag[] {
  return situatie.kandidaten.filter(createIsTeStellen(model, gegeven, situatie));
}

function createIsTeStellen(
  model: Beslismodel,
  gegeven: Antwoorden,
  situatie: Situatie,
): (vraag: Vraag) => boolean {
  if (findVroegeUitkomst(gegeven)) return () => false;
  const { antwoorden } = situatie;
  let tellend: ReadonlySet<string> | null = null;
  return ({ feit, wanneer }) => {
    if (antwoorden[feit] !== undefined || !isRelevant(model, situatie, feit)) return false;
    // Questions outside the tables decide on the outcome, the address or which tables are opened.
    if (!('tafels' in wanneer)) return true;
    tellend ??= findTellendeFeiten(model, situatie);
    return tellend.has(feit);
  };
}

/**
 * How many questions can follow after this one at the most. Counts the questions of tables that an answer still to come
 * may open, so the number never goes up on the way; only changing an earlier answer can do that.
 */
export function countHoogstens(
  model: Beslismodel,
  gegeven: Antwoorden,
  vraag: Vraag,
  situatie = toSituatie(model, gegeven),
): number {
  const vragen = new Set(findTeStellenVragen(model, gegeven, situatie));
  const allesGeopend = openAlles(model, situatie);
  if (allesGeopend) {
    for (const later of findTeStellenVragen(model, { ...gegeven, ...allesGeopend })) vragen.add(later);
  }
  vragen.delete(vraag);
  return vragen.size;
}

/** The answers still to come that open a table or make a question relevant; null when there are none. */
function openAlles(model: Beslismodel, situatie: Situatie): Antwoorden | null {
  const erbij: Record<string, Antwoord> = {};
  for (const { feit } of situatie.kandidaten) {
    const antwoord = model.openers.get(feit);
    const isGegeven = situatie.antwoorden[feit] !== undefined;
    if (antwoord !== undefined && !isGegeven && isRelevant(model, situatie, feit)) erbij[feit] = antwoord;
  }
  return Object.keys(erbij).length > 0 ? erbij : null;
}

/** The facts about tables whose answer can still change an oordeel, a remark, the financing, a list or the outcome. */
function findTellendeFeiten(model: Beslismodel, situatie: Situatie): ReadonlySet<string> {
  const { antwoorden, geopend, kandidaten } = situatie;
  const tellend = new Set<string>();
  const addTellend = ({ tafel, waarheid, beslissend, geprobeerd }: TafelStand) => {
    for (const feit of beslissend) tellend.add(feit);
    if (waarheid === 'nee') return;
    if (!geprobeerd) for (const feit of model.regels.get(tafel.id)?.toonbaar ?? []) tellend.add(feit);
    if (model.teProberen.has(tafel.id)) tellend.add(EERDER_BESPROKEN);
  };
  for (const stand of toTafelStanden(model, situatie)) addTellend(stand);
  for (const { feit } of kandidaten) {
    const teOpenen = model.tafelsDoorFeit.get(feit);
    if (!teOpenen || antwoorden[feit] !== undefined || !isRelevant(model, situatie, feit)) continue;
    if (teOpenen.some((id) => !isZekerGeopend(situatie, id))) tellend.add(feit);
    // What a table needs that this question may open is asked in its own place already.
    const gesloten = new Set(teOpenen.filter((id) => !geopend.has(id)));
    for (const tafel of model.kiesTafels(gesloten)) addTellend(toTafelStand(model, situatie, tafel));
  }
  return tellend;
}

/** With the signals unknown every table is opened, but perhaps not for good. */
function isZekerGeopend({ geopend, antwoorden }: Situatie, tafel: string): boolean {
  return geopend.has(tafel) && !isOpen(antwoorden[SIGNALEN]);
}
