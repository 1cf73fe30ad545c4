const UUR = 60 * 60 * 1000;
const DAG = 24 * UUR;

const MAART = 2;
const OKTOBER = 9;

/** The ISO 8601 week of a moment in the Netherlands, such as "2026-W47": weeks begin on Monday. */
export function toIsoWeek(moment: Date): string {
  const dag = toNederland(moment);
  // The week belongs to the year of its Thursday.
  const donderdag = new Date(dag.getTime() + (4 - (dag.getUTCDay() || 7)) * DAG);
  const jaar = donderdag.getUTCFullYear();
  const week = 1 + Math.floor((donderdag.getTime() - Date.UTC(jaar, 0, 1)) / DAG / 7);
  return `${jaar}-W${String(week).padStart(2, '0')}`;
}

/** The day that it is in the Netherlands: the moment at which that day begins in UTC, the same all day. */
export function toDutchDay(moment: Date): Date {
  return new Date(toNederland(moment).setUTCHours(0, 0, 0, 0));
}

/**
 * The moment whose time in UTC is what the clock says in the Netherlands: an hour later than UTC, and in summer two
 * (directive 2000/84/EC). By hand, since `Intl` reads 7 MB of data on time zones for it, at the first visitor.
 */
function toNederland(moment: Date): Date {
  const jaar = moment.getUTCFullYear();
  const isZomer = moment >= toLaatsteZondag(jaar, MAART) && moment < toLaatsteZondag(jaar, OKTOBER);
  return new Date(moment.getTime() + (isZomer ? 2 : 1) * UUR);
}

/** When the clock changes: the last Sunday of the month, at 01:00 UTC. */
function toLaatsteZondag(jaar: number, maand: number): Date {
  const laatsteDag = new Date(Date.UTC(jaar, maand + 1, 0, 1));
  return new Date(laatsteDag.getTime() - laatsteDag.getUTCDay() * DAG);
}
