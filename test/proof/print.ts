/** Writes the outcome of a measurement, straight to the terminal. */
export function print(tekst: string): void {
  process.stdout.write(`\n${tekst}\n\n`);
}
