import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { devNull } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '../support/free-port.ts';

/** What a server process says of itself: CPU time since its start in microseconds, memory in bytes. */
interface Verbruik {
  readonly cpu: number;
  readonly rss: number;
  readonly heap: number;
}

/** A server in a process of its own, which can be asked what it used. */
export interface ServerProcess {
  readonly port: number;
  /** From the start of the process to its first page, in milliseconds. */
  readonly startTime: number;
  measure(options?: { readonly collect?: boolean }): Promise<Verbruik>;
  stop(): Promise<void>;
}

interface Options {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The page that is asked for first. */
  readonly firstPage: string;
  /** Where its log goes; nowhere when it is not given. */
  readonly logFile?: string;
}

/** Longest time from the start to the first page, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Loaded before the server itself: answers what the process used, over the channel to the parent. So the server that is
 * measured is the one that is shipped, without a door of its own for measuring, and started as it is in earnest: V8 takes
 * what it compiled before only with the same flags, so the one for collecting garbage comes later.
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

/** Starts a server and waits for its first page. */
export async function startServer({ args, env, firstPage, logFile }: Options): Promise<ServerProcess> {
  const port = await findFreePort();
  const begin = performance.now();
  const child = spawn(process.execPath, ['--import', PROBE, ...args], {
    stdio: ['ignore', openSync(logFile ?? devNull, 'a'), 'inherit', 'ipc'],
    env: { PORT: String(port), ...env },
  });
  await waitForPage(child, `http://127.0.0.1:${port}${firstPage}`);
  const startTime = performance.now() - begin;
  return {
    port,
    startTime,
    async measure(options = {}) {
      child.send(options);
      const [verbruik] = await once(child, 'message');
      return verbruik as Verbruik;
    },
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
    if (answer?.ok) return;
  }
  child.kill('SIGKILL');
  throw new Error(`There was no page at ${url} within ${PATIENCE / 1000} seconds.`);
}
