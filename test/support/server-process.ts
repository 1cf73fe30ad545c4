import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from './free-port.ts';

/** How long the server may take to answer, in milliseconds: this ends what hangs, and a machine with other tests on it is slow. */
const START_TIME = 120_000;

/** How a process ended. */
interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** All that it wrote, to both outputs. */
  readonly output: string;
}

/** A server in a process of its own, started as an operator does. */
export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** What it wrote up to now, to both outputs. */
  readonly output: () => string;
  readonly ended: Promise<End>;
}

/**
 * Starts the server in the folder of a built site, on `PORT` or a free port, with only these settings beside it.
 * Gives it back at once; `waitUntilReady` waits until it answers.
 */
export async function startProcess(
  root: string,
  env: Readonly<Record<string, string>>,
  entry = 'dist/main.js',
): Promise<ServerProcess> {
  const port = Number(env.PORT) || (await findFreePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [entry], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Nothing of the environment of the developer reaches the server.
    env: { PORT: String(port), BASE_URL: url, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (tekst: string) => {
      output += tekst;
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, output }));
  return { url, port, child, output: () => output, ended };
}

/** Waits until a server answers, be it that it misses its storage. @throws Error with what it said when it stops, or takes too long. */
export async function waitUntilReady({ url, child, output }: ServerProcess): Promise<void> {
  for (const end = Date.now() + START_TIME; Date.now() < end; await wait(50)) {
    if (child.exitCode !== null) throw new Error(`The server stopped at once:\n${output()}`);
    const isReady = await fetch(`${url}/gezond`, { headers: { Connection: 'close' } }).then(
      () => true,
      () => false,
    );
    if (isReady) return;
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not answer on ${url}/gezond in ${START_TIME / 1000} seconds:\n${output()}`);
}
