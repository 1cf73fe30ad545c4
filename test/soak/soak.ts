import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { buildSite } from '../support/build-site.ts';
import { type ServerProcess, startProcess, waitUntilReady } from '../support/server-process.ts';
import { HANDELINGEN } from './journeys.ts';
import { createVisitor, type Meting } from './visitor.ts';

// Only the environment can say for how long, and tests have no config.ts.
const { env } = process;
const MINUTEN = Number(env.SOAK_MINUTES ?? 10);
const DUUR = MINUTEN * 60_000;
/** How long the server gets to reach the memory that it works with, in milliseconds, before that is measured. */
const OPWARMEN = Math.min(60_000, DUUR / 4);
/** How many visitors there are at once, and how long each rests after each thing that it does, in milliseconds. */
const BEZOEKERS = 8;
const RUST = 20;
/** How much memory may be added between warming up and the end: a part of it, and an amount in MB. */
const MEER = { deel: 0.25, mb: 64 };

/** A visitor that does one thing after another, each time from another address, until it is time. */
async function visitUntil(
  einde: number,
  { url }: ServerProcess,
  note: (meting: Meting) => void,
  fail: (fout: string) => void,
): Promise<void> {
  const loten = HANDELINGEN.flatMap(([doe, keer]) => Array.from({ length: keer }, () => doe));
  while (performance.now() < einde) {
    const doe = loten[Math.floor(Math.random() * loten.length)];
    const adres = `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 256)).join('.')}`;
    await doe?.(createVisitor(url, adres, note)).catch((error: Error) =>
      fail(`${doe.name}: ${error.message}`),
    );
    await wait(RUST);
  }
}

/** The memory that the server holds, in MB. */
function readMemory({ child }: ServerProcess): number {
  const rss = execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' });
  return Math.round(Number(rss) / 1024);
}

function describeTijden(metingen: readonly Meting[]): string {
  const tijden = metingen.map(({ tijd }) => tijd).sort((a, b) => a - b);
  const deel = (q: number) =>
    (tijden[Math.min(tijden.length - 1, Math.floor(tijden.length * q))] ?? 0).toFixed(1);
  return `${String(tijden.length).padStart(8)}${[0.5, 0.99, 1].map((q) => deel(q).padStart(10)).join('')}`;
}

function describe(
  metingen: readonly Meting[],
  fouten: readonly string[],
  geheugen: readonly number[],
): string {
  const soorten = [...new Set(metingen.map(({ soort }) => soort))].sort();
  const rijen = soorten.map(
    (soort) => `${soort.padEnd(12)}${describeTijden(metingen.filter((meting) => meting.soort === soort))}`,
  );
  return [
    `${MINUTEN} minutes, ${BEZOEKERS} visitors, ${Math.round(metingen.length / (DUUR / 1000))} requests a second`,
    `${''.padEnd(12)}${'requests'.padStart(8)}${['p50 ms', 'p99 ms', 'max ms'].map((kop) => kop.padStart(10)).join('')}`,
    ...rijen,
    `${'all'.padEnd(12)}${describeTijden(metingen)}`,
    `errors: ${fouten.length}${[...new Set(fouten)]
      .slice(0, 10)
      .map((fout) => `\n  ${fout}`)
      .join('')}`,
    `memory in MB: ${geheugen.join(' ')} (at the start, then at eleven moments from the end of warming up)`,
  ].join('\n');
}

it('holds out under mixed load', { timeout: DUUR + 180_000 }, async () => {
  expect(MINUTEN, 'SOAK_MINUTES').toBeGreaterThan(0);
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

  const metingen: Meting[] = [];
  const fouten: string[] = [];
  const geheugen = [readMemory(server)];
  const begin = performance.now();
  const bezoekers = Array.from({ length: BEZOEKERS }, () =>
    visitUntil(
      begin + DUUR,
      server,
      (meting) => metingen.push(meting),
      (fout) => fouten.push(fout),
    ),
  );
  for (let deel = 0; deel <= 10; deel += 1) {
    await wait(Math.max(0, begin + OPWARMEN + ((DUUR - OPWARMEN) * deel) / 10 - performance.now()));
    geheugen.push(readMemory(server));
  }
  await Promise.all(bezoekers);
  process.stdout.write(`\n${describe(metingen, fouten, geheugen)}\n${server.output()}\n`);

  const [, warm = 0] = geheugen;
  expect([...new Set(fouten)]).toEqual([]);
  expect(metingen.filter(({ status }) => status >= 500).length, 'answers with 5xx').toBe(0);
  expect(geheugen.at(-1), 'memory at the end, in MB').toBeLessThan(warm * (1 + MEER.deel) + MEER.mb);
  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
});
