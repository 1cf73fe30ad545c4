import { createBeslismodel } from '../model/beslismodel.ts';
import type { Content } from '../model/content.ts';
import { type Bevinding, toRegelBestand, VRAGEN_BESTAND } from './bevinding.ts';
import { checkContacten } from './check-contacten.ts';
import { checkCriteria } from './check-criteria.ts';
import { checkOpenen } from './check-openen.ts';
import { checkRoutevragen } from './check-routevragen.ts';
import { checkCirkels, checkVragen } from './check-vragen.ts';
import { findImplicaties } from './find-implicaties.ts';
import { findVerouderd } from './find-verouderd.ts';

/**
 * The faults that make the content as a whole go nowhere: an oordeel that no answers lead to, a question or table that
 * nobody comes to, an outcome without a contact.
 * @param eerder the faults found before. What follows from those is left out: it would only repeat them in other words.
 */
export function checkSamenhang(content: Content, eerder: readonly Bevinding[]): Bevinding[] {
  const model = createBeslismodel(content);
  const fout = new Set(eerder.map(({ bestand }) => bestand));
  const vragenGoed = !fout.has(VRAGEN_BESTAND);
  const goed = model.tafels.filter(({ id }) => !fout.has(toRegelBestand(id)));
  return [
    ...checkCirkels(model),
    ...(vragenGoed ? checkRoutevragen(model) : []),
    ...(vragenGoed && goed.length === model.tafels.length
      ? [...checkVragen(model), ...checkOpenen(model)]
      : []),
    ...(vragenGoed ? goed.flatMap((tafel) => checkCriteria(model, tafel)) : []),
    ...checkContacten(content),
  ];
}

/** What is not wrong but deserves a look: tables that imply each other, and contacts that were not checked for long. */
export function findWaarschuwingen(content: Content, now: Date): Bevinding[] {
  return [...findImplicaties(createBeslismodel(content)), ...findVerouderd(content, now)];
}
