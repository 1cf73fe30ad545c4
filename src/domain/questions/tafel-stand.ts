import { evaluateRegel, evaluateVoorwaarde, findBeslissend, type Waarheid } from '../evaluation/kleene.ts';
import { isOpen, toGekozen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { EERDER_BESPROKEN } from '../model/routing-facts.ts';
import type { Situatie } from './situatie.ts';

/** How an opened table stands: what its criteria make of the answers, and what could still change that. */
export interface TafelStand {
  readonly tafel: Overlegtafel;
  readonly waarheid: Waarheid;
  /** Open facts whose answer can still change `waarheid`. */
  readonly beslissend: ReadonlySet<string>;
  /** Discussed there before without a solution. */
  readonly geprobeerd: boolean;
  /** Whether it is certain that it was, or was not, discussed there before. */
  readonly geprobeerdBekend: boolean;
}

/** How one table stands, opened or not. */
export function toTafelStand(model: Beslismodel, situatie: Situatie, tafel: Overlegtafel): TafelStand {
  const { regels } = tafel;
  const waarheden = new Map(
    regels.criteria.map(({ id, voorwaarde }) => [id, evaluateVoorwaarde(voorwaarde, situatie.antwoorden)]),
  );
  const waarheidVan = (id: string): Waarheid => waarheden.get(id) ?? 'onbekend';
  const feitVan = new Map(regels.criteria.map(({ id, voorwaarde }) => [id, voorwaarde.fact]));
  return {
    tafel,
    waarheid: evaluateRegel(regels.regel, waarheidVan),
    beslissend: new Set(findBeslissend(regels.regel, waarheidVan).map((id) => feitVan.get(id) ?? id)),
    geprobeerd: isGeprobeerd(model, situatie, tafel.id),
    geprobeerdBekend: !model.teProberen.has(tafel.id) || !isOpen(situatie.antwoorden[EERDER_BESPROKEN]),
  };
}

/** How every opened table stands, in ladder order. */
export function toTafelStanden(model: Beslismodel, situatie: Situatie): TafelStand[] {
  return model.tafels
    .filter(({ id }) => situatie.geopend.has(id))
    .map((tafel) => toTafelStand(model, situatie, tafel));
}

/** Whether the case was discussed at this table before, where that counts. */
export function isGeprobeerd(model: Beslismodel, situatie: Situatie, tafel: string): boolean {
  return model.teProberen.has(tafel) && toGekozen(situatie.antwoorden[EERDER_BESPROKEN]).includes(tafel);
}
