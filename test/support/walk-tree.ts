import type { Arrow, Tree } from '../../src/domain/tree/decision-tree.ts';
import type { Antwoorden } from './domain-facts.ts';
import { isOpen, toReferentie, toTafelTruth } from './reference-advice.ts';

/**
 * Walks the tree as a reader of the picture does: follows every arrow whose condition holds, and takes "Aanmelden" where
 * more than one outcome is reached. What a table is for these answers comes from the reference, not from `src/`.
 */
export function walkTree({ nodes, pijlen }: Tree, antwoorden: Antwoorden): string[] {
  const { geprobeerd } = toReferentie(antwoorden);
  const reached = new Set([nodes[0]?.id]);
  const tafels = () =>
    nodes.flatMap((node) => (node.soort === 'tafel' && reached.has(node.id) ? [node.tafel] : []));
  const past = (tafel: string) => toTafelTruth(tafel, antwoorden) === 'ja' && !geprobeerd.has(tafel);
  const isStillOpen = (tafel: string) =>
    toTafelTruth(tafel, antwoorden) === 'onbekend' && !geprobeerd.has(tafel);
  const applies = (feit: string, opties: readonly string[]) => {
    const antwoord = antwoorden[feit];
    const chosen = isOpen(antwoord) ? ['weetNiet'] : [antwoord ?? []].flat();
    return chosen.some((id) => opties.includes(id));
  };
  const holds = ({ van, als }: Arrow): boolean => {
    const begin = nodes.find(({ id }) => id === van);
    switch (als.soort) {
      case 'antwoord':
        return begin?.soort === 'vraag' && applies(begin.feit, als.opties);
      case 'antwoordOp':
        return applies(als.feit, als.opties);
      case 'past':
        return begin?.soort === 'tafel' && past(begin.tafel);
      case 'eenPast':
        return tafels().some(past);
      case 'eenOpen':
        return !tafels().some(past) && tafels().some(isStillOpen);
      case 'altijd':
        return true;
      case 'anders':
        return false;
    }
  };
  // Arrows only lead on, so one pass in the order of the places reaches all.
  for (const { id } of nodes) {
    if (!reached.has(id)) continue;
    const uit = pijlen.filter(({ van }) => van === id);
    const followed = uit.filter(holds);
    const telt = followed.filter(({ als }) => als.soort !== 'antwoordOp');
    for (const { to } of followed) reached.add(to);
    if (telt.length === 0)
      for (const { to } of uit.filter(({ als }) => als.soort === 'anders')) reached.add(to);
  }
  const uitkomsten = nodes.flatMap((node) =>
    node.soort === 'uitkomst' && reached.has(node.id) ? [node.uitkomst] : [],
  );
  return uitkomsten.includes('aanmelden') ? ['aanmelden'] : uitkomsten;
}
