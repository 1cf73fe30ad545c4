import type { Casus } from '../../domain/casus/casus.ts';
import type { CasusRules } from '../../domain/casus/casus-rules.ts';
import { type Due, listDue } from '../../domain/casus/due.ts';
import { toDateText } from '../../domain/date-text.ts';

/** The button that says of what is due that it is done. */
const DONE: Partial<Record<Due['soort'], string>> = {
  plan: 'klaar-plan',
  termijnen: 'gedaan-termijnen',
  nabellen: 'ontvangen-verwijzingen',
};

/** What is due, in words. */
export function toDue({ say, tafelOf }: CasusRules, casus: Casus, today: string) {
  return listDue({ tafelOf }, casus, today).map((due) => {
    const { soort, datum, teLaat, id, wat } = due;
    const tafel = tafelOf.get(due.tafel ?? '')?.inZin ?? due.tafel ?? '';
    const done = DONE[soort];
    return {
      datum: datum === null ? null : toDateText(datum),
      teLaat,
      vandaag: datum === today,
      wat: soort === 'plan' || soort === 'termijnen' ? wat : say(`casus.komt-${soort}`, { tafel, wat }),
      actie: done && id ? `${done}:${id}@data` : null,
      isAangekomen: soort === 'nabellen',
    };
  });
}
