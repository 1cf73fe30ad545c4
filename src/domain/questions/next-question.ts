import { type Antwoord, type Antwoorden, isOpen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import { EERDER_BESPROKEN, SIGNALEN } from '../model/routing-facts.ts';
import type { Vraag } from '../model/vraag.ts';
import { type Situatie, toSituatie } from './situatie.ts';
import { type TafelStand, toTafelStand, toTafelStanden } from './tafel-stand.ts';
import { findVroegeUitkomst } from './vroege-uitkomst.ts';

/** The question to ask next, or null when the advice can be given. */
export function findVolgendeVraag(model: Beslismodel, gegeven: Antwoorden): Vraag | null {
  const isTeStellen = createIsTeStellen(model, gegeven);
  return model.vragen.find(isTeStellen) ?? null;
}

/**
 * The questions that are still to be asked as things stand, in asking order.
 * A relevant question whose answer can no longer change anything is not among them.
 */
export function findTeStellenVragen(model: Beslismodel, gegeven: Antwoorden): Vraag[] {
  return model.vragen.filter(createIsTeStellen(model, gegeven));
}

function createIsTeStellen(model: Beslismodel, gegeven: Antwoorden): (vraag: Vraag) => boolean {
  if (findVroegeUitkomst(gegeven)) return () => false;
  const situatie = toSituatie(model, gegeven);
  const standen = [...toTafelStanden(model, situatie), ...toNogTeOpenen(model, situatie)];
  return (vraag) =>
    situatie.relevant.has(vraag.feit) &&
    situatie.antwoorden[vraag.feit] === undefined &&
    maaktUit(model, situatie, standen, vraag);
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
  const openers: [feit: string, antwoord: Antwoord][] = [
    ...model.tafels.flatMap(({ regels: { ookGeopendDoor: door } }): [string, Antwoord][] =>
      door ? [[door.fact, door.value]] : [],
    ),
    ...model.vragen.flatMap(({ wanneer }): [string, Antwoord][] =>
      'feit' in wanneer ? [[wanneer.feit, wanneer.is]] : [],
    ),
  ];
  const nogTeGeven = openers.filter(([feit]) => relevant.has(feit) && gegeven[feit] === undefined);
  const allesGeopend = { ...gegeven, ...Object.fromEntries(nogTeGeven) };
  const vragen = [gegeven, allesGeopend].flatMap((antwoorden) => findTeStellenVragen(model, antwoorden));
  return new Set(vragen.map(({ feit }) => feit).filter((feit) => feit !== vraag.feit)).size;
}

/** Whether the answer can still change an oordeel, a remark, the financing, a list or the outcome. */
function maaktUit(
  model: Beslismodel,
  situatie: Situatie,
  standen: TafelStand[],
  { feit, wanneer }: Vraag,
): boolean {
  // Questions outside the tables decide on the outcome, the address or which tables are opened.
  if (!('tafels' in wanneer)) return true;
  if (standen.some((stand) => stand.beslissend.has(feit))) return true;
  if (standen.some((stand) => kanNogPassen(stand) && model.regels.get(stand.tafel.id)?.toonbaar.has(feit)))
    return true;
  if (
    model.tafels.some(
      ({ id, regels }) => regels.ookGeopendDoor?.fact === feit && !isZekerGeopend(situatie, id),
    )
  )
    return true;
  return (
    feit === EERDER_BESPROKEN &&
    standen.some((stand) => model.teProberen.has(stand.tafel.id) && stand.waarheid !== 'nee')
  );
}

/** With the signals unknown every table is opened, but perhaps not for good. */
function isZekerGeopend({ geopend, antwoorden }: Situatie, tafel: string): boolean {
  return geopend.has(tafel) && !isOpen(antwoorden[SIGNALEN]);
}

function kanNogPassen(stand: TafelStand): boolean {
  return stand.waarheid !== 'nee' && !stand.geprobeerd;
}
