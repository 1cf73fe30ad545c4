import type { Waardering } from '../evaluation/compile-tafel.ts';
import { isOpen, toGekozen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { EERDER_BESPROKEN } from '../model/routing-facts.ts';
import type { Situatie } from './situatie.ts';

/** How an opened table stands: what its criteria make of the answers, and what could still change that. */
export interface TafelStand extends Waardering {
  readonly tafel: Overlegtafel;
  /** Discussed there before without a solution. */
  readonly geprobeerd: boolean;
  /** Whether it is certain that it was, or was not, discussed there before. */
  readonly geprobeerdBekend: boolean;
}

/** How one table stands, opened or not. */
export function toTafelStand(model: Beslismodel, { antwoorden }: Situatie, tafel: Overlegtafel): TafelStand {
  const regels = model.regels.get(tafel.id);
  if (!regels) throw new Error(`De tafel ${tafel.id} staat niet in het model.`);
  const telt = model.teProberen.has(tafel.id);
  const eerder = antwoorden[EERDER_BESPROKEN];
  return {
    tafel,
    ...regels.waardeer(antwoorden),
    geprobeerd: telt && toGekozen(eerder).includes(tafel.id),
    geprobeerdBekend: !telt || !isOpen(eerder),
  };
}

/** How every opened table stands, in ladder order. */
export function toTafelStanden(model: Beslismodel, situatie: Situatie): TafelStand[] {
  return model.kiesTafels(situatie.geopend).map((tafel) => toTafelStand(model, situatie, tafel));
}

/** Whether the case was discussed at this table before, where that counts. */
export function isGeprobeerd(model: Beslismodel, situatie: Situatie, tafel: string): boolean {
  return model.teProberen.has(tafel) && toGekozen(situatie.antwoorden[EERDER_BESPROKEN]).includes(tafel);
}
