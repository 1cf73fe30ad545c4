import { once } from 'node:events';
import { Agent, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/api/problem.ts';
import { createHttpServer } from '../../src/http/http-server.ts';
import { createSecurityHeaders } from '../../src/http/security-headers.ts';
import { SEED } from '../support/arbitrary-antwoorden.ts';
import { type Aanvraag, arbitraryRequest } from '../support/arbitrary-request.ts';
import type { Antwoord } from '../support/live-server.ts';
import { chooseShare } from '../support/long-form.ts';
import { createTestApp, RUIM } from '../support/test-app.ts';

const RONDES = chooseShare(50, 300);
/** So many requests of a round are in progress at once. */
const PER_RONDE = 40;
/** The last one is rare: only the long run is sure to see it. */
const STATUSSEN = ['200', '303', '400', '404', '405', '409', '410', '413'].slice(0, chooseShare(7, 8));
/** In milliseconds; the slowest takes a tenth of a second on a quiet machine. */
const HANGT = 10_000;
/** In bytes; what grows with every request is ten times that at the end. */
const MAX_GROEI = 40_000_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const fouten: string[] = [];
let server: Server;
const agent = new Agent({ keepAlive: true, maxSockets: 10 });

beforeAll(async () => {
  const app = createTestApp({
    limits: RUIM,
    onLog: (regel) => {
      if (regel.includes('"level":50')) fouten.push(regel);
    },
  });
  server = createHttpServer(app, { headers: createSecurityHeaders('http://localhost:3000') });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  agent.destroy();
  server.close();
  server.closeAllConnections();
});

/** Sends a request over a connection that stays open. */
function send({ method, path, headers, body }: Aanvraag): Promise<Antwoord> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const req = request({ port, host: '127.0.0.1', agent, method, path, headers, timeout: HANGT }, (res) => {
      const delen: Buffer[] = [];
      res.on('data', (deel: Buffer) => delen.push(deel));
      res.on('error', reject);
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, text: Buffer.concat(delen).toString() }),
      );
    });
    req.on('timeout', () => req.destroy(new Error(`geen antwoord binnen ${HANGT} ms`)));
    req.on('error', reject);
    req.end(body);
  });
}

const gezien = new Map<string, number>();

async function check(aanvraag: Aanvraag): Promise<void> {
  const { status, headers, text } = await send(aanvraag);
  gezien.set(String(status), (gezien.get(String(status)) ?? 0) + 1);
  const wat = () => `${status} op ${JSON.stringify(aanvraag).slice(0, 2_000)}`;
  if (status >= 500) throw new Error(wat());
  if (headers['x-content-type-options'] !== 'nosniff' || !headers['content-security-policy'])
    throw new Error(`zonder headers: ${wat()}`);
  if (/node_modules|\bat \S+ \(/.test(text)) throw new Error(`een spoor van de code: ${wat()}`);
  if (status >= 400 && text !== '' && aanvraag.path.startsWith('/api/v1/') && !headers['content-encoding'])
    problemSchema.parse(JSON.parse(text));
}

describe('elk adres, met van alles', () => {
  it(`geeft op ${RONDES * PER_RONDE} aanvragen geen 500, hangt niet en houdt geen geheugen vast`, async () => {
    let begin = 0;
    let ronde = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryRequest, { minLength: PER_RONDE, maxLength: PER_RONDE, size: 'max' }),
        async (aanvragen) => {
          await Promise.all(aanvragen.map(check));
          ronde += 1;
          // By then everything was used once, and what is kept for ever is there.
          if (ronde === Math.floor(RONDES / 3)) {
            collectGarbage();
            begin = process.memoryUsage().heapUsed;
          }
        },
      ),
      { seed: SEED, numRuns: RONDES, endOnFailure: false },
    );
    collectGarbage();
    expect(process.memoryUsage().heapUsed - begin).toBeLessThan(MAX_GROEI);
    expect(fouten).toEqual([]);
    // Enough of it was right for the code behind the checks to be reached.
    for (const status of STATUSSEN)
      expect(gezien.get(status) ?? 0, `${status}: ${JSON.stringify([...gezien])}`).toBeGreaterThan(0);
    expect(gezien.get('200') ?? 0).toBeGreaterThan((RONDES * PER_RONDE) / 12);
  });
});
