import { toDateText } from '../domain/date-text.ts';

/** The last day on which a version of Node gets repairs, by its first number (nodejs.org/en/about/previous-releases). */
const LAATSTE_DAG: ReadonlyMap<number, string> = new Map([
  [20, '2026-04-30'],
  [21, '2024-06-01'],
  [22, '2027-04-30'],
  [23, '2025-06-01'],
  [24, '2028-04-30'],
  [25, '2026-06-01'],
]);

/** The version to choose: of those with long support, the newest that is tried with this site. */
const AANBEVOLEN = 24;

/**
 * What an operator should know of the version of Node (such as `20.20.2`) that runs the site: that it gets no repairs any
 * more. Null when it does, and for a version that is not in the table.
 */
export function findVerouderdeNode(versie: string, now: Date): string | null {
  const nummer = Number.parseInt(versie, 10);
  const dag = LAATSTE_DAG.get(nummer);
  if (dag === undefined || now.toISOString().slice(0, 10) <= dag) return null;
  return `Node ${nummer} krijgt sinds ${toDateText(dag)} geen reparaties meer. Stap over op Node ${AANBEVOLEN}.`;
}
