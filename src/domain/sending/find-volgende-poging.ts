/** How long to wait after each attempt, in minutes; the last one repeats. */
const PAUZES = [1, 5, 15, 30, 60, 120, 240];
const MINUUT = 60_000;

/** How long after the confirmation a mail may still be sent, in milliseconds: 24 hours. */
export const MAX_WACHTTIJD = 24 * 60 * MINUUT;

/** When to try again after so many attempts; null when that is too long after the confirmation. */
export function findVolgendePoging(pogingen: number, bevestigd: Date, nu: Date): Date | null {
  const pauze = PAUZES[Math.min(Math.max(pogingen, 1), PAUZES.length) - 1] ?? 0;
  const moment = new Date(nu.getTime() + pauze * MINUUT);
  return moment.getTime() - bevestigd.getTime() > MAX_WACHTTIJD ? null : moment;
}
