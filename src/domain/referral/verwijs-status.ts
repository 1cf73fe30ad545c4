import type { Advies } from '../advice/advies.ts';
import { isBruikbaar } from '../questions/lokale-stap.ts';

/** Whether a case can be referred to a table: yes, only as a draft because facts are missing, or not. */
export type VerwijsStatus = 'gereed' | 'concept' | 'nietMogelijk';

/** What the advice says about referring to this table. */
export function toVerwijsStatus(advies: Advies, tafelId: string): VerwijsStatus {
  if (advies.tafels.includes(tafelId) || advies.voorzieningen.includes(tafelId)) return 'gereed';
  const vroeg = advies.uitkomst === 'belNu' || advies.uitkomst === 'buitenTwente';
  const gevonden = advies.overlegtafels.find(({ tafel }) => tafel.id === tafelId);
  if (vroeg || !gevonden || gevonden.oordeel !== 'onvolledig' || gevonden.geprobeerd) return 'nietMogelijk';
  return isBruikbaar(gevonden.tafel, advies.lokaleStap) ? 'concept' : 'nietMogelijk';
}
