import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { findActivatedSocket } from '../../src/config/activated-socket.ts';
import { readCorrections } from '../../src/storage/folder/corrections-file.ts';
import { findFreePort } from '../support/free-port.ts';
import { installIfMissing, needProgram, type Program } from '../support/installed-program.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { builtRoot } from '../support/test-server.ts';

const SOCKET_ACTIVATE: Program = {
  naam: 'systemd-socket-activate',
  names: ['systemd-socket-activate'],
  variable: 'SOCKET_ACTIVATE_PATH',
  debian: 'systemd',
};
const RESTARTS = 8;
/** Of each visitor between two requests, in milliseconds. */
const PAUSE = 20;
/** Below the 500 reports that may be open. */
const MAX_REPORTS = 400;

/** Holds the socket and starts the server anew each time that it ends well, as systemd does. */
const KEEPER = `
while [ ! -e "$STOP_FILE" ]; do
  sh -c 'echo $$ > "$PID_FILE.new"; mv "$PID_FILE.new" "$PID_FILE"; LISTEN_PID=$$ exec "$NODE" dist/main.js' || exit 1
done`;

describe('a socket that is handed over', () => {
  it('is the third descriptor, when it is meant for this process', () => {
    expect(findActivatedSocket({ LISTEN_FDS: '1', LISTEN_PID: '12' }, 12)).toBe(3);
    expect(findActivatedSocket({ LISTEN_FDS: '1', LISTEN_PID: '11' }, 12)).toBeNull();
    expect(findActivatedSocket({ LISTEN_FDS: '1' }, 12)).toBeNull();
    expect(findActivatedSocket({}, 12)).toBeNull();
    expect(findActivatedSocket({ LISTEN_FDS: 'x', LISTEN_PID: '12' }, 12)).toBeNull();
  });

  it(`outlives the server: ${RESTARTS} restarts under load, and nobody notices`, async () => {
    installIfMissing([SOCKET_ACTIVATE]);
    const site = await startActivated();
    const stand = await ask(site.port, 'POST', '/vragen/acuut-gevaar', 'acuutGevaar=nee');
    expect(stand.status).toBe(303);
    const load = startLoad(site.port);
    for (let count = 0; count < RESTARTS; count += 1) await site.restart();
    const { failed, answered, reports } = await load.stop();
    expect(failed).toEqual([]);
    expect(answered).toBeGreaterThan(RESTARTS);
    // What was sealed before, opens after.
    expect((await ask(site.port, 'GET', stand.location)).status).toBe(200);
    await site.stop();
    expect(await readCorrections(site.dataDir)).toHaveLength(reports);
    expect(reports).toBeGreaterThan(0);
  });
});

async function startActivated() {
  const port = await findFreePort();
  const folder = makeTempDir();
  const dataDir = join(folder, 'data');
  const files = { PID_FILE: join(folder, 'pid'), STOP_FILE: join(folder, 'stop') };
  const env = {
    ...files,
    NODE: process.execPath,
    DATA_DIR: dataDir,
    BASE_URL: `http://127.0.0.1:${port}`,
    // Where it would listen without the socket: taken by the socket.
    PORT: String(port),
    RATE_LIMIT_REPORTS: '100000/100000',
  };
  const keeper = spawn(
    needProgram(SOCKET_ACTIVATE),
    [
      '-l',
      `127.0.0.1:${port}`,
      ...Object.entries(env).flatMap(([name, value]) => ['-E', `${name}=${value}`]),
      'sh',
      '-c',
      KEEPER,
    ],
    { cwd: builtRoot, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const readPid = () => (existsSync(files.PID_FILE) ? Number(readFileSync(files.PID_FILE, 'utf8')) : 0);
  onTestFinished(() => {
    writeFileSync(files.STOP_FILE, '');
    keeper.kill('SIGKILL');
    if (keeper.exitCode === null && readPid() > 0) process.kill(readPid(), 'SIGKILL');
  });
  const isReady = async () => expect((await ask(port, 'GET', '/gezond')).status).toBe(200);
  await vi.waitFor(isReady);
  return {
    port,
    dataDir,
    async restart() {
      const pid = readPid();
      process.kill(pid, 'SIGTERM');
      await vi.waitFor(() => expect(readPid()).not.toBe(pid));
      await isReady();
    },
    async stop() {
      writeFileSync(files.STOP_FILE, '');
      process.kill(readPid(), 'SIGTERM');
      await vi.waitFor(() => expect(keeper.exitCode).toBe(0));
    },
  };
}

/** Visitors with a new connection for each request, one that keeps its connection, and one who reports. */
function startLoad(port: number) {
  const failed: string[] = [];
  let isOver = false;
  let answered = 0;
  let reports = 0;
  const visit = async (
    expected: number,
    ...what: Parameters<typeof ask> extends [number, ...infer R] ? R : never
  ) => {
    const { status } = await ask(port, ...what).catch((error: Error) => ({ status: String(error) }));
    if (status === expected) answered += 1;
    else failed.push(`${what[0]} ${what[1]}: ${status}`);
    return status === expected;
  };
  const loop = async (step: () => Promise<unknown>) => {
    while (!isOver) {
      await step();
      // As fast as it goes would be more than a server that just started takes on a busy machine: then it refuses, rightly.
      await wait(PAUSE);
    }
  };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const all = [
    ...[1, 2, 3].map(() => loop(() => visit(200, 'GET', '/overlegtafels'))),
    loop(() => visit(303, 'POST', '/vragen/acuut-gevaar', 'acuutGevaar=nee')),
    loop(() => visit(200, 'GET', '/vragen/acuut-gevaar', undefined, agent)),
    loop(async () => {
      if (reports < MAX_REPORTS) {
        const form = `pagina=%2F&veld=proef&watMoetHetZijn=anders+${reports}&email=`;
        if (await visit(200, 'POST', '/klopt-niet', form)) reports += 1;
      }
      await wait(200);
    }),
  ];
  return {
    async stop() {
      isOver = true;
      await Promise.all(all);
      agent.destroy();
      return { failed, answered, reports };
    },
  };
}

/** One request; without an agent over a connection of its own. */
function ask(
  port: number,
  method: string,
  path: string,
  form?: string,
  agent?: Agent,
): Promise<{ status: number; location: string }> {
  const headers = form === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    const req = request({ port, host: '127.0.0.1', method, path, headers, agent: agent ?? false }, (res) => {
      res.on('error', reject).resume();
      res.on('end', () => resolve({ status: res.statusCode ?? 0, location: res.headers.location ?? '' }));
    });
    req.on('error', reject).end(form);
  });
}
