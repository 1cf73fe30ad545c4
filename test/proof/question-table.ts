import type { Antwoord } from '../../src/domain/model/antwoorden.ts';
import { SIGNALEN } from '../../src/domain/model/routing-facts.ts';
import { UITKOMSTEN } from '../../src/domain/model/uitkomst.ts';
import { model } from '../support/real-content.ts';
import type { Count, Statistics } from './question-count.ts';
import { listAllAntwoorden } from './question-paths.ts';

const vraag = model.vraagOf.get(SIGNALEN);
/** Every answer to the question that opens the tables. */
export const ALL_SIGNALEN: readonly Antwoord[] = vraag ? listAllAntwoorden(vraag) : [];

const isBeside = (id: string) => vraag?.opties.some((optie) => optie.id === id && !optie.alleen) === true;

/** The answers that name exactly so many signals. */
export function listSignalen(count: number): Antwoord[] {
  return ALL_SIGNALEN.filter(
    (antwoord) => typeof antwoord !== 'string' && antwoord.length === count && antwoord.every(isBeside),
  );
}

/** The table for the README: per outcome and per group of signals the mean and the highest number of questions. */
export function toMarkdown(
  groups: readonly { readonly naam: string; readonly counts: Statistics }[],
): string {
  const rijen = UITKOMSTEN.map((uitkomst) => [
    `\`${uitkomst}\``,
    ...groups.map(({ counts }) => toCell(counts[uitkomst])),
  ]);
  const kop = ['outcome', ...groups.map(({ naam }) => naam)];
  return [kop, kop.map(() => '---'), ...rijen].map((rij) => `| ${rij.join(' | ')} |`).join('\n');
}

function toCell(count: Count | undefined): string {
  if (!count) return 'none';
  const { paden, vragen, kans, verwacht, meeste } = count;
  return [(verwacht / kans).toFixed(1), (vragen / paden).toFixed(1), meeste].join(' / ');
}

/** The number of paths of a group, in powers of ten when there are many. */
export function describePaths(counts: Statistics): string {
  const paths = Object.values(counts).reduce((sum, count) => sum + count.paden, 0);
  return paths < 1e6 ? String(paths) : paths.toExponential(1);
}
