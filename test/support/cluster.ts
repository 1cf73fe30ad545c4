import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerProcess } from './server-process.ts';
import { startTestServer } from './test-server.ts';

/** Longest time for something to happen on a busy machine, in milliseconds. */
const GEDULD = { timeout: 20_000, interval: 100 };

/** Starts a server with two processes for the pages, and waits until both listen. */
export async function startCluster(env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const server = await startTestServer({ WEB_CONCURRENCY: '2', ...env });
  await waitFor(() => server.output().includes('staat klaar op'), server);
  return server;
}

/** Asks for a page over a connection of its own, so that the processes take turns. */
export function ask({ url }: ServerProcess, pad: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url + pad, {
    redirect: 'manual',
    // What was on its way to a process that is killed may never be answered.
    signal: AbortSignal.timeout(GEDULD.timeout),
    ...init,
    headers: { ...(init.headers as Record<string, string>), Connection: 'close' },
  });
}

/** A line of the log for each request that was answered, from a place in the output on. */
export function readRequestLog({ output }: ServerProcess, vanaf = 0) {
  return output()
    .slice(vanaf)
    .split('\n')
    .filter((regel) => regel.endsWith('"msg":"aanvraag"}'))
    .map((regel) => JSON.parse(regel) as { pid: number; method: string; route: string; status: number });
}

/** The two processes that answer now: asks until both did. */
export async function findWorkers(server: ServerProcess): Promise<readonly [number, number]> {
  const vanaf = server.output().length;
  const pids = () => new Set(readRequestLog(server, vanaf).map(({ pid }) => pid));
  await waitFor(async () => {
    await ask(server, '/gezond', { signal: AbortSignal.timeout(1_000) }).catch(() => null);
    return pids().size >= 2;
  }, server);
  const [eerste = 0, tweede = 0] = pids();
  return [eerste, tweede];
}

/**
 * Kills workers, and waits until the primary says that they are gone: a connection that it deals to one of them before
 * that may never be answered.
 */
export async function killWorkers(server: ServerProcess, ...pids: readonly number[]): Promise<void> {
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await waitFor(() => pids.every((pid) => server.output().includes(`"werkproces":${pid},"code"`)), server);
}

/** Whether a process still runs; one that ended and that nobody asked after does not. */
export function isAlive(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Waits until something is so. @throws Error with what the server said when that takes too long. */
export async function waitFor(
  isZo: () => boolean | Promise<boolean>,
  { output }: Pick<ServerProcess, 'output'>,
): Promise<void> {
  for (const einde = Date.now() + GEDULD.timeout; Date.now() < einde; await wait(GEDULD.interval)) {
    if (await isZo()) return;
  }
  throw new Error(`It did not happen. The server said:\n${output().slice(-5_000)}`);
}
