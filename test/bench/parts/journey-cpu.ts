import type { Figure } from '../figures.ts';
import { median, show } from '../figures.ts';
import { walkTogether } from '../journey.ts';
import type { Pair } from '../pair.ts';
import type { ServerProcess } from '../server-process.ts';

const CONNECTIONS = 4;
const WARM_UP = 1_000;
const ROUNDS = 15;
/** Journeys in one slice. */
const SLICE = 100;

/** CPU time of the server per journey, ours against bare Express, in slices by turns. */
export async function measureJourneyCpu(getPair: () => Promise<Pair>): Promise<Figure[]> {
  const pair = await getPair();
  const [bare, ours] = [await pair.startBare(), await pair.startOurs()];
  await walkSlice(bare, WARM_UP);
  await walkSlice(ours, WARM_UP);
  const times: { bare: number; ours: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    times.push({ bare: await walkSlice(bare, SLICE), ours: await walkSlice(ours, SLICE) });
  }
  await Promise.all([bare.stop(), ours.stop()]);
  const toMs = (which: 'bare' | 'ours') => `${show(median(times.map((time) => time[which])) / 1000)} ms`;
  return [
    {
      name: 'CPU per journey, bare Express 5 = 1',
      values: times.map((time) => time.bare / time.ours),
      goal: { atLeast: 0.9 },
      note: `bare ${toMs('bare')}, ours ${toMs('ours')}`,
    },
  ];
}

/** Walks so many journeys; gives the CPU time of the server for one, in microseconds. */
async function walkSlice(server: ServerProcess, journeys: number): Promise<number> {
  const begin = await server.measure();
  await walkTogether(server.port, journeys, CONNECTIONS);
  return ((await server.measure()).cpu - begin.cpu) / journeys;
}
