const DATUM = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' });
const TIJD = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
});

/** A date (YYYY-MM-DD) in words: "21 november 2026". */
export function toDatumTekst(datum: string): string {
  return DATUM.format(new Date(`${datum}T00:00:00Z`));
}

/** A moment as it is on the clock in Twente: "21 november 2026 om 10:00". */
export function toTijdTekst(moment: Date): string {
  return TIJD.format(moment);
}
