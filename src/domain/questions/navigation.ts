import type { Antwoorden } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Vraag } from '../model/vraag.ts';
import { findVolgendeVraag } from './next-question.ts';
import { toSituatie } from './situatie.ts';
import { findVroegeUitkomst } from './vroege-uitkomst.ts';

/**
 * The questions that can be opened now, in asking order: those that are answered, and the next one.
 * When the advice is open early (acute danger, outside Twente) every relevant question can be opened.
 */
export function findBereikbareVragen(model: Beslismodel, antwoorden: Antwoorden): Vraag[] {
  const { relevant } = toSituatie(model, antwoorden);
  const volgende = findVolgendeVraag(model, antwoorden);
  const alles = findVroegeUitkomst(antwoorden) !== null;
  return model.vragen.filter(
    ({ feit }) => relevant.has(feit) && (alles || antwoorden[feit] !== undefined || feit === volgende?.feit),
  );
}
