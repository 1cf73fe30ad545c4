import type { Arrow, Tree } from '../../src/domain/tree/decision-tree.ts';
import type { Antwoorden } from './domain-facts.ts';
import { isOpen, toReferentie, toTafelWaarheid } from './reference-advice.ts';

/**
 * Walks the tree as a reader of the picture does: follows every arrow whose condition holds, and takes "Aanmelden" where
 * more than one outcome is reached. What a table is for these answers comes from the reference, not from `src/`.
 */
export function walkBoom({ nodes: knopen, pijlen }: Tree, antwoorden: Antwoorden): string[] {
  const { geprobeerd } = toReferentie(antwoorden);
  const bereikt = new Set([knopen[0]?.id]);
  const tafels = () =>
    knopen.flatMap((knoop) => (knoop.soort === 'tafel' && bereikt.has(knoop.id) ? [knoop.tafel] : []));
  const past = (tafel: string) => toTafelWaarheid(tafel, antwoorden) === 'ja' && !geprobeerd.has(tafel);
  const isNogOpen = (tafel: string) =>
    toTafelWaarheid(tafel, antwoorden) === 'onbekend' && !geprobeerd.has(tafel);
  const geldt = (feit: string, opties: readonly string[]) => {
    const antwoord = antwoorden[feit];
    const gekozen = isOpen(antwoord) ? ['weetNiet'] : [antwoord ?? []].flat();
    return gekozen.some((id) => opties.includes(id));
  };
  const holds = ({ van, als }: Arrow): boolean => {
    const begin = knopen.find(({ id }) => id === van);
    switch (als.soort) {
      case 'antwoord':
        return begin?.soort === 'vraag' && geldt(begin.feit, als.opties);
      case 'antwoordOp':
        return geldt(als.feit, als.opties);
      case 'past':
        return begin?.soort === 'tafel' && past(begin.tafel);
      case 'eenPast':
        return tafels().some(past);
      case 'eenOpen':
        return !tafels().some(past) && tafels().some(isNogOpen);
      case 'altijd':
        return true;
      case 'anders':
        return false;
    }
  };
  // Arrows only lead on, so one pass in the order of the places reaches all.
  for (const { id } of knopen) {
    if (!bereikt.has(id)) continue;
    const uit = pijlen.filter(({ van }) => van === id);
    const gevolgd = uit.filter(holds);
    const telt = gevolgd.filter(({ als }) => als.soort !== 'antwoordOp');
    for (const { to: naar } of gevolgd) bereikt.add(naar);
    if (telt.length === 0)
      for (const { to: naar } of uit.filter(({ als }) => als.soort === 'anders')) bereikt.add(naar);
  }
  const uitkomsten = knopen.flatMap((knoop) =>
    knoop.soort === 'uitkomst' && bereikt.has(knoop.id) ? [knoop.uitkomst] : [],
  );
  return uitkomsten.includes('aanmelden') ? ['aanmelden'] : uitkomsten;
}
