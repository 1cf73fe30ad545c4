import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { devNull } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '../support/free-port.ts';

/** What a server process says of itself: CPU time since its start in microseconds, memory in bytes. */
interface Consumption {
  readonly cpu: number;
  readonly rss: number;
  readonly heap: number;
}

/** What of our own code was entered: files, and functions in them. */
interface Entered {
  readonly files: readonly string[];
  readonly functions: number;
}

/** A server in a process of its own, which can be asked what it used. */
export interface ServerProcess {
  readonly port: number;
  /** From the start of the process to its first page, in milliseconds. */
  readonly startTime: number;
  measure(options?: { readonly collect?: boolean }): Promise<Consumption>;
  /** What was entered since the start or the last time that this was asked; only of a server that is followed. */
  takeEntered(): Promise<Entered>;
  stop(): Promise<void>;
}

interface Options {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The folder that it is started in; ours when it is not given. */
  readonly cwd?: string;
  /** The page that is asked for first. */
  readonly firstPage: string;
  /** Where its log goes; nowhere when it is not given. */
  readonly logFile?: string;
  /** Count which functions it enters, from its first line on. */
  readonly followed?: boolean;
}

/** Longest time from the start to the first page, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Loaded before the server itself: answers what the process used, over the channel to the parent. So the server that is
 * measured is the one that is shipped, without a door of its own for measuring, and started with the flags that it has in
 * earnest: the one for collecting garbage comes later.
 */
const PROBE = `data:text/javascript,${encodeURIComponent(`
  import { setFlagsFromString } from 'node:v8';
  import { runInNewContext } from 'node:vm';
  let gc;
  process.on('message', ({ collect }) => {
    if (collect) {
      setFlagsFromString('--expose-gc');
      gc ??= runInNewContext('gc');
      for (let i = 0; i < 4; i += 1) gc();
    }
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    process.send({ cpu: user + system, rss, heap: heapUsed });
  });
  process.channel.unref();
`)}`;

/** The same for what it enters: V8 counts the calls of each function. */
const FOLLOWER = `data:text/javascript,${encodeURIComponent(`
  import { Session } from 'node:inspector/promises';
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  process.on('message', async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const entered = result
      .filter(({ url }) => url.includes('/dist/') && !url.includes('/node_modules/'))
      .map(({ url, functions: [, ...functions] }) => [url, functions.filter(({ ranges: [range] }) => range.count > 0)])
      .filter(([, functions]) => functions.length > 0);
    process.send({
      files: entered.map(([url]) => url.slice(url.indexOf('/dist/') + 6)),
      functions: entered.reduce((sum, [, functions]) => sum + functions.length, 0),
    });
  });
  process.channel.unref();
`)}`;

/** Starts a server and waits for its first page. */
export async function startServer(options: Options): Promise<ServerProcess> {
  const { args, env, cwd, firstPage, logFile, followed = false } = options;
  const port = await findFreePort();
  const begin = performance.now();
  const child = spawn(process.execPath, ['--import', followed ? FOLLOWER : PROBE, ...args], {
    stdio: ['ignore', openSync(logFile ?? devNull, 'a'), 'inherit', 'ipc'],
    cwd: cwd ?? process.cwd(),
    env: { PORT: String(port), ...env },
  });
  await waitForPage(child, `http://127.0.0.1:${port}${firstPage}`);
  const startTime = performance.now() - begin;
  const ask = async (question: object) => {
    child.send(question);
    const [answer] = await once(child, 'message');
    return answer;
  };
  return {
    port,
    startTime,
    measure: async (options = {}) => (await ask(options)) as Consumption,
    takeEntered: async () => (await ask({})) as Entered,
    async stop() {
      if (child.exitCode !== null) return;
      const stopped = once(child, 'exit');
      child.kill('SIGTERM');
      await stopped;
    },
  };
}

async function waitForPage(child: ChildProcess, url: string): Promise<void> {
  for (const end = performance.now() + PATIENCE; performance.now() < end; await wait(5)) {
    if (child.exitCode !== null) throw new Error(`The server stopped at once (${child.exitCode}).`);
    const answer = await fetch(url, { redirect: 'manual' }).catch(() => null);
    await answer?.arrayBuffer();
    // A site that first asks for a cookie answers with a redirect.
    if (answer && answer.status < 400) return;
  }
  child.kill('SIGKILL');
  throw new Error(`There was no page at ${url} within ${PATIENCE / 1000} seconds.`);
}
