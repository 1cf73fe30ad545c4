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

/** Made when it is first used: that reads the data of a language, for 9 ms of the start. */
let time: Intl.DateTimeFormat | null = null;

/** A date (YYYY-MM-DD) in words: "21 november 2026". */
export function toDateText(date: string): string {
  const [jaar, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 0) - 1]} ${jaar}`;
}

/** A moment as it is on the clock in Twente: "21 november 2026 om 10:00". */
export function toTimeText(moment: Date): string {
  time ??= new Intl.DateTimeFormat('nl-NL', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  });
  return time.format(moment);
}
