import type { Assessment } from '../evaluation/compile-tafel.ts';
import { isOpen, toChosen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { EERDER_BESPROKEN } from '../model/routing-facts.ts';
import type { Situatie } from './situatie.ts';

/** How an opened table stands: what its criteria make of the answers, and what could still change that. */
export interface TafelStatus extends Assessment {
  readonly tafel: Overlegtafel;
  /** Discussed there before without a solution. */
  readonly geprobeerd: boolean;
  /** Whether it is certain that it was, or was not, discussed there before. */
  readonly triedKnown: boolean;
}

/** How one table stands, opened or not. */
export function toTafelStatus(
  model: Beslismodel,
  { antwoorden }: Situatie,
  tafel: Overlegtafel,
): TafelStatus {
  const regels = model.regels.get(tafel.id);
  if (!regels) throw new Error(`De tafel ${tafel.id} staat niet in het model.`);
  const telt = model.toTry.has(tafel.id);
  const earlier = antwoorden[EERDER_BESPROKEN];
  return {
    tafel,
    ...regels.assess(antwoorden),
    geprobeerd: telt && toChosen(earlier).includes(tafel.id),
    triedKnown: !telt || !isOpen(earlier),
  };
}

/** How every opened table stands, in ladder order. */
export function toTafelStatuses(model: Beslismodel, situatie: Situatie): TafelStatus[] {
  return model.pickTafels(situatie.opened).map((tafel) => toTafelStatus(model, situatie, tafel));
}

/** Whether the case was discussed at this table before, where that counts. */
export function isTried(model: Beslismodel, situatie: Situatie, tafel: string): boolean {
  return model.toTry.has(tafel) && toChosen(situatie.antwoorden[EERDER_BESPROKEN]).includes(tafel);
}
