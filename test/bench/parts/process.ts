import { setTimeout as wait } from 'node:timers/promises';
import type { Figure } from '../figures.ts';
import { median, show } from '../figures.ts';
import { walkTogether } from '../journey.ts';
import type { Pair } from '../pair.ts';
import type { ServerProcess } from '../server-process.ts';
import { divide } from '../time.ts';

const STARTS = 5;
/** After the first page our site makes what is the same for everyone; then it is idle, some milliseconds of work later. */
const SETTLE = 3_000;
const MB = 1024 * 1024;

/** The time from the start of the process to its first page, and the memory that it then takes. */
export async function measureStart(getPair: () => Promise<Pair>): Promise<Figure[]> {
  const { startBare, startOurs, startOther } = await getPair();
  const servers = { bare: startBare, ours: startOurs, ...(startOther && { other: startOther }) };
  const starts = Object.entries(servers).map(([name, start]) => ({
    name,
    start,
    time: [] as number[],
    memory: [] as number[],
  }));
  for (let round = 0; round < STARTS; round += 1) {
    for (const { start, time, memory } of starts) {
      const server = await start();
      time.push(server.startTime);
      await wait(SETTLE);
      memory.push((await server.measure({ collect: true })).rss / MB);
      await server.stop();
    }
  }
  const toFigure = (name: string, what: 'time' | 'memory', unit: string): Figure => {
    const [bare, ours] = starts.map((start) => start[what]);
    const note = starts.map((start) => `${start.name} ${show(median(start[what]))} ${unit}`).join(', ');
    return { name: `${name}, bare = 1`, values: divide(ours ?? [], bare ?? []), goal: null, note };
  };
  return [toFigure('start to first page', 'time', 'ms'), toFigure('memory idle', 'memory', 'MB')];
}

/** What is kept in memory after ten thousand journeys, against a thousand. */
export async function measureMemory(getPair: () => Promise<Pair>): Promise<Figure[]> {
  const pair = await getPair();
  const server = await pair.startOurs();
  const first = await walkAndMeasure(server, 1_000);
  const last = await walkAndMeasure(server, 9_000);
  await server.stop();
  return [
    {
      name: 'memory in use after 10,000 journeys, after 1,000 = 1',
      values: [last.heap / first.heap],
      goal: { atMost: 1.05 },
      note: `${show(first.heap / MB)} and ${show(last.heap / MB)} MB; of the whole process ${show(first.rss / MB)} and ${show(last.rss / MB)} MB`,
    },
  ];
}

async function walkAndMeasure(server: ServerProcess, journeys: number) {
  await walkTogether(server.port, journeys, 8);
  return server.measure({ collect: true });
}
