import { type Figure, median, percentile, show } from '../figures.ts';
import { WARM_UP, walkTogether } from '../journey.ts';
import type { Pair } from '../pair.ts';
import type { ServerProcess } from '../server-process.ts';
import { divide } from '../time.ts';

/** Fresh processes of each server. */
const REPEATS = 5;
/** Journeys over which CPU time is counted, and over how many connections. */
const COUNTED = 600;
const CONNECTIONS = 4;
/** Journeys for the time of one request alone, and for those under load. */
const ALONE = 60;
const UNDER_LOAD = 400;
const LOAD = 16;

/** What one process showed: CPU time of a journey in microseconds, times of requests in milliseconds. */
interface Turn {
  readonly cpu: number;
  readonly p50: number;
  readonly p99: number;
}

type Turns = readonly Turn[];

/**
 * What a journey costs: ours, bare Express and perhaps another build of ours. Each in a fresh process, one process at a
 * time, by turns: servers side by side gave false winners of up to 15 %, since they share caches and the load of the moment.
 */
export async function measureJourney(getPair: () => Promise<Pair>): Promise<Figure[]> {
  const { startOurs, startBare, startOther } = await getPair();
  const bare: Turn[] = [];
  const ours: Turn[] = [];
  const other: Turn[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    bare.push(await takeTurn(startBare));
    ours.push(await takeTurn(startOurs));
    if (startOther) other.push(await takeTurn(startOther));
  }
  return [
    compare('CPU per journey', 'cpu', ours, { bare }, null),
    compare('p50 of a request alone', 'p50', ours, { bare }, null),
    compare(`p99 of ${LOAD} connections`, 'p99', ours, { bare }, { atMost: 1.5 }),
    ...(startOther === null
      ? []
      : [
          compare('CPU per journey', 'cpu', ours, { other }, { atMost: 1 }),
          compare('p50 of a request alone', 'p50', ours, { other }, null),
          compare(`p99 of ${LOAD} connections`, 'p99', ours, { other }, null),
        ]),
  ];
}

/** Ours as a multiple of one other server, turn by turn. */
function compare(
  name: string,
  what: keyof Turn,
  ours: Turns,
  against: Readonly<Record<string, Turns>>,
  goal: Figure['goal'],
): Figure {
  const [[otherName, others]] = Object.entries(against) as [[string, Turns]];
  const take = (turns: Turns) => turns.map((turn) => (what === 'cpu' ? turn.cpu / 1000 : turn[what]));
  return {
    name: `${name}, ${otherName} = 1`,
    values: divide(take(ours), take(others)),
    goal,
    note: `${otherName} ${show(median(take(others)))} ms, ours ${show(median(take(ours)))} ms`,
  };
}

/** Starts a server, warms it up, measures it and stops it. */
async function takeTurn(start: () => Promise<ServerProcess>): Promise<Turn> {
  const server = await start();
  await walkTogether(server.port, WARM_UP, CONNECTIONS);
  const begin = await server.measure();
  await walkTogether(server.port, COUNTED, CONNECTIONS);
  const cpu = ((await server.measure()).cpu - begin.cpu) / COUNTED;
  const p50 = percentile(await timeRequests(server, ALONE, 1), 0.5);
  const p99 = percentile(await timeRequests(server, UNDER_LOAD, LOAD), 0.99);
  await server.stop();
  return { cpu, p50, p99 };
}

async function timeRequests(
  { port }: ServerProcess,
  journeys: number,
  connections: number,
): Promise<number[]> {
  const times: number[] = [];
  await walkTogether(port, journeys, connections, (time) => times.push(time));
  return times;
}
