import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, get, type IncomingMessage, type RequestListener, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createHttpServer } from '../../src/http/http-server.ts';
import { createStopper } from '../../src/server/stopper.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { createTestApp } from '../support/test-app.ts';
import { startTestServer } from '../support/test-server.ts';

/** Sends a signal and tells how the server ended. */
async function end({ child, ended }: ServerProcess, signal: NodeJS.Signals) {
  child.kill(signal);
  const { code, signal: by } = await ended;
  return { code, by };
}

function ask(url: string, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (res) => {
      res.resume().once('end', () => resolve(res));
    }).once('error', reject);
  });
}

/** Begins a report and gives back what sends the rest of it and waits for the answer. */
async function beginReport(port: number) {
  const body = new URLSearchParams({ pagina: '/', veld: 'proef', watMoetHetZijn: 'Onderweg.', email: '' });
  const tekst = body.toString();
  const agent = new Agent({ keepAlive: true });
  const asked = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/klopt-niet',
    agent,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': tekst.length,
      // The server says that it goes on, so it has the request.
      Expect: '100-continue',
    },
  });
  const antwoord = once(asked, 'response');
  asked.flushHeaders();
  await once(asked, 'continue');
  return async () => {
    asked.end(tekst);
    const [res] = (await antwoord) as [IncomingMessage];
    await once(res.resume(), 'end');
    // It began before the stop, so nobody told it to close.
    agent.destroy();
    return res;
  };
}

it.each([
  ['SIGTERM', 1],
  // npm passes on what the terminal sends to both.
  ['SIGINT', 2],
] as const)(
  'stops with 0 on %s (%i in one moment), takes nothing new, writes the counts that are still in memory, and gives the folder back',
  async (signal, times) => {
    const dataDir = makeTempDir();
    const server = await startTestServer({ DATA_DIR: dataDir });
    expect((await fetch(`${server.url}/vragen/acuut-gevaar`)).status).toBe(200);
    expect(existsSync(join(dataDir, 'tellingen.json'))).toBe(false);
    const last = end(server, signal);
    if (times === 2) server.child.kill(signal);
    expect(await last).toEqual({ code: 0, by: null });
    await expect(fetch(`${server.url}/gezond`)).rejects.toThrow();
    expect(readFileSync(join(dataDir, 'tellingen.json'), 'utf8')).toContain('"gesteld": 1');
    expect(existsSync(join(dataDir, 'opslag.slot'))).toBe(false);
  },
);

it('says 503 at /gezond while it stops', async () => {
  const agent = new Agent({ keepAlive: true });
  const askStopping = async () => {
    const server = await startTestServer();
    await ask(`${server.url}/`, agent);
    const last = end(server, 'SIGTERM');
    await vi.waitFor(() => expect(server.output()).toContain('SIGTERM: de server stopt'));
    const { statusCode } = await ask(`${server.url}/gezond`, agent).catch(() => ({ statusCode: null }));
    expect((await last).code).toBe(0);
    return statusCode;
  };
  let status = await askStopping();
  // On a very busy machine it can be gone before we ask.
  while (status === null) status = await askStopping();
  expect(status).toBe(503);
});

/** A stopper with a real server in this process; what happens is noted in order. */
async function startStoppable(
  times: NonNullable<Parameters<typeof createStopper>[0]['times']>,
  app: RequestListener = (_req, res) => res.end('klaar'),
) {
  const gebeurd: string[] = [];
  const note = (tekst: string) => void gebeurd.push(tekst);
  const log = {
    info: (tekst: unknown) => note(String(tekst)),
    warn: (tekst: unknown) => note(String(tekst)),
    error: (tekst: unknown) => note(String(tekst)),
  } as Parameters<typeof createStopper>[0]['log'];
  const stopper = createStopper({ log, exit: (code) => note(`exit ${code}`), times });
  const server = createHttpServer(app, { headers: new Map() });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close(() => {}).closeAllConnections());
  const handle = stopper.attach({
    server,
    onStop: () => note('onStop'),
    close: async () => note('close'),
  });
  return { stopper, handle, gebeurd, server, port: (server.address() as AddressInfo).port };
}

/** A connection on which `text` was sent, and which then says and reads nothing more. */
async function openStuck(port: number, tekst: string): Promise<void> {
  const socket = connect(port, '127.0.0.1').pause();
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  if (tekst) await new Promise((resolve) => socket.write(tekst, resolve));
}

describe('a stop', () => {
  it('finishes what is in progress after the port is closed, and says in between that it stops', async () => {
    let isReady = () => true;
    const site = createTestApp({ isReady: () => isReady() });
    const { stopper, handle, gebeurd, server, port } = await startStoppable(
      { announce: 2_000, lastWord: 60_000, breakOff: 600_000 },
      site,
    );
    isReady = () => !stopper.isStopping();
    const agent = new Agent({ keepAlive: true });
    expect((await ask(`http://127.0.0.1:${port}/`, agent)).headers.connection).toBe('keep-alive');
    const finishReport = await beginReport(port);
    handle('SIGTERM');
    expect((await ask(`http://127.0.0.1:${port}/gezond`, agent)).statusCode).toBe(503);
    await vi.waitFor(() => expect(server.listening).toBe(false));
    expect((await finishReport()).statusCode).toBe(200);
    agent.destroy();
    await vi.waitFor(() => expect(gebeurd).toContain('exit 0'));
    expect(gebeurd).not.toContain('wat nu nog bezig is, wordt afgebroken');
  });

  it('is not held by clients that are stuck: silent, in a header, in a body, or not reading', async () => {
    const antwoord = Buffer.alloc(10_000_000);
    const { handle, gebeurd, server, port } = await startStoppable(
      { announce: 50, breakOff: 300, giveUp: 30_000 },
      (_req, res) => res.end(antwoord),
    );
    let connections = 0;
    server.on('connection', () => (connections += 1));
    for (const tekst of [
      '',
      'GET / HTTP/1.1\r\nHost: x\r\nX-',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\npagina=',
      'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
    ])
      await openStuck(port, tekst);
    await vi.waitFor(() => expect(connections).toBe(4));
    handle('SIGTERM');
    await vi.waitFor(() => expect(gebeurd).toContain('exit 0'));
    // They get their time, and no more than that.
    expect(gebeurd).toEqual([
      'SIGTERM: de server stopt',
      'onStop',
      'wat nu nog bezig is, wordt afgebroken',
      'close',
      'gestopt',
      'exit 0',
    ]);
  });

  it('lets whoever has just connected say what they want', async () => {
    const { handle, gebeurd, server, port } = await startStoppable({ announce: 0, sweep: 5_000 });
    // The stop closes the port before the request has come in.
    server.once('connection', () => handle('SIGTERM'));
    const socket = connect(port, '127.0.0.1');
    let back = '';
    socket.on('data', (part) => {
      back += part.toString();
    });
    socket.on('error', () => {});
    await vi.waitFor(() => expect(server.listening).toBe(false));
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'close');
    expect(back).toMatch(/^HTTP\/1.1 200 /);
    await vi.waitFor(() => expect(gebeurd).toContain('exit 0'));
  });

  it('goes on with connections that are kept until the port is closed; then each hears that its request was the last', async () => {
    const { handle, server, gebeurd, port } = await startStoppable({ announce: 1_500, lastWord: 60_000 });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const visit = async () => (await ask(`http://127.0.0.1:${port}/`, agent)).headers.connection;
    expect(await visit()).toBe('keep-alive');
    handle('SIGTERM');
    expect(server.listening).toBe(true);
    expect(await visit()).toBe('keep-alive');
    await vi.waitFor(() => expect(server.listening).toBe(false));
    expect(gebeurd).not.toContain('close');
    expect(await visit()).toBe('close');
    await vi.waitFor(() => expect(gebeurd).toContain('exit 0'));
  });

  it('closes a connection that is kept and says nothing', async () => {
    const { handle, gebeurd, port } = await startStoppable({ announce: 0, lastWord: 20 });
    const agent = new Agent({ keepAlive: true });
    await ask(`http://127.0.0.1:${port}/`, agent);
    handle('SIGTERM');
    await vi.waitFor(() => expect(gebeurd).toContain('exit 0'));
    expect(gebeurd).not.toContain('wat nu nog bezig is, wordt afgebroken');
  });

  it('is at once on a second signal, unless that comes so soon that it is the same one', async () => {
    const { stopper, handle, gebeurd } = await startStoppable({ announce: 60_000, sameSignal: 50 });
    expect(stopper.isStopping()).toBe(false);
    handle('SIGTERM');
    expect(stopper.isStopping()).toBe(true);
    handle('SIGINT');
    expect(gebeurd).toEqual(['SIGTERM: de server stopt', 'onStop']);
    await vi.waitFor(() => {
      handle('SIGINT');
      expect(gebeurd).toContain('exit 130');
    });
  });

  it('ends with 0 when the process stood still for longer than all of it: what hangs is broken off first', async () => {
    const times = { announce: 10, lastWord: 10, breakOff: 100, giveUp: 2_000 };
    const { handle, gebeurd, port } = await startStoppable(times, () => {});
    await openStuck(port, 'GET / HTTP/1.1\r\nHost: wegwijzer\r\n\r\n');
    handle('SIGTERM');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_500);
    await vi.waitFor(() => expect(gebeurd.at(-1)).toMatch(/^exit/));
    expect(gebeurd.slice(2)).toEqual(['wat nu nog bezig is, wordt afgebroken', 'close', 'gestopt', 'exit 0']);
  });

  it('ends with 1 when it takes too long, whatever still hangs', async () => {
    const { handle, gebeurd } = await startStoppable({ announce: 60_000, breakOff: 20, giveUp: 40 });
    handle('SIGTERM');
    await vi.waitFor(() => expect(gebeurd).toContain('exit 1'));
    expect(gebeurd.at(-2)).toBe('stoppen duurt te lang');
  });
});
