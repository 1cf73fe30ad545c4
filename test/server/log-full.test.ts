import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findFreePort } from '../support/free-port.ts';
import { waitUntilReady } from '../support/server-process.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { builtRoot } from '../support/test-server.ts';

/** More lines than fit in the pipe (64 KB) and in what waits (1 MB) together. */
const REQUESTS = 6_000;

/** Starts the site with its log on `stdout`, and waits until it answers. */
async function startWithLog(stdout: 'pipe' | number) {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const child: ChildProcess = spawn(process.execPath, ['dist/main.js'], {
    cwd: builtRoot,
    stdio: ['ignore', stdout, 'pipe'],
    env: { PORT: String(port), BASE_URL: url, DATA_DIR: join(makeTempDir(), 'data') },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, output: '' }));
  await waitUntilReady({ url, port, child, output: () => '', ended });
  return { url, child, ended };
}

it('a full disk under the log ends nothing: the site answers, and stops when it is asked to', async () => {
  const { url, child, ended } = await startWithLog(openSync('/dev/full', 'w'));
  for (let count = 0; count < 300; count += 1) expect((await fetch(`${url}/gezond`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0 });
});

it('a reader of the log that stands still stops nothing', async () => {
  const { url, child } = await startWithLog('pipe');
  child.stdout?.pause();
  const ask = async () => {
    for (let count = 0; count < REQUESTS / 20; count += 1) {
      const res = await fetch(`${url}/gezond`);
      expect(res.status).toBe(200);
      await res.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: 20 }, ask));
  expect((await fetch(`${url}/vragen/acuut-gevaar`)).status).toBe(200);
});
