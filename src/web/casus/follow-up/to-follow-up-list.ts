import type { Advies } from '../../../domain/advice/advies.ts';
import { type Casus, ITEM_LISTS } from '../../../domain/casus/casus.ts';
import type { CasusRules } from '../../../domain/casus/casus-rules.ts';
import { listDue } from '../../../domain/casus/due.ts';
import { type FollowedPackage, followPackages } from '../../../domain/casus/follow-up/compose-follow-up.ts';
import { canGoOn } from '../../../domain/casus/follow-up/follow-ups.ts';
import { findLastDay } from '../../../domain/casus/news.ts';
import type { Services } from '../../../services.ts';

/** What is asked of a package that goes on. */
export const GO_ON = 'voortzetting';

/** What can be written after a package, by the id of that package; and since when there is news, and whether there is any. */
export function toFollowUpList(
  deps: Pick<Services, 'content' | 'views' | 'say'>,
  rules: CasusRules,
  casus: Casus,
  advies: Advies,
  today: string,
) {
  const { say } = deps;
  const toButtons = ({ made, vervolgen }: FollowedPackage) => {
    const goesOn = canGoOn(made) && advies.voorzieningen.includes(made.tafel);
    return [...vervolgen, ...(goesOn ? ([GO_ON] as const) : [])].map((vervolg) => ({
      waarde: `${vervolg}:${made.id}`,
      tekst: say(`vervolg.${vervolg}`),
    }));
  };
  return {
    sinds: findLastDay(casus, today),
    agenda: listDue(rules, casus, today).some(({ datum }) => datum !== null),
    nieuws: casus.verwijzingen.length > 0 || ITEM_LISTS.some((list) => casus[list].length > 0),
    knoppen: new Map(
      followPackages({ ...deps, rules }, casus, advies).map((followed) => [
        followed.made.id,
        toButtons(followed),
      ]),
    ),
  };
}
