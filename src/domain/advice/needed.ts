import { isOpen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Criterium } from '../model/regel.ts';
import type { Situatie } from '../questions/situatie.ts';
import type { TafelOordeel } from './advies.ts';
import { explainOordeel, type Uitleg } from './explanation.ts';

/** One way in which a table would fit: the criteria that do not hold yet, by what can be done about them. */
export interface Weg {
  /** The fact is not known: somebody may know that it holds. */
  readonly nogOnbekend: readonly Criterium[];
  /** It does not hold, but a professional can still make it so. */
  readonly teDoen: readonly Criterium[];
  /** It does not hold, and that is as it is: this way is closed. */
  readonly nietTeVeranderen: readonly Criterium[];
}

/**
 * The smallest sets of criteria that would make a table fit from where the case stands; open ways before closed ones.
 * Empty when the table fits already.
 */
export function findWegen(
  model: Beslismodel,
  situatie: Situatie,
  oordeel: Pick<TafelOordeel, 'tafel' | 'criteria'>,
): Weg[] {
  const stapTeZetten = ({ voorwaarde }: Criterium) =>
    model.vraagVan.get(voorwaarde.fact)?.stapTeZetten === true;
  const open = ({ voorwaarde }: Criterium) => isOpen(situatie.antwoorden[voorwaarde.fact]);
  const wegen = keepSmallest(findTekorten(explainOordeel(oordeel))).filter((tekort) => tekort.length > 0);
  return wegen
    .map((tekort) => ({
      nogOnbekend: tekort.filter(open),
      teDoen: tekort.filter((criterium) => !open(criterium) && stapTeZetten(criterium)),
      nietTeVeranderen: tekort.filter((criterium) => !open(criterium) && !stapTeZetten(criterium)),
    }))
    .sort((a, b) => a.nietTeVeranderen.length - b.nietTeVeranderen.length);
}

/** Per way the criteria that do not hold; an empty way means that it fits. */
function findTekorten(uitleg: Uitleg): Criterium[][] {
  if (uitleg.waarheid === 'ja') return [[]];
  if (uitleg.soort === 'criterium') return [[uitleg.criterium.criterium]];
  const perDeel = uitleg.delen.map(findTekorten);
  if (uitleg.soort === 'een') return perDeel.flat();
  return perDeel.reduce(
    (wegen, deel) => wegen.flatMap((weg) => deel.map((tekort) => [...weg, ...tekort])),
    [[]],
  );
}

function keepSmallest(wegen: readonly Criterium[][]): Criterium[][] {
  return wegen.filter(
    (weg) =>
      !wegen.some(
        (ander) => ander.length < weg.length && ander.every((criterium) => weg.includes(criterium)),
      ),
  );
}
