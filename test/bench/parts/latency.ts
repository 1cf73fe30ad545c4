import type { Figure } from '../figures.ts';
import { percentile, show } from '../figures.ts';
import { walkTogether } from '../journey.ts';
import type { Pair } from '../pair.ts';
import type { ServerProcess } from '../server-process.ts';
import { divide } from '../time.ts';

const ROUNDS = 15;
/** Journeys before anything is measured, as for the CPU time: until V8 has compiled what runs often. */
const WARM_UP = 1_000;
/** Connections at the same time: alone, and under load. */
const ALONE = 1;
const LOAD = 16;

/** How long a request takes, ours against bare Express, by turns: alone (p50) and under load (p99). */
export async function measureLatency(getPair: () => Promise<Pair>): Promise<Figure[]> {
  const pair = await getPair();
  const [bare, ours] = [await pair.startBare(), await pair.startOurs()];
  for (const server of [bare, ours]) await walkTogether(server.port, WARM_UP, LOAD);
  const p50 = { bare: [] as number[], ours: [] as number[] };
  const p99 = { bare: [] as number[], ours: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, server] of [
      ['bare', bare],
      ['ours', ours],
    ] as const) {
      p50[name].push(percentile(await walkTimed(server, 40, ALONE), 0.5));
      p99[name].push(percentile(await walkTimed(server, 160, LOAD), 0.99));
    }
  }
  await Promise.all([bare.stop(), ours.stop()]);
  const note = ({ bare, ours }: typeof p50) =>
    `bare ${show(percentile(bare, 0.5))} ms, ours ${show(percentile(ours, 0.5))} ms`;
  return [
    {
      name: 'p50 of a request alone, bare Express 5 = 1',
      values: divide(p50.ours, p50.bare),
      goal: { atMost: 1.2 },
      note: note(p50),
    },
    {
      name: `p99 under load (${LOAD} connections), bare Express 5 = 1`,
      values: divide(p99.ours, p99.bare),
      goal: { atMost: 1.2 },
      note: note(p99),
    },
  ];
}

async function walkTimed(server: ServerProcess, journeys: number, connections: number): Promise<number[]> {
  const times: number[] = [];
  await walkTogether(server.port, journeys, connections, (time) => times.push(time));
  return times;
}
