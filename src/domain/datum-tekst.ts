const FORMAAT = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A date (YYYY-MM-DD) in words: "21 november 2026". */
export function toDatumTekst(datum: string): string {
  return FORMAAT.format(new Date(`${datum}T00:00:00Z`));
}
