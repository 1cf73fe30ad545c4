/** Settings that are meant for this server but are spelled wrong, such as STAND_SECRET or LOGLEVEL. */
export function findMisspelled(namen: readonly string[], bekend: readonly string[]): string[] {
  const vorm = (naam: string) => naam.replaceAll(/[_-]/g, '').toUpperCase().replace(/S$/, '');
  return namen.flatMap((naam) => {
    if (bekend.includes(naam)) return [];
    const bedoeld = bekend.find((ander) => vorm(ander) === vorm(naam) && ander.includes('_'));
    if (bedoeld) return [`${naam} is geen instelling. Bedoelt u ${bedoeld}?`];
    return /^(STAND|SMTP)_/.test(naam)
      ? [`${naam} is geen instelling. De instellingen zijn: ${bekend.join(', ')}.`]
      : [];
  });
}
