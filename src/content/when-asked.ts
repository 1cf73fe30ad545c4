import type { Beslismodel } from '../domain/model/beslismodel.ts';
import { ACUUT_GEVAAR, BUITEN_TWENTE, GEMEENTE } from '../domain/model/routing-facts.ts';
import type { Vraag } from '../domain/model/vraag.ts';

/** Whether a fact can be asked when only the tables for which `isOpen` holds are opened. */
export function isGevraagdBij(
  { vraagOf: vraagVan }: Beslismodel,
  feit: string,
  isOpen: (tafel: string) => boolean,
): boolean {
  const gezien = new Set<string>();
  for (let vraag = vraagVan.get(feit); vraag && !gezien.has(vraag.feit); ) {
    gezien.add(vraag.feit);
    if ('altijd' in vraag.wanneer) return true;
    if ('tafels' in vraag.wanneer) return vraag.wanneer.tafels.some(isOpen);
    vraag = vraagVan.get(vraag.wanneer.feit);
  }
  return false;
}

/** The circles of questions that each wait for the answer to the next: every circle once, from the first that is asked. */
export function findCirkels({ vragen, vraagOf: vraagVan }: Beslismodel): string[][] {
  const volgorde = vragen.map(({ feit }) => feit);
  return vragen.flatMap(({ feit }) => {
    const keten = [feit];
    for (let ouder = toOuder(vraagVan.get(feit)); ouder !== feit; ouder = toOuder(vraagVan.get(ouder))) {
      if (ouder === undefined || keten.includes(ouder)) return [];
      keten.push(ouder);
    }
    const isEerste = keten.every((ander) => volgorde.indexOf(feit) <= volgorde.indexOf(ander));
    return isEerste ? [keten] : [];
  });
}

function toOuder(vraag: Vraag | undefined): string | undefined {
  return vraag && 'feit' in vraag.wanneer ? vraag.wanneer.feit : undefined;
}

/** Why the answer for which a question waits never leads to it, or null. */
export function describeDoodSpoor(
  { vraagOf: vraagVan }: Pick<Beslismodel, 'vraagOf'>,
  { wanneer }: Vraag,
): string | null {
  if (!('feit' in wanneer)) return null;
  const { feit, is } = wanneer;
  if (vraagVan.get(feit)?.type === 'meerkeuze')
    return `hangt af van "${feit}", maar dat is een meerkeuzevraag: daarvan is het antwoord nooit gelijk aan één keuze.`;
  if ((feit === ACUUT_GEVAAR && is === 'ja') || (feit === GEMEENTE && is === BUITEN_TWENTE))
    return `wordt nooit gesteld: na "${feit}" = "${is}" komt meteen het advies.`;
  return null;
}
