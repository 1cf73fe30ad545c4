/** One line of the table: what was measured in each round, and what it should be. */
export interface Figure {
  readonly name: string;
  /** One value per round. */
  readonly values: readonly number[];
  readonly goal: { readonly atLeast: number } | { readonly atMost: number } | null;
  readonly unit?: string;
  /** What stands beside the figure, such as the times that a ratio was made of. */
  readonly note?: string;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which this part of the values lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** The figure as a row: name, median, spread (first to third quarter), goal, verdict and note. */
export function toRow({ name, values, goal, unit = '×', note = '' }: Figure): string[] {
  const value = median(values);
  const spread =
    values.length > 1 ? `${show(percentile(values, 0.25))}–${show(percentile(values, 0.75))}` : '';
  if (goal === null) return [name, `${show(value)} ${unit}`, spread, '', '', note];
  const [sign, bound, isGood] =
    'atLeast' in goal ? ['≥', goal.atLeast, value >= goal.atLeast] : ['≤', goal.atMost, value <= goal.atMost];
  return [name, `${show(value)} ${unit}`, spread, `${sign} ${bound}`, isGood ? 'ok' : 'NOT OK', note];
}

/** A number with three digits that matter. */
export function show(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

/** Prints rows below their headings, in columns. */
export function printTable(headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  for (const row of all) {
    process.stdout.write(
      `${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}
