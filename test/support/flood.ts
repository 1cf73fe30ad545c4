import { Worker } from 'node:worker_threads';

/** What a flood of requests saw. */
export interface Flood {
  /** How often each status came; 0 is a connection that broke. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly retryAfter: readonly string[];
}

const CODE = `
const { request, Agent } = require('node:http');
const { parentPort, workerData: { port, path, headers, body, aantal } } = require('node:worker_threads');
const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
const statuses = {}; const retryAfter = new Set();
let open = aantal;
function klaar(status, wacht) {
  statuses[status] = (statuses[status] || 0) + 1;
  if (status === 503) retryAfter.add(String(wacht));
  if (--open === 0) parentPort.postMessage({ statuses, retryAfter: [...retryAfter] });
}
for (let i = 0; i < aantal; i += 1) {
  const req = request({ port, host: '127.0.0.1', method: 'POST', path, headers, agent }, (res) => {
    res.resume();
    res.on('end', () => klaar(res.statusCode, res.headers['retry-after']));
  });
  req.on('error', () => klaar(0));
  req.end(body);
}
`;

/** Sends so many posts at once from a thread of its own, so that sending them does not slow down the server here. */
export function flood(
  port: number,
  path: string,
  { headers, body, aantal }: { headers: Record<string, string>; body: string; aantal: number },
): Promise<Flood> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(CODE, { eval: true, workerData: { port, path, headers, body, aantal } });
    worker.once('message', (wave: Flood) => {
      resolve(wave);
      void worker.terminate();
    });
    worker.once('error', reject);
  });
}
