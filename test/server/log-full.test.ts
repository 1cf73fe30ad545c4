import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { findFreePort } from '../support/free-port.ts';
import { waitUntilReady } from '../support/server-process.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { builtRoot } from '../support/test-server.ts';

/** More lines than fit in a pipe or socket (some 200 KB) and in what waits (1 MB) together. */
const REQUESTS = 8_000;
/** Fewer than the site serves at once. */
const AT_ONCE = 50;

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
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal, output: '' }));
  await waitUntilReady({ url, port, child, output: () => '', ended });
  return { url, child, ended };
}

/** Asks so often that the log is full, many requests at once on one connection; every answer must be right. */
async function fillLog(url: string): Promise<void> {
  const { port, host } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1').setEncoding('latin1');
  let answers = '';
  socket.on('data', (part: string) => {
    answers += part;
  });
  const requests = `GET /gezond HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(AT_ONCE);
  for (let sent = 0; sent < REQUESTS; sent += AT_ONCE) {
    answers = '';
    socket.write(requests);
    while (answers.split('{"status":"ok"}').length <= AT_ONCE) await once(socket, 'data');
    expect(answers.match(/HTTP\/1\.1 200 /g)).toHaveLength(AT_ONCE);
  }
  socket.destroy();
}

it('a full disk under the log ends nothing: the site answers, and stops when it is asked to', async () => {
  const { url, child, ended } = await startWithLog(openSync('/dev/full', 'w'));
  for (let count = 0; count < 300; count += 1) expect((await fetch(`${url}/gezond`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0 });
});

// What Node calls a pipe to a child is a socket, as journald has it too.
it('a reader of the log that stands still stops nothing, not even the stop', async () => {
  const { url, child, ended } = await startWithLog('pipe');
  child.stdout?.pause();
  await fillLog(url);
  expect((await fetch(`${url}/vragen/acuut-gevaar`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0 });
});

it('a reader that reads on gets whole lines, and hears how many there are not', async () => {
  const { url, child } = await startWithLog('pipe');
  child.stdout?.pause();
  await fillLog(url);
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  child.stdout?.resume();
  const lost = /^\{.*"regels":(\d+),.*weggevallen.*$/m;
  while (!lost.test(text)) await once(child.stdout as NodeJS.ReadableStream, 'data');
  const lines = text.split('\n').slice(0, -1);
  const read = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'aanvraag');
  // What waitUntilReady asked is there too.
  expect(read.length + Number(lost.exec(text)?.[1])).toBeGreaterThanOrEqual(REQUESTS);
  expect(read.length).toBeLessThan(REQUESTS);
});

// For Node a named pipe is no socket, and for us it is no other: in the long form.
if (inject('share') === 'long')
  it('a log into a pipe whose reader stands still does no harm either', async () => {
    const path = join(makeTempDir(), 'log');
    execFileSync('mkfifo', [path]);
    const readEnd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    onTestFinished(() => closeSync(readEnd));
    const { url, child, ended } = await startWithLog(openSync(path, 'w'));
    await fillLog(url);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
  });
