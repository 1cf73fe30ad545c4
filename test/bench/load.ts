import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from './figures.ts';
import { createClient, type HttpClient } from './http-client.ts';

/** Asks once over a connection; gives the status of the answer. */
export type Ask = (client: HttpClient) => Promise<number>;

/** Makes the connection of another visitor. */
export type Connect = (visitor: number) => Promise<HttpClient>;

/** What came of a load. */
export interface Load {
  /** Requests a second: sent, and answered as they should be. */
  readonly offered: number;
  readonly served: number;
  /** Of those that were answered so, in milliseconds. */
  readonly p99: number;
  /** How many were told that it is too busy, and how many got no answer or a wrong one. */
  readonly refused: number;
  readonly broken: number;
}

/** How often what is due is sent, in milliseconds. */
const TICK = 5;
/** More than a server has in progress at a time: what is due when so many are under way is not sent. */
const MOST = 1_200;
/** What is still under way this long after the last one was sent, counts as broken; in milliseconds. */
const PATIENCE = 10_000;

/** Connects as the visitor with this number, who is somebody else to a server behind one proxy. */
export function connectTo(port: number): Connect {
  return (visitor) =>
    createClient(port, [
      'Accept: text/html,application/json',
      'Accept-Encoding: gzip',
      `X-Forwarded-For: 198.51.${Math.floor(visitor / 250) % 250}.${(visitor % 250) + 1}`,
    ]);
}

/** So many visitors, each of whom asks again as soon as there is an answer; `duration` is in milliseconds. */
export async function askTogether(
  connect: Connect,
  ask: Ask,
  isRight: (status: number) => boolean,
  visitors: number,
  duration: number,
): Promise<Load> {
  const counts = createCounts(isRight);
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: visitors }, async (_, visitor) => {
      const client = await connect(visitor);
      while (performance.now() - begin < duration) await counts.watch(() => ask(client));
      client.close();
    }),
  );
  return counts.read(performance.now() - begin);
}

/** Visitors who come at a rate, in requests a second, whether or not there are answers; `duration` is in milliseconds. */
export async function askAtRate(
  connect: Connect,
  ask: Ask,
  isRight: (status: number) => boolean,
  rate: number,
  duration: number,
): Promise<Load> {
  const counts = createCounts(isRight);
  const idle: HttpClient[] = [];
  let visitors = 0;
  let underWay = 0;
  const visit = async () => {
    underWay += 1;
    let client: HttpClient | undefined;
    const isWhole = await counts.watch(async () => {
      client = idle.pop() ?? (await connect(visitors++));
      return ask(client);
    });
    if (client && isWhole) idle.push(client);
    else client?.close();
    underWay -= 1;
  };
  const begin = performance.now();
  let due = 0;
  for (let now = 0; now < duration; now = performance.now() - begin) {
    for (const until = (now * rate) / 1000; due < until; due += 1) if (underWay < MOST) void visit();
    await wait(TICK);
  }
  const took = performance.now() - begin;
  for (const end = performance.now() + PATIENCE; underWay > 0 && performance.now() < end; ) await wait(TICK);
  const load = counts.read(took, performance.now() - begin);
  for (const client of idle) client.close();
  return { ...load, broken: load.broken + underWay };
}

function createCounts(isRight: (status: number) => boolean) {
  const times: number[] = [];
  let sent = 0;
  let refused = 0;
  let broken = 0;
  return {
    /** Counts what comes of a request; gives whether there was an answer at all. */
    async watch(ask: () => Promise<number>): Promise<boolean> {
      sent += 1;
      const begin = performance.now();
      const status = await ask().catch(() => null);
      if (status !== null && isRight(status)) times.push(performance.now() - begin);
      else if (status === 503) refused += 1;
      else broken += 1;
      return status !== null;
    },
    /** Over the time in which it was sent, and that until the last answer came, in milliseconds. */
    read: (took: number, until = took): Load => ({
      offered: (sent / took) * 1000,
      served: (times.length / until) * 1000,
      p99: percentile(times, 0.99),
      refused,
      broken,
    }),
  };
}
