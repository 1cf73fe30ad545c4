import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { shortenAddress } from './client-address.ts';
import { describeError } from './describe-error.ts';
import { toRoute } from './to-route.ts';

/**
 * Logs one line a request: route, status, time and a shortened address; never the query, the body or an address that
 * no route knows. Gives each request an id of our own, also in the header `X-Request-Id`.
 */
export function createRequestLog(log: Logger): RequestHandler {
  const toRegel = (req: Request, res: Response, { responseTime }: { responseTime: number }) => ({
    method: req.method,
    route: toRoute(req),
    status: res.statusCode,
    ms: responseTime,
    client: shortenAddress(req.ip),
    // The visitor left before the answer was there.
    ...(res.writableEnded ? {} : { afgebroken: true }),
  });
  return pinoHttp<Request, Response>({
    logger: log,
    genReqId: (_req, res) => {
      const id = randomUUID();
      res.setHeader('X-Request-Id', id);
      return id;
    },
    wrapSerializers: false,
    // Without this the library keeps the request beside every line.
    quietReqLogger: true,
    quietResLogger: true,
    customAttributeKeys: { reqId: 'id' },
    serializers: { req: () => undefined, err: describeError },
    customLogLevel: () => 'info',
    customSuccessObject: toRegel,
    customErrorObject: (req, res, _error, regel) => toRegel(req, res, regel),
    customSuccessMessage: () => 'aanvraag',
    customErrorMessage: () => 'aanvraag',
  });
}
