import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startLiveServer } from '../support/live-server.ts';
import { createTestApp } from '../support/test-app.ts';

const PART = Buffer.alloc(50_000, 'x');
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** Sends a body in parts, without its length, and reads the whole answer. */
async function sendChunked(port: number, agent: Agent, path: string, parts: readonly Buffer[]) {
  const req = request({ port, host: '127.0.0.1', agent, method: 'POST', path, headers: FORM });
  // It may come before the body has been sent.
  const antwoord = once(req, 'response');
  for (const deel of parts) {
    // Each goes on its way before the next is written, or what is left comes too late: then the answer is there already.
    await new Promise((resolve) => req.write(deel, resolve));
  }
  req.end();
  const [res] = (await antwoord) as [IncomingMessage];
  const tekst = (await res.toArray()).join('');
  return { status: res.statusCode, tekst, reusedSocket: req.reusedSocket };
}

describe('een formulier dat in delen komt', () => {
  it('wordt gelezen als geheel, en te groot geweigerd; daarna gaat de verbinding gewoon verder', async () => {
    const port = await startLiveServer(createTestApp());
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const path = '/vragen/acuut-gevaar';
    const goed = [Buffer.from('acuut'), Buffer.from('Gevaar=n'), Buffer.from('ee')];
    expect(await sendChunked(port, agent, path, goed)).toMatchObject({ status: 303 });
    for (let times = 0; times < 3; times += 1) {
      expect(await sendChunked(port, agent, path, [PART, PART, PART])).toMatchObject({
        status: 413,
        reusedSocket: true,
      });
      expect(await sendChunked(port, agent, path, goed)).toMatchObject({ status: 303, reusedSocket: true });
    }
  });

  it('en halverwege ophoudt, houdt niets bezet en levert geen fout in het log', async () => {
    const faults: string[] = [];
    const app = createTestApp({
      onLog: (regel) => {
        if (/"level":[56]0/.test(regel)) faults.push(regel);
      },
    });
    let begun = 0;
    let interrupted = 0;
    const port = await startLiveServer(
      (req, res) => {
        begun += 1;
        res.once('close', () => {
          interrupted += 1;
        });
        app(req, res);
      },
      { limits: { maxInFlight: 5 } },
    );
    for (let times = 1; times <= 20; times += 1) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      socket.write(
        'POST /vragen/acuut-gevaar HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 50\r\n\r\nacuut',
      );
      await vi.waitFor(() => expect(begun).toBe(times));
      socket.destroy();
      await vi.waitFor(() => expect(interrupted).toBe(times));
    }
    expect((await fetch(`http://127.0.0.1:${port}/vragen/acuut-gevaar`)).status).toBe(200);
    expect(faults).toEqual([]);
  });
});
