/** A mail template starts with its subject: "Onderwerp: …", then a blank line, then the text. */
export function splitOnderwerp(bericht: string): { onderwerp: string; tekst: string } {
  const [eerste = '', ...rest] = bericht.split('\n');
  const tekst = rest
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return { onderwerp: eerste.replace(/^Onderwerp: /, '').trim(), tekst: `${tekst}\n` };
}
