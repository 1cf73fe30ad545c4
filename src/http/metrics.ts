import { createServer, type Server } from 'node:http';
import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { readReachedLimit } from './rate-limit.ts';
import { REFUSED, toSeries } from './request-log.ts';

/** In seconds: most pages take a few milliseconds, a PDF a tenth of a second. */
const LIMITS_DURATION = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Numbers for an operator, in the format of Prometheus. Labels hold patterns of routes, never what somebody typed. */
export interface Metrics {
  readonly registry: Registry;
  /** Counts every request that comes by, with its time. */
  readonly countRequests: RequestHandler;
  /** Counts a request that was refused before it came that far, because there were too many. */
  countRefused(method: string): void;
  /** The same function, with the time and the outcome of each call counted under this name. */
  measure<A extends unknown[], T>(
    naam: string,
    uitleg: string,
    action: (...a: A) => Promise<T>,
  ): (...a: A) => Promise<T>;
  /** A number that is asked for when somebody reads the metrics; not a number when it cannot be told now. */
  show(naam: string, uitleg: string, read: () => Promise<number>): void;
}

/** Makes the numbers, those of the process included; each server has its own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const count = new Counter({
    name: 'rdm_http_requests_total',
    help: 'Requests answered, by route, method and status',
    labelNames: ['route', 'method', 'status'] as const,
    registers,
  });
  const duration = new Histogram({
    name: 'rdm_http_request_duration_seconds',
    help: 'Time from the first byte to the end of the answer',
    labelNames: ['route'] as const,
    buckets: LIMITS_DURATION,
    registers,
  });
  const limited = new Counter({
    name: 'rdm_rate_limited_total',
    help: 'Requests refused with 429, by limit, and by whose requests filled it: of one address or of all together',
    labelNames: ['limit', 'of'] as const,
    registers,
  });
  const busy = new Gauge({ name: 'rdm_http_requests_in_flight', help: 'Requests in progress', registers });

  return {
    registry,
    countRequests(req, res, next) {
      const begin = performance.now();
      busy.inc();
      res.once('close', () => {
        const route = toSeries(req);
        busy.dec();
        count.inc({ route, method: req.method, status: res.statusCode });
        duration.observe({ route }, (performance.now() - begin) / 1000);
        const reached = readReachedLimit(res);
        if (reached) limited.inc({ ...reached });
      });
      next();
    },
    countRefused: (method) => count.inc({ route: REFUSED, method, status: 503 }),
    measure(naam, uitleg, action) {
      const measurements = new Histogram({
        name: naam,
        help: uitleg,
        labelNames: ['gelukt'] as const,
        buckets: LIMITS_DURATION,
        registers,
      });
      return async (...a) => {
        const stop = measurements.startTimer();
        try {
          const uitkomst = await action(...a);
          stop({ gelukt: 'ja' });
          return uitkomst;
        } catch (error) {
          stop({ gelukt: 'nee' });
          throw error;
        }
      };
    },
    show(naam, uitleg, read) {
      new Gauge({
        name: naam,
        help: uitleg,
        registers,
        async collect() {
          this.set(await read().catch(() => Number.NaN));
        },
      });
    },
  };
}

/** Only programs on the machine itself may read the numbers. */
const HOST = '127.0.0.1';

/** Serves `/metrics` on a port of its own. @throws Error when the port is taken; the promise then rejects. */
export function startMetricsServer({ registry }: Pick<Metrics, 'registry'>, port: number): Promise<Server> {
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
