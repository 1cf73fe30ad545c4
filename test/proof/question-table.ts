import type { Antwoord } from '../../src/domain/model/antwoorden.ts';
import { SIGNALEN } from '../../src/domain/model/routing-facts.ts';
import { UITKOMSTEN } from '../../src/domain/model/uitkomst.ts';
import { model } from '../support/real-content.ts';
import type { Telling, Tellingen } from './question-count.ts';
import { listAlleAntwoorden } from './question-paths.ts';

const vraag = model.vraagOf.get(SIGNALEN);
/** Every answer to the question that opens the tables. */
export const ALLE_SIGNALEN: readonly Antwoord[] = vraag ? listAlleAntwoorden(vraag) : [];

const isNaast = (id: string) => vraag?.opties.some((optie) => optie.id === id && !optie.alleen) === true;

/** The answers that name exactly so many signals. */
export function listSignalen(aantal: number): Antwoord[] {
  return ALLE_SIGNALEN.filter(
    (antwoord) => typeof antwoord !== 'string' && antwoord.length === aantal && antwoord.every(isNaast),
  );
}

/** The table for the README: per outcome and per group of signals the mean and the highest number of questions. */
export function toMarkdown(
  groepen: readonly { readonly naam: string; readonly tellingen: Tellingen }[],
): string {
  const rijen = UITKOMSTEN.map((uitkomst) => [
    `\`${uitkomst}\``,
    ...groepen.map(({ tellingen }) => toCel(tellingen[uitkomst])),
  ]);
  const kop = ['outcome', ...groepen.map(({ naam }) => naam)];
  return [kop, kop.map(() => '---'), ...rijen].map((rij) => `| ${rij.join(' | ')} |`).join('\n');
}

function toCel(telling: Telling | undefined): string {
  if (!telling) return 'none';
  const { paden, vragen, kans, verwacht, meeste } = telling;
  return [(verwacht / kans).toFixed(1), (vragen / paden).toFixed(1), meeste].join(' / ');
}

/** The number of paths of a group, in powers of ten when there are many. */
export function describePaden(tellingen: Tellingen): string {
  const paden = Object.values(tellingen).reduce((som, telling) => som + telling.paden, 0);
  return paden < 1e6 ? String(paden) : paden.toExponential(1);
}
