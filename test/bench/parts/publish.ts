import { setTimeout as wait } from 'node:timers/promises';
import { editContent } from '../../support/edited-content.ts';
import { publish } from '../../support/records.ts';
import { openVersionSite } from '../../support/version-site.ts';
import { type Figure, show } from '../figures.ts';
import { cpuTime } from '../time.ts';

const ROUNDS = 11;
/** How long an idle server is looked at for comparison, in milliseconds. */
const IDLE = 1_500;

/** What one publish costs the server, and for how long its requests wait for it at most. */
export async function measurePublish(): Promise<Figure[]> {
  const { projectFiles, records, live, stop } = await openVersionSite({ root: process.cwd() });
  const idle = await watchTurns(() => wait(IDLE));
  const rounds: { readonly wall: number; readonly cpu: number; readonly stall: number }[] = [];
  for (let nummer = 1; nummer <= ROUNDS; nummer += 1) {
    const [begin, used] = [performance.now(), cpuTime()];
    const stall = await watchTurns(async () => {
      await records.commit(publish(nummer, editContent(projectFiles, nummer)));
      while (live.nummer() !== nummer) await wait(1);
    });
    rounds.push({ wall: performance.now() - begin, cpu: cpuTime() - used, stall });
  }
  await stop();
  const [first, ...others] = rounds;
  const toFigure = (name: string, kind: 'wall' | 'cpu' | 'stall', atMost: number, note = ''): Figure => ({
    ...{ name, unit: 'ms', goal: { atMost } },
    values: others.map((round) => round[kind]),
    note: `the first ${show(first?.[kind] ?? Number.NaN)} ms${note}`,
  });
  return [
    toFigure('one publish, until it is shown', 'wall', 2_000),
    toFigure('the same: CPU, threads included', 'cpu', 2_000),
    toFigure('the same: longest stall', 'stall', 50, `; without a publish ${show(idle)} ms`),
  ];
}

/** The longest time between two turns of the event loop while something is done, in milliseconds. */
async function watchTurns(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  await work();
  clearInterval(timer);
  return longest;
}
