import { EERDER_BESPROKEN } from '../../src/domain/model/routing-facts.ts';
import type { Situatie } from '../../src/domain/questions/situatie.ts';
import { toTafelStand } from '../../src/domain/questions/tafel-stand.ts';
import { model } from '../support/real-content.ts';

/**
 * All of a situation that the questions after the signals, and the outcome, still depend on, as a key: situations with
 * the same key go on in the same way, so one of them needs to be walked. Of a table that does not fit nothing counts
 * any more. Of one that is open the criteria count that can still decide, and whether their questions were asked; of
 * one that may fit also what is yet to be asked to be shown. `test/proof/question-paths.test.ts` walks whole trees
 * without this key and compares.
 */
export function toSleutel(situatie: Situatie): string {
  const { antwoorden, geopend, relevant } = situatie;
  const isTeVragen = (feit: string) => antwoorden[feit] === undefined;
  const delen = model.tafels.flatMap((tafel) => {
    const { id, regels } = tafel;
    const opener = regels.ookGeopendDoor?.fact;
    const isTeOpenen = opener !== undefined && relevant.has(opener) && isTeVragen(opener);
    if (!geopend.has(id) && !isTeOpenen) return [];
    const { waarheid, beslissend } = toTafelStand(model, situatie, tafel);
    if (waarheid === 'nee') return [];
    const getoond = [
      ...regels.criteria
        .filter(({ weging }) => weging === 'aandachtspunt')
        .map(({ voorwaarde }) => voorwaarde.fact),
      ...(regels.financiering ? [regels.financiering.feit] : []),
    ];
    return [
      id,
      geopend.has(id) ? waarheid : 'nog-te-openen',
      ...[...beslissend].map((feit) => (isTeVragen(feit) ? feit : `${feit}=weetNiet`)),
      ...getoond.filter(isTeVragen).map((feit) => `toon-${feit}`),
    ];
  });
  return [...delen, JSON.stringify(antwoorden[EERDER_BESPROKEN] ?? null)].join(' ');
}

/** The tables that still count in a situation. */
export function listLevend(situatie: Situatie): string[] {
  return model.tafels
    .filter(({ id }) => situatie.geopend.has(id))
    .filter((tafel) => toTafelStand(model, situatie, tafel).waarheid !== 'nee')
    .map(({ id }) => id);
}
