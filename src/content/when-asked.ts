import type { Beslismodel } from '../domain/model/beslismodel.ts';
import { ACUUT_GEVAAR, BUITEN_TWENTE, GEMEENTE } from '../domain/model/routing-facts.ts';
import type { Vraag } from '../domain/model/vraag.ts';

/** Whether a fact can be asked when only the tables for which `isOpen` holds are opened. */
export function isAskedAt(
  { vraagOf }: Beslismodel,
  feit: string,
  isOpen: (tafel: string) => boolean,
): boolean {
  const seen = new Set<string>();
  for (let vraag = vraagOf.get(feit); vraag && !seen.has(vraag.feit); ) {
    seen.add(vraag.feit);
    if ('altijd' in vraag.wanneer) return true;
    if ('tafels' in vraag.wanneer) return vraag.wanneer.tafels.some(isOpen);
    vraag = vraagOf.get(vraag.wanneer.feit);
  }
  return false;
}

/** The circles of questions that each wait for the answer to the next: every circle once, from the first that is asked. */
export function findCircles({ vragen, vraagOf }: Beslismodel): string[][] {
  const volgorde = vragen.map(({ feit }) => feit);
  return vragen.flatMap(({ feit }) => {
    const keten = [feit];
    for (let parent = toParent(vraagOf.get(feit)); parent !== feit; parent = toParent(vraagOf.get(parent))) {
      if (parent === undefined || keten.includes(parent)) return [];
      keten.push(parent);
    }
    const isFirst = keten.every((other) => volgorde.indexOf(feit) <= volgorde.indexOf(other));
    return isFirst ? [keten] : [];
  });
}

function toParent(vraag: Vraag | undefined): string | undefined {
  return vraag && 'feit' in vraag.wanneer ? vraag.wanneer.feit : undefined;
}

/** Why the answer for which a question waits never leads to it, or null. */
export function describeDeadTrace(
  { vraagOf }: Pick<Beslismodel, 'vraagOf'>,
  { wanneer }: Vraag,
): string | null {
  if (!('feit' in wanneer)) return null;
  const { feit, is } = wanneer;
  if (vraagOf.get(feit)?.type === 'meerkeuze')
    return `hangt af van de vraag "${feit}", maar dat is een meerkeuzevraag: daarvan is het antwoord nooit gelijk aan één keuze.`;
  if ((feit === ACUUT_GEVAAR && is === 'ja') || (feit === GEMEENTE && is === BUITEN_TWENTE))
    return `wordt nooit gesteld: na het antwoord "${is}" op de vraag "${feit}" komt meteen het advies.`;
  return null;
}
