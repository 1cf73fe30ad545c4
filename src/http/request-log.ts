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
      logError(fault: unknown, tekst: string): void;
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
    req.logError = (fault, tekst) => log.error({ id, err: fault }, tekst);
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

/** What is said of a request that was refused because there were too many, before anyone looked for its route. */
export const REFUSED = '(te druk)';

/** Logs such a request. */
export function logRefused(log: Logger, method: string): void {
  log.info({ method, route: REFUSED, status: 503 }, 'aanvraag');
}

/** What is said of an address that no route knows: it may hold anything. */
const UNKNOWN = '(onbekend)';

/** The pattern of the route that took the request, such as `/vragen/:slug`; never what somebody typed. */
export function toRoute(req: Pick<Request, 'route' | 'baseUrl' | 'path' | 'params'>): string {
  const pattern: unknown = req.route?.path;
  if (typeof pattern === 'string') {
    const base = toBasePattern(req);
    // What took over from the route that failed may stand at a path of its own; the pattern is whole then.
    return pattern.startsWith(`${base}/`) ? pattern : `${base}${pattern}`;
  }
  // A route for a list of fixed addresses: the one that was asked for.
  if (Array.isArray(pattern) && pattern.includes(req.path)) return `${req.baseUrl}${req.path}`;
  return UNKNOWN;
}

/** Notes that a request is answered without a route, and for which address of ours. */
export function setAddress(req: Request, path: string): void {
  req.route = { path, series: toPattern(path) };
}

/** What the numbers are counted by: the route, and for all addresses of one kind together their pattern. */
export function toSeries(req: Parameters<typeof toRoute>[0]): string {
  return req.route?.series ?? toRoute(req);
}

/** Where addresses begin; what follows names a kind, one of that kind, and what of it. */
const BEGINNINGS = ['/api/v1/hsds/', '/api/v1/', '/'];

/** An address without which one it is: `/gemeenten/:id` of that of one gemeente. There is no end to those of the content. */
function toPattern(path: string): string {
  const begin = BEGINNINGS.find((beginning) => path.startsWith(beginning)) ?? '';
  return begin + path.slice(begin.length).replace(/^([^/]+)\/[^/]+/, '$1/:id');
}

/** Where a router stands, with the names of its parameters: their values would make a route of each draft. */
function toBasePattern({ baseUrl, params }: Pick<Request, 'baseUrl' | 'params'>): string {
  if (baseUrl === '') return '';
  const nameOf = new Map(Object.entries(params).map(([name, value]) => [String(value), name]));
  return baseUrl
    .split('/')
    .map((part) => {
      // As a parameter was read: what is typed may be encoded in many ways. That it can be decoded was checked before.
      const name = nameOf.get(decodeURIComponent(part));
      return name === undefined ? part : `:${name}`;
    })
    .join('/');
}

/** Shortens an address so that it points at no computer: an IPv4 address to its /24, an IPv6 address to its /48. */
export function shortenAddress(adres: string | undefined): string {
  const withoutShape = (adres ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(withoutShape)) return `${withoutShape.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(withoutShape)) return 'onbekend';
  return `${expandIPv6(withoutShape).slice(0, 3).join(':')}::/48`;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function expandIPv6(adres: string): string[] {
  const toGroups = (deel: string) => (deel === '' ? [] : deel.split(':'));
  const [voor = '', later] = (adres.split('%')[0] ?? '').split('::');
  const begin = toGroups(voor);
  const end = toGroups(later ?? '');
  const zeros = later === undefined ? 0 : Math.max(0, 8 - begin.length - end.length);
  return [...begin, ...new Array<string>(zeros).fill('0'), ...end].map((groep) =>
    Number.parseInt(groep, 16).toString(16),
  );
}
