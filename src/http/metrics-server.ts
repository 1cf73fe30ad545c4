import { createServer, type Server } from 'node:http';
import type { ReadableMetrics } from './aggregate-metrics.ts';

/** Only programs on the machine itself may read the numbers. */
const HOST = '127.0.0.1';

/** Serves `/metrics` on a port of its own. @throws Error when the port is taken; the promise then rejects. */
export function startMetricsServer(metrics: ReadableMetrics, port: number): Promise<Server> {
  const server = createServer((req, res) => {
    if (req.method !== 'GET' || req.url !== '/metrics') {
      res.writeHead(404, { 'Content-Type': 'text/plain' }).end('Only GET /metrics.\n');
      return;
    }
    metrics.metrics().then(
      (tekst) => res.writeHead(200, { 'Content-Type': metrics.contentType }).end(tekst),
      () => res.writeHead(500).end(),
    );
  });
  // A reader that stays connected must not keep the process alive.
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => resolve(server));
  });
}
