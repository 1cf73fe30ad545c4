import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, onTestFinished } from 'vitest';
import { buildAssets } from '../../src/assets/build-assets.ts';
import { useCompiledSource } from './compile-source.ts';
import { ROOT } from './real-content.ts';
import { makeTempDir } from './temp-dir.ts';

/** How long the server may take to answer, in milliseconds; a machine that is busy with other tests is slow. */
const START_TIME = 30_000;

/** A server in a process of its own. */
export interface SourceServer {
  readonly port: number;
  readonly dataDir: string;
  /** All that it wrote up to now, to both outputs. */
  readonly output: () => string;
  /** Stops it politely and waits until it is gone; gives the exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Compiles the source once for the tests of a file; gives what starts the real server of it, until the end of the test. */
export function useSourceServer(): (env?: Record<string, string>) => Promise<SourceServer> {
  const toPath = useCompiledSource();
  let entry = '';
  beforeAll(async () => {
    entry = toPath('server.js');
    const src = dirname(entry);
    for (const map of ['rules', 'tables', 'views']) symlinkSync(join(ROOT, map), join(src, '..', map));
    await buildAssets({ project: ROOT, target: join(src, 'public') });
  }, 60_000);
  return async (env = {}) => {
    const port = await findFreePort();
    const dataDir = join(makeTempDir(), 'data');
    const child = spawn(process.execPath, [entry], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Nothing of the environment of the developer reaches the server.
      env: { PORT: String(port), DATA_DIR: dataDir, ...env },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (tekst: string) => {
        output += tekst;
      });
    }
    await waitUntilReady(child, port, () => output);
    return {
      port,
      dataDir,
      output: () => output,
      stop: async () => {
        const einde = once(child, 'close');
        child.kill('SIGTERM');
        await einde;
        return child.exitCode;
      },
    };
  };
}

async function waitUntilReady(child: ChildProcess, port: number, output: () => string): Promise<void> {
  for (const end = Date.now() + START_TIME; Date.now() < end; await wait(50)) {
    if (child.exitCode !== null) throw new Error(`The server stopped at once:\n${output()}`);
    const isReady = await fetch(`http://127.0.0.1:${port}/gezond`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
  }
  throw new Error(`The server did not answer in ${START_TIME / 1000} seconds:\n${output()}`);
}

/** A port that nobody uses at the moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
