import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { buildSite } from '../support/build-site.ts';
import { type ServerProcess, startProcess, waitUntilReady } from '../support/server-process.ts';
import { ACTIONS } from './journeys.ts';
import { createVisitor, type Measurement } from './visitor.ts';

// Only the environment can say for how long, and tests have no config.ts.
const { env } = process;
const MINUTES = Number(env.SOAK_MINUTES ?? 10);
const DURATION = MINUTES * 60_000;
/** How long the server gets to reach the memory that it works with, in milliseconds, before that is measured. */
const WARM_UP = Math.min(60_000, DURATION / 4);
/** How many visitors there are at once, and how long each rests after each thing that it does, in milliseconds. */
const VISITORS = 8;
const REST = 20;
/** How much memory may be added between warming up and the end: a part of it, and an amount in MB. */
const MORE = { deel: 0.25, mb: 64 };

/** A visitor that does one thing after another, each time from another address, until it is time. */
async function visitUntil(
  end: number,
  { url }: ServerProcess,
  note: (measurement: Measurement) => void,
  fail: (fault: string) => void,
): Promise<void> {
  const lots = ACTIONS.flatMap(([action, times]) => Array.from({ length: times }, () => action));
  while (performance.now() < end) {
    const action = lots[Math.floor(Math.random() * lots.length)];
    const adres = `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 256)).join('.')}`;
    await action?.(createVisitor(url, adres, note)).catch((error: Error) =>
      fail(`${action.name}: ${error.message}`),
    );
    await wait(REST);
  }
}

/** The memory that the server holds, in MB. */
function readMemory({ child }: ServerProcess): number {
  const rss = execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' });
  return Math.round(Number(rss) / 1024);
}

function describeTimes(measurements: readonly Measurement[]): string {
  const times = measurements.map(({ time }) => time).sort((a, b) => a - b);
  const deel = (q: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0).toFixed(1);
  return `${String(times.length).padStart(8)}${[0.5, 0.99, 1].map((q) => deel(q).padStart(10)).join('')}`;
}

function describe(
  measurements: readonly Measurement[],
  faults: readonly string[],
  memory: readonly number[],
): string {
  const kinds = [...new Set(measurements.map(({ soort }) => soort))].sort();
  const rijen = kinds.map(
    (soort) =>
      `${soort.padEnd(12)}${describeTimes(measurements.filter((measurement) => measurement.soort === soort))}`,
  );
  return [
    `${MINUTES} minutes, ${VISITORS} visitors, ${Math.round(measurements.length / (DURATION / 1000))} requests a second`,
    `${''.padEnd(12)}${'requests'.padStart(8)}${['p50 ms', 'p99 ms', 'max ms'].map((kop) => kop.padStart(10)).join('')}`,
    ...rijen,
    `${'all'.padEnd(12)}${describeTimes(measurements)}`,
    `errors: ${faults.length}${[...new Set(faults)]
      .slice(0, 10)
      .map((fault) => `\n  ${fault}`)
      .join('')}`,
    `memory in MB: ${memory.join(' ')} (at the start, then at eleven moments from the end of warming up)`,
  ].join('\n');
}

it('holds out under mixed load', { timeout: DURATION + 180_000 }, async () => {
  expect(MINUTES, 'SOAK_MINUTES').toBeGreaterThan(0);
  const { root, remove } = buildSite();
  onTestFinished(remove);
  // Behind one proxy, so that each visitor counts by its own address, as in real use.
  const server = await startProcess(root, {
    DATA_DIR: join(root, 'data'),
    TRUST_PROXY: '1',
    LOG_LEVEL: 'warn',
    // Faulty reports count as well, and there are more of them than the limit that suits a region.
    RATE_LIMIT_REPORTS: '1000000/1000000',
  });
  onTestFinished(() => void server.child.kill('SIGKILL'));
  await waitUntilReady(server);

  const measurements: Measurement[] = [];
  const faults: string[] = [];
  const memory = [readMemory(server)];
  const begin = performance.now();
  const visitors = Array.from({ length: VISITORS }, () =>
    visitUntil(
      begin + DURATION,
      server,
      (measurement) => measurements.push(measurement),
      (fault) => faults.push(fault),
    ),
  );
  for (let deel = 0; deel <= 10; deel += 1) {
    await wait(Math.max(0, begin + WARM_UP + ((DURATION - WARM_UP) * deel) / 10 - performance.now()));
    memory.push(readMemory(server));
  }
  await Promise.all(visitors);
  process.stdout.write(`\n${describe(measurements, faults, memory)}\n${server.output()}\n`);

  const [, warm = 0] = memory;
  expect([...new Set(faults)]).toEqual([]);
  expect(measurements.filter(({ status }) => status >= 500).length, 'answers with 5xx').toBe(0);
  expect(memory.at(-1), 'memory at the end, in MB').toBeLessThan(warm * (1 + MORE.deel) + MORE.mb);
  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
});
