import { createServer, type Server } from 'node:http';
import type { Registry } from 'prom-client';

/** Only programs on the machine itself may read the numbers. */
const HOST = '127.0.0.1';

/** Serves `/metrics` on a port of its own. @throws Error when the port is taken; the promise then rejects. */
export function startMetricsServer(registry: Registry, port: number): Promise<Server> {
  const server = createServer((req, res) => {
    if (req.method !== 'GET' || req.url !== '/metrics') {
      res.writeHead(404, { 'Content-Type': 'text/plain' }).end('Only GET /metrics.\n');
      return;
    }
    registry.metrics().then(
      (tekst) => res.writeHead(200, { 'Content-Type': registry.contentType }).end(tekst),
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
