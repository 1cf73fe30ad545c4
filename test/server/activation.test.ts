import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { findActivatedSocket } from '../../src/config/server-settings.ts';
import { readCorrections } from '../../src/storage/folder/corrections-file.ts';
import { findFreePort } from '../support/free-port.ts';
import { installIfMissing, needProgram, type Program } from '../support/installed-program.ts';
import { askSite, startLoad } from '../support/load.ts';
import { chooseShare } from '../support/long-form.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { builtRoot } from '../support/test-server.ts';

const SOCKET_ACTIVATE: Program = {
  naam: 'systemd-socket-activate',
  names: ['systemd-socket-activate'],
  variable: 'SOCKET_ACTIVATE_PATH',
  debian: 'systemd',
};
const RESTARTS = chooseShare(3, 8);

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
    const stand = await askSite(site.url, 'POST', '/vragen/acuut-gevaar', { form: { acuutGevaar: 'nee' } });
    expect(stand.status).toBe(303);
    const load = startLoad(site.url, { connections: 'new' });
    for (let count = 0; count < RESTARTS; count += 1) await site.restart();
    const { failed, answered, reports } = await load.stop();
    expect(failed).toEqual({});
    expect(answered).toBeGreaterThan(RESTARTS);
    // What was sealed before, opens after.
    expect((await askSite(site.url, 'GET', stand.location)).status).toBe(200);
    await site.stop();
    const kept = await readCorrections(site.dataDir);
    expect(kept.map(({ watMoetHetZijn }) => watMoetHetZijn).sort()).toEqual([...reports].sort());
    expect(reports.length).toBeGreaterThan(0);
  });
});

async function startActivated() {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const folder = makeTempDir();
  const dataDir = join(folder, 'data');
  const files = { PID_FILE: join(folder, 'pid'), STOP_FILE: join(folder, 'stop') };
  const env = {
    ...files,
    NODE: process.execPath,
    DATA_DIR: dataDir,
    BASE_URL: url,
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
  const isReady = async () => expect((await askSite(url, 'GET', '/gezond')).status).toBe(200);
  await vi.waitFor(isReady);
  return {
    url,
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
