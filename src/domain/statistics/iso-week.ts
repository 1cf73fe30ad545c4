const DAG = 24 * 60 * 60 * 1000;

/** Made when it is first used, as in `datum-tekst.ts`. */
let datum: Intl.DateTimeFormat | null = null;

/** The ISO 8601 week of a moment in the Netherlands, such as "2026-W47": weeks begin on Monday. */
export function toIsoWeek(moment: Date): string {
  datum ??= new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' });
  const dag = new Date(`${datum.format(moment)}T00:00:00Z`);
  // The week belongs to the year of its Thursday.
  const donderdag = new Date(dag.getTime() + (4 - (dag.getUTCDay() || 7)) * DAG);
  const jaar = donderdag.getUTCFullYear();
  const week = 1 + Math.floor((donderdag.getTime() - Date.UTC(jaar, 0, 1)) / DAG / 7);
  return `${jaar}-W${String(week).padStart(2, '0')}`;
}
