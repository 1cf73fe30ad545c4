import { randomUUID } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

declare global {
  namespace Express {
    interface Request {
      /** An id of our own, also in the header `X-Request-Id` and on every line of the log about this request. */
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
    res.setHeader('X-Request-Id', id);
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

/** What is said of an address that no route knows: it may hold anything. */
const ONBEKEND = '(onbekend)';

/** The pattern of the route that took the request, such as `/vragen/:slug`; never what somebody typed. */
export function toRoute(req: Pick<Request, 'route' | 'baseUrl' | 'path'>): string {
  const patroon: unknown = req.route?.path;
  if (typeof patroon === 'string') return `${req.baseUrl}${patroon}`;
  // A route for a list of fixed addresses: the one that was asked for.
  if (Array.isArray(patroon) && patroon.includes(req.path)) return `${req.baseUrl}${req.path}`;
  return ONBEKEND;
}

/** Shortens an address so that it points at no computer: an IPv4 address to its /24, an IPv6 address to its /48. */
export function shortenAddress(adres: string | undefined): string {
  const zonderVorm = (adres ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(zonderVorm)) return `${zonderVorm.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(zonderVorm)) return 'onbekend';
  return `${expandIPv6(zonderVorm).slice(0, 3).join(':')}::/48`;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function expandIPv6(adres: string): string[] {
  const toGroepen = (deel: string) => (deel === '' ? [] : deel.split(':'));
  const [voor = '', na] = (adres.split('%')[0] ?? '').split('::');
  const begin = toGroepen(voor);
  const eind = toGroepen(na ?? '');
  const nullen = na === undefined ? 0 : Math.max(0, 8 - begin.length - eind.length);
  return [...begin, ...new Array<string>(nullen).fill('0'), ...eind].map((groep) =>
    Number.parseInt(groep, 16).toString(16),
  );
}
