const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const MARCH = 2;
const OCTOBER = 9;

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export function isDate(tekst: string): boolean {
  // 31 February is read as a day in March, or not at all.
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(tekst) &&
    new Date(`${tekst}T00:00:00Z`).getUTCDate() === Number(tekst.slice(8))
  );
}

/**
 * The calendar date a number of whole days later, or earlier when it is negative; YYYY-MM-DD.
 * @throws RangeError when the date does not exist, or the years 0000 to 9999 do not hold the answer.
 */
export function addDays(date: string, days: number): string {
  // Days count in UTC, where each has 24 hours: a time zone would make the days of the clock change longer or shorter.
  const later = isDate(date) ? toDate(Date.parse(`${date}T00:00:00Z`) + days * DAY) : null;
  if (later === null || !Number.isInteger(days)) {
    throw new RangeError(`No calendar date: "${date}" and ${days} days.`);
  }
  return later;
}

/** How many days later the second of two calendar dates is; negative when it is earlier. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** The date a number of working days later: Saturdays and Sundays do not count, holidays do. */
export function addWorkingDays(date: string, days: number): string {
  let later = date;
  for (let left = days; left > 0; left -= isWeekend(later) ? 0 : 1) later = addDays(later, 1);
  return later;
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

function toDate(time: number): string | null {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return null;
  const jaar = date.getUTCFullYear();
  return jaar >= 0 && jaar <= 9999 ? date.toISOString().slice(0, 10) : null;
}

/** The date that it is in the Netherlands, YYYY-MM-DD: soon after midnight that is a day further than in UTC. */
export function toDutchDate(moment: Date): string {
  return toNederland(moment).toISOString().slice(0, 10);
}

/** What the clock says in the Netherlands, HH:MM, to compare; `toClockText` is what one reads. */
export function toDutchClock(moment: Date): string {
  return toNederland(moment).toISOString().slice(11, 16);
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
  const isSummer = moment >= toLastZondag(jaar, MARCH) && moment < toLastZondag(jaar, OCTOBER);
  return new Date(moment.getTime() + (isSummer ? 2 : 1) * HOUR);
}

/** When the clock changes: the last Sunday of the month, at 01:00 UTC. */
function toLastZondag(jaar: number, month: number): Date {
  const lastDay = new Date(Date.UTC(jaar, month + 1, 0, 1));
  return new Date(lastDay.getTime() - lastDay.getUTCDay() * DAY);
}

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** A date (YYYY-MM-DD) in words: "21 november 2026". */
export function toDateText(date: string): string {
  const [jaar, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 0) - 1]} ${jaar}`;
}

/** What the clock says in the Netherlands as Dutch is written (taaladvies.net), and as opening hours are here: "9.30 uur". */
export function toClockText(moment: Date): string {
  return `${toDutchClock(moment).replace(/^0/, '').replace(':', '.')} uur`;
}

/** A moment as it is on the clock in Twente: "21 november 2026 om 10.00 uur". */
export function toTimeText(moment: Date): string {
  return `${toDateText(toDutchDate(moment))} om ${toClockText(moment)}`;
}
