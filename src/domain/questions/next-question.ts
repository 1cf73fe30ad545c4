import { type Antwoorden, isOpen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import { EERDER_BESPROKEN, SIGNALEN } from '../model/routing-facts.ts';
import type { Vraag } from '../model/vraag.ts';
import { type Situatie, toSituatie } from './situatie.ts';
import { type TafelStand, toTafelStand, toTafelStanden } from './tafel-stand.ts';
import { findVroegeUitkomst } from './vroege-uitkomst.ts';

/** The question to ask next, or null when the advice can be given. */
export function findVolgendeVraag(
  model: Beslismodel,
  gegeven: Antwoorden,
  situatie = toSituatie(model, gegeven),
): Vraag | null {
  return situatie.vragen.find(createIsTeStellen(model, gegeven, situatie)) ?? null;
}

/**
 * The questions that are still to be asked as things stand, in asking order.
 * A relevant question whose answer can no longer change anything is not among them.
 */
export function findTeStellenVragen(model: Beslismodel, gegeven: Antwoorden): Vraag[] {
  const situatie = toSituatie(model, gegeven);
  return situatie.vragen.filter(createIsTeStellen(model, gegeven, situatie));
}

function createIsTeStellen(
  model: Beslismodel,
  gegeven: Antwoorden,
  situatie: Situatie,
): (relevant: Vraag) => boolean {
  if (findVroegeUitkomst(gegeven)) return () => false;
  const { antwoorden } = situatie;
  let tellend: ReadonlySet<string> | null = null;
  return ({ feit, wanneer }) => {
    if (antwoorden[feit] !== undefined) return false;
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
export function countHoogstens(model: Beslismodel, gegeven: Antwoorden, vraag: Vraag): number {
  const nogTeGeven = toSituatie(model, gegeven).vragen.flatMap(({ feit }) => {
    const antwoord = model.openers.get(feit);
    return antwoord === undefined || gegeven[feit] !== undefined ? [] : [[feit, antwoord] as const];
  });
  const allesGeopend = { ...gegeven, ...Object.fromEntries(nogTeGeven) };
  const gevallen = nogTeGeven.length === 0 ? [gegeven] : [gegeven, allesGeopend];
  const vragen = gevallen.flatMap((antwoorden) => findTeStellenVragen(model, antwoorden));
  return new Set(vragen.map(({ feit }) => feit).filter((feit) => feit !== vraag.feit)).size;
}

/** The facts about tables whose answer can still change an oordeel, a remark, the financing, a list or the outcome. */
function findTellendeFeiten(model: Beslismodel, situatie: Situatie): ReadonlySet<string> {
  const { vragen, antwoorden, geopend } = situatie;
  const tellend = new Set<string>();
  const addTellend = ({ tafel, waarheid, beslissend, geprobeerd }: TafelStand) => {
    for (const feit of beslissend) tellend.add(feit);
    if (waarheid === 'nee') return;
    if (!geprobeerd) for (const feit of model.regels.get(tafel.id)?.toonbaar ?? []) tellend.add(feit);
    if (model.teProberen.has(tafel.id)) tellend.add(EERDER_BESPROKEN);
  };
  for (const stand of toTafelStanden(model, situatie)) addTellend(stand);
  for (const { feit } of vragen) {
    if (antwoorden[feit] !== undefined) continue;
    for (const tafel of model.tafelsDoorFeit.get(feit) ?? []) {
      if (!isZekerGeopend(situatie, tafel.id)) tellend.add(feit);
      // What a table needs that this question may open is asked in its own place already.
      if (!geopend.has(tafel.id)) addTellend(toTafelStand(model, situatie, tafel));
    }
  }
  return tellend;
}

/** With the signals unknown every table is opened, but perhaps not for good. */
function isZekerGeopend({ geopend, antwoorden }: Situatie, tafel: string): boolean {
  return geopend.has(tafel) && !isOpen(antwoorden[SIGNALEN]);
}
