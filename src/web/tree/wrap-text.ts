/** Breaks text between words into lines of at most `breedte` characters; a longer word gets a line of its own. */
export function wrapText(tekst: string, breedte: number): string[] {
  const regels: string[] = [];
  for (const woord of tekst.split(/\s+/)) {
    const laatste = regels.at(-1);
    if (laatste === undefined || laatste.length + 1 + woord.length > breedte) regels.push(woord);
    else regels[regels.length - 1] = `${laatste} ${woord}`;
  }
  return regels;
}
