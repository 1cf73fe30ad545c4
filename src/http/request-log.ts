import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { shortenAddress } from './client-address.ts';
import { toRoute } from './to-route.ts';

declare global {
  namespace Express {
    interface Request {
      /** An id of our own, also in the header `X-Request-Id` (see createMessageClasses) and on every line of the log about this request. */
      id: string;
      /** Puts a fault of ours in the log. */
      logFout(fout: unknown, tekst: string): void;
    }
  }
}

/**
 * Logs one line a request: route, status, time and a shortened address; never the query, the body or an address that
 * no route knows. Gives each request an id.
 */
export function createRequestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const begin = performance.now();
    const id = randomUUID();
    req.id = id;
    req.logFout = (fout, tekst) => log.error({ id, err: fout }, tekst);
    res.on('close', () => log.info(toRegel(req, res, begin), 'aanvraag'));
    next();
  };
}

/** `begin` is the moment at which the request came in, in milliseconds of this process. */
function toRegel(req: Request, res: Response, begin: number) {
  return {
    id: req.id,
    method: req.method,
    route: toRoute(req),
    status: res.statusCode,
    ms: Math.round(performance.now() - begin),
    client: shortenAddress(req.ip),
    // The visitor left before the answer was there; left out of the line where it is undefined.
    afgebroken: res.writableEnded ? undefined : true,
  };
}
