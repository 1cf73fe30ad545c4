import { toDateText, toDutchDate } from '../domain/calendar.ts';

/** The last day on which a version of Node gets repairs, by its first number (nodejs.org/en/about/previous-releases). */
const LAST_DAY: ReadonlyMap<number, string> = new Map([
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
export function findVerouderdeNode(version: string, now: Date): string | null {
  const nummer = Number.parseInt(version, 10);
  const day = LAST_DAY.get(nummer);
  if (day === undefined || toDutchDate(now) <= day) return null;
  return `Node ${nummer} krijgt sinds ${toDateText(day)} geen reparaties meer. Stap over op Node ${AANBEVOLEN}.`;
}
