const TIJD = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
});

/** A moment as it is on the clock in Twente: "21 november 2026 om 10:00". */
export function toTijdTekst(moment: Date): string {
  return TIJD.format(moment);
}
