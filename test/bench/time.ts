/** The time that this process was given, in milliseconds: what else the machine does is not in it. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Runs something for a while; gives the time of one run in microseconds, once per round. `clock` gives milliseconds;
 * `budget` is how many of them the engine is given at least to compile.
 */
export async function timeRuns(
  run: (number: number) => unknown,
  { rounds = 7, budget = 60, clock = () => performance.now() } = {},
): Promise<number[]> {
  const values: number[] = [];
  let runs = 1;
  // The first round only finds out how many runs fit, and lets the engine compile.
  for (let round = -1; round < rounds; round += 1) {
    const begin = clock();
    for (let i = 0; i < runs; i += 1) {
      const result = run(i);
      if (result instanceof Promise) await result;
    }
    const took = clock() - begin;
    if (round >= 0) values.push((took / runs) * 1000);
    else if (took < budget && runs < 1_000_000) {
      runs *= 2;
      round -= 1;
    }
  }
  return values;
}

/** The values of two series divided, round by round. */
export function divide(values: readonly number[], by: readonly number[]): number[] {
  return values.map((value, index) => value / (by[index] ?? Number.NaN));
}
