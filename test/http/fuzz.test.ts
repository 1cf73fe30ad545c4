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
import { arbitraryRequest, type RawRequest } from '../support/arbitrary-request.ts';
import type { Antwoord } from '../support/live-server.ts';
import { chooseShare } from '../support/long-form.ts';
import { createTestApp, SPACIOUS } from '../support/test-app.ts';

const ROUNDS = chooseShare(50, 300);
/** So many requests of a round are in progress at once. */
const PER_ROUND = 40;
/** The last one is rare: only the long run is sure to see it. */
const STATUSES = ['200', '303', '400', '404', '405', '409', '410', '413'].slice(0, chooseShare(7, 8));
/** In milliseconds; the slowest takes a tenth of a second on a quiet machine. */
const HANGT = 10_000;
/** In bytes; what grows with every request is ten times that at the end. */
const MAX_GROWTH = 40_000_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const faults: string[] = [];
let server: Server;
const agent = new Agent({ keepAlive: true, maxSockets: 10 });

beforeAll(async () => {
  const app = createTestApp({
    limits: SPACIOUS,
    onLog: (regel) => {
      if (regel.includes('"level":50')) faults.push(regel);
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
function send({ method, path, headers, body }: RawRequest): Promise<Antwoord> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const req = request({ port, host: '127.0.0.1', agent, method, path, headers, timeout: HANGT }, (res) => {
      const parts: Buffer[] = [];
      res.on('data', (deel: Buffer) => parts.push(deel));
      res.on('error', reject);
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, text: Buffer.concat(parts).toString() }),
      );
    });
    req.on('timeout', () => req.destroy(new Error(`geen antwoord binnen ${HANGT} ms`)));
    req.on('error', reject);
    req.end(body);
  });
}

const seen = new Map<string, number>();

async function check(asked: RawRequest): Promise<void> {
  const { status, headers, text } = await send(asked);
  seen.set(String(status), (seen.get(String(status)) ?? 0) + 1);
  const what = () => `${status} op ${JSON.stringify(asked).slice(0, 2_000)}`;
  if (status >= 500) throw new Error(what());
  if (headers['x-content-type-options'] !== 'nosniff' || !headers['content-security-policy'])
    throw new Error(`zonder headers: ${what()}`);
  if (/node_modules|\bat \S+ \(/.test(text)) throw new Error(`een spoor van de code: ${what()}`);
  if (status >= 400 && text !== '' && asked.path.startsWith('/api/v1/') && !headers['content-encoding'])
    problemSchema.parse(JSON.parse(text));
}

describe('elk adres, met van alles', () => {
  it(`geeft op ${ROUNDS * PER_ROUND} aanvragen geen 500, hangt niet en houdt geen geheugen vast`, async () => {
    let begin = 0;
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryRequest, { minLength: PER_ROUND, maxLength: PER_ROUND, size: 'max' }),
        async (requests) => {
          await Promise.all(requests.map(check));
          round += 1;
          // By then everything was used once, and what is kept for ever is there.
          if (round === Math.floor(ROUNDS / 3)) {
            collectGarbage();
            begin = process.memoryUsage().heapUsed;
          }
        },
      ),
      { numRuns: ROUNDS, endOnFailure: false },
    );
    collectGarbage();
    expect(process.memoryUsage().heapUsed - begin).toBeLessThan(MAX_GROWTH);
    expect(faults).toEqual([]);
    // Enough of it was right for the code behind the checks to be reached.
    for (const status of STATUSES)
      expect(seen.get(status) ?? 0, `${status}: ${JSON.stringify([...seen])}`).toBeGreaterThan(0);
    expect(seen.get('200') ?? 0).toBeGreaterThan((ROUNDS * PER_ROUND) / 12);
  });
});
