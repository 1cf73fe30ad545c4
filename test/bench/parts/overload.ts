import { type Figure, median, show } from '../figures.ts';
import { createClient } from '../http-client.ts';
import { askAtRate, askTogether, connectTo, type Load } from '../load.ts';
import type { Pair } from '../pair.ts';
import { findReferralForm } from '../referral-form.ts';
import type { ServerProcess } from '../server-process.ts';
import { askRoute, listRoutes, type Route, SPACIOUS } from './routes.ts';

/** The routes that people come for, and how long the slowest of a hundred may take before it is too busy, in milliseconds. */
const ROUTES: Readonly<Record<string, number>> = {
  'GET /': 100,
  'GET question': 100,
  'POST answer': 100,
  'GET advice': 100,
  'POST preview': 100,
  'POST pdf': 1_000,
  'POST API advice': 100,
  'GET search': 100,
};
const ROUNDS = 3;
/** How many ask together, step by step, and for how long each time, in milliseconds. */
const STEPS = [1, 2, 4, 8, 16, 32, 64];
const STEP = 500;
/** How many times the most that it can do is asked of it, and for how long, in milliseconds. */
const OVERLOAD = 5;
const OVERLOADED = 2_000;

/** What was seen of a route in a round. */
interface Seen {
  readonly knee: Load;
  readonly overload: Load;
}
type Round = ReadonlyMap<string, Seen>;

/** The most that each route can do while it is still quick, and what comes of five times that; ours, and the other build by turns. */
export async function measureOverload(getPair: () => Promise<Pair>): Promise<Figure[]> {
  const { startOurs, startOther } = await getPair();
  const ours: Round[] = [];
  const other: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await takeTurn(startOurs));
    if (startOther) other.push(await takeTurn(startOther));
  }
  return Object.entries(ROUTES).flatMap(([name, limit]) => {
    const mine = ours.map((round) => round.get(name) as Seen);
    const theirs = other.map((round) => round.get(name) as Seen);
    return [toKnee(name, limit, mine, theirs), toOverload(name, mine, theirs)];
  });
}

/** A fresh process, and all routes one after another. */
async function takeTurn(start: Pair['startOurs']): Promise<Round> {
  const server = await start(SPACIOUS);
  try {
    const reader = await createClient(server.port, ['Accept: text/html']);
    const routes = listRoutes(await findReferralForm(reader));
    reader.close();
    const round = new Map<string, Seen>();
    for (const [name, limit] of Object.entries(ROUTES)) {
      const route = routes.find((route) => route.name === name);
      if (!route) throw new Error(`There is no route ${name}.`);
      process.stderr.write(`  ${name}\n`);
      round.set(name, await measureRoute(server, route, limit));
    }
    return round;
  } finally {
    await server.stop();
  }
}

async function measureRoute({ port }: ServerProcess, route: Route, limit: number): Promise<Seen> {
  const connect = connectTo(port);
  const first = await connect(0);
  const right = await askRoute(first, route);
  first.close();
  if (right >= 400) throw new Error(`${route.name} gave ${right}.`);
  const isRight = (status: number) => status === right;
  const ask = (client: Parameters<typeof askRoute>[0]) => askRoute(client, route);
  // So that the engine has compiled what it will.
  await askTogether(connect, ask, isRight, 4, STEP);
  const loads: Load[] = [];
  for (const visitors of STEPS) loads.push(await askTogether(connect, ask, isRight, visitors, STEP));
  const knee = findKnee(loads, limit);
  return { knee, overload: await askAtRate(connect, ask, isRight, OVERLOAD * knee.served, OVERLOADED) };
}

/** The most that was served in time; when nothing was, as on a machine that is busy with something else, what was quickest. */
function findKnee(loads: readonly Load[], limit: number): Load {
  const well = loads.filter(({ p99, refused, broken }) => p99 <= limit && refused + broken === 0);
  const [most] = well.toSorted((a, b) => b.served - a.served);
  const [quickest] = loads.toSorted((a, b) => a.p99 - b.p99);
  return most ?? (quickest as Load);
}

function toKnee(name: string, limit: number, mine: readonly Seen[], theirs: readonly Seen[]): Figure {
  const say = (seen: readonly Seen[]) => `p99 ${middle(seen, ({ knee }) => knee.p99)} ms`;
  return {
    name: `${name}: most a second, p99 ≤ ${limit} ms`,
    values: mine.map(({ knee }) => knee.served),
    goal: null,
    unit: '',
    note: withOther(say(mine), theirs, () => `${middle(theirs, ({ knee }) => knee.served)}, ${say(theirs)}`),
  };
}

function toOverload(name: string, mine: readonly Seen[], theirs: readonly Seen[]): Figure {
  const say = (seen: readonly Seen[]) =>
    [
      `p99 ${middle(seen, ({ overload }) => overload.p99)} ms`,
      `refused ${middle(seen, ({ overload }) => overload.refused)}`,
      `broken ${middle(seen, ({ overload }) => overload.broken)}`,
      // The machine that asks is the one that answers, so what is meant may be more than can be sent.
      `asked ${middle(seen, ({ knee, overload }) => overload.offered / knee.served)} ×`,
    ].join(', ');
  return {
    name: `${name}: served a second when ${OVERLOAD} × as much is asked`,
    values: mine.map(({ overload }) => overload.served),
    goal: null,
    unit: '',
    note: withOther(
      say(mine),
      theirs,
      () => `${middle(theirs, ({ overload }) => overload.served)}, ${say(theirs)}`,
    ),
  };
}

function middle(seen: readonly Seen[], pick: (seen: Seen) => number): string {
  return show(median(seen.map(pick)));
}

function withOther(own: string, theirs: readonly Seen[], say: () => string): string {
  return theirs.length > 0 ? `${own}; before: ${say()}` : own;
}
