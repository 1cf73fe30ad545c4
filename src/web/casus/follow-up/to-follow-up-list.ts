import type { Advies } from '../../../domain/advice/advies.ts';
import type { Casus } from '../../../domain/casus/casus.ts';
import type { CasusRules } from '../../../domain/casus/casus-rules.ts';
import { listDue } from '../../../domain/casus/due.ts';
import { followPackages } from '../../../domain/casus/follow-up/compose-follow-up.ts';
import { canGoOn } from '../../../domain/casus/follow-up/follow-ups.ts';
import { findLastDay } from '../../../domain/casus/news.ts';
import { toDateText } from '../../../domain/date-text.ts';
import type { Services } from '../../../services.ts';

/** What is asked of a package that goes on. */
export const GO_ON = 'voortzetting';

/** For the partial `casus-vervolg`: per package what can be written about it, and since when to tell the news. */
export function toFollowUpList(
  deps: Pick<Services, 'content' | 'views' | 'say'>,
  rules: CasusRules,
  casus: Casus,
  advies: Advies,
  { today, bewaard }: { readonly today: string; readonly bewaard: boolean },
) {
  const { say } = deps;
  return {
    bewaard,
    sinds: findLastDay(casus, today),
    agenda: listDue(rules, casus, today).some(({ datum }) => datum !== null),
    pakketten: followPackages({ ...deps, rules }, casus, advies).flatMap(({ made, oordeel, vervolgen }) => {
      const { id, datum, soort, tafel } = made;
      const goesOn = canGoOn(made) && advies.voorzieningen.includes(tafel);
      const knoppen = [...vervolgen, ...(goesOn ? ([GO_ON] as const) : [])].map((vervolg) => ({
        waarde: `${vervolg}:${id}`,
        tekst: say(`vervolg.${vervolg}`),
      }));
      const { naam } = oordeel.tafel;
      return knoppen.length > 0
        ? [{ naam, datum: toDateText(datum), soort: say(`casus.soort-${soort}`), knoppen }]
        : [];
    }),
  };
}
