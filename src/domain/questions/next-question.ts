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
  return model.vragen.find(createIsTeStellen(model, gegeven, situatie)) ?? null;
}

/**
 * The questions that are still to be asked as things stand, in asking order.
 * A relevant question whose answer can no longer change anything is not among them.
 */
export function findTeStellenVragen(model: Beslismodel, gegeven: Antwoorden): Vraag[] {
  return model.vragen.filter(createIsTeStellen(model, gegeven, toSituatie(model, gegeven)));
}

function createIsTeStellen(
  model: Beslismodel,
  gegeven: Antwoorden,
  situatie: Situatie,
): (vraag: Vraag) => boolean {
  if (findVroegeUitkomst(gegeven)) return () => false;
  const { relevant, antwoorden } = situatie;
  let tellend: ReadonlySet<string> | null = null;
  return ({ feit, wanneer }) => {
    if (!relevant.has(feit) || antwoorden[feit] !== undefined) return false;
    // Questions outside the tables decide on the outcome, the address or which tables are opened.
    if (!('tafels' in wanneer)) return true;
    tellend ??= findTellendeFeiten(model, situatie);
    return tellend.has(feit);
  };
}

/** How the tables stand that a question still to be asked may open: what they need is asked in its own place already. */
function toNogTeOpenen(model: Beslismodel, situatie: Situatie): TafelStand[] {
  const { geopend, relevant, antwoorden } = situatie;
  return model.tafels
    .filter(({ id, regels: { ookGeopendDoor } }) => {
      const feit = ookGeopendDoor?.fact;
      return !geopend.has(id) && feit !== undefined && relevant.has(feit) && antwoorden[feit] === undefined;
    })
    .map((tafel) => toTafelStand(model, situatie, tafel));
}

/**
 * How many questions can follow after this one at the most. Counts the questions of tables that an answer still to come
 * may open, so the number never goes up on the way; only changing an earlier answer can do that.
 */
export function countHoogstens(model: Beslismodel, gegeven: Antwoorden, vraag: Vraag): number {
  const { relevant } = toSituatie(model, gegeven);
  const nogTeGeven = model.openers.filter(({ feit }) => relevant.has(feit) && gegeven[feit] === undefined);
  const allesGeopend = {
    ...gegeven,
    ...Object.fromEntries(nogTeGeven.map(({ feit, antwoord }) => [feit, antwoord])),
  };
  const gevallen = nogTeGeven.length === 0 ? [gegeven] : [gegeven, allesGeopend];
  const vragen = gevallen.flatMap((antwoorden) => findTeStellenVragen(model, antwoorden));
  return new Set(vragen.map(({ feit }) => feit).filter((feit) => feit !== vraag.feit)).size;
}

/** The facts about tables whose answer can still change an oordeel, a remark, the financing, a list or the outcome. */
function findTellendeFeiten(model: Beslismodel, situatie: Situatie): ReadonlySet<string> {
  const tellend = new Set<string>();
  for (const stand of [...toTafelStanden(model, situatie), ...toNogTeOpenen(model, situatie)]) {
    const { tafel, waarheid, beslissend, geprobeerd } = stand;
    for (const feit of beslissend) tellend.add(feit);
    if (waarheid === 'nee') continue;
    if (!geprobeerd) for (const feit of model.regels.get(tafel.id)?.toonbaar ?? []) tellend.add(feit);
    if (model.teProberen.has(tafel.id)) tellend.add(EERDER_BESPROKEN);
  }
  for (const { id, regels } of model.tafels) {
    if (regels.ookGeopendDoor && !isZekerGeopend(situatie, id)) tellend.add(regels.ookGeopendDoor.fact);
  }
  return tellend;
}

/** With the signals unknown every table is opened, but perhaps not for good. */
function isZekerGeopend({ geopend, antwoorden }: Situatie, tafel: string): boolean {
  return geopend.has(tafel) && !isOpen(antwoorden[SIGNALEN]);
}
