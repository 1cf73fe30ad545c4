/** What is wrong with a text that is sent as it is: holes, leftovers of code, headings with nothing below them. */
export function findPlainFaults(text: string): string[] {
  const faults: string[] = [];
  const lines = text.split('\n');
  for (const word of ['undefined', 'null', '[object', '{{', 'NaN', 'true', 'false'])
    if (text.includes(word)) faults.push(`"${word}" in de tekst`);
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? '';
    const isHeading = /^[A-Z][A-Z ,&É-]{5,}$/.test(line);
    if (isHeading && next.trim() === '') faults.push(`niets onder "${line}"`);
    if (/ {2}|\s$| [.,?!:;]|\.\.|\?\./.test(line)) faults.push(`slordig: "${line}"`);
    const words = line.split(/[.?!:]/).map((sentence) => sentence.trim().split(/\s+/).length);
    if (!line.startsWith('- ') && Math.max(...words) > 25) faults.push(`lange zin: "${line}"`);
  }
  if (text.includes('\n\n\n')) faults.push('lege regels');
  return faults;
}
