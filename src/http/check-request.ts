import type { IncomingHttpHeaders } from 'node:http';
import type { Request, RequestHandler } from 'express';

/** A request that is refused; the message is Dutch, for who sent it. */
export class BadRequest extends Error {
  readonly status: number;

  constructor(status: 400 | 403 | 413 | 414 | 415 | 429 | 431, message: string) {
    super(message);
    this.name = 'BadRequest';
    this.status = status;
  }
}

/** In characters: two stands and a path take less than half. */
const MAX_ADDRESS = 4_096;
/** A browser behind two proxies sends about thirty. */
const MAX_HEADERS = 100;
const MAX_PARAMETERS = 20;
/** Names of parameters, those of others (`utm_source`) included; no brackets, which elsewhere make lists and objects. */
const NAME = /^[\w.-]{1,50}$/;
/** A choice of several in a form: the tables to compare. */
const REPEATABLE: ReadonlySet<string> = new Set(['t']);
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses what no client sends in good faith: no host, an address or headers beyond measure, what is not UTF-8, a parameter twice. */
export const checkRequest: RequestHandler = (req, res, next) => {
  const fault = findFault(req);
  // As Node does with what it refuses itself: whoever sends this gets no second turn on the connection.
  if (fault) res.set('Connection', 'close');
  next(fault);
};

function findFault({
  originalUrl: adres,
  rawHeaders,
  headers,
  httpVersion,
}: Request): BadRequest | undefined {
  if (rawHeaders.length / 2 > MAX_HEADERS)
    return new BadRequest(431, `De aanvraag heeft te veel headers: hoogstens ${MAX_HEADERS}.`);
  // Node leaves it to us (requireHostHeader), since its own answer would lack our headers.
  if (headers.host === undefined && httpVersion === '1.1')
    return new BadRequest(400, 'De aanvraag noemt geen Host.');
  if (adres.length > MAX_ADDRESS)
    return new BadRequest(414, `Het adres is te lang: hoogstens ${MAX_ADDRESS} tekens.`);
  if (!adres.startsWith('/')) return new BadRequest(400, 'Het adres begint niet met een schuine streep.');
  const begin = adres.indexOf('?');
  const path = begin < 0 ? adres : adres.slice(0, begin);
  if (!isReadable(path)) return new BadRequest(400, 'Het adres bevat tekens die niet kunnen.');
  return begin < 0 ? undefined : findParameterFault(adres.slice(begin + 1));
}

function findParameterFault(query: string): BadRequest | undefined {
  // What the router reads leniently; here everything must be readable.
  if (!isReadable(query.replaceAll('+', ' ')))
    return new BadRequest(400, 'Het adres bevat tekens die niet kunnen.');
  const names = [...new URLSearchParams(query).keys()];
  if (names.length > MAX_PARAMETERS)
    return new BadRequest(400, `Het adres heeft te veel onderdelen: hoogstens ${MAX_PARAMETERS}.`);
  const foreign = names.find((naam) => !NAME.test(naam) || FORBIDDEN.has(naam));
  if (foreign !== undefined)
    return new BadRequest(400, `Het onderdeel "${foreign.slice(0, 50)}" van het adres kan niet.`);
  const double = names.find((naam, index) => !REPEATABLE.has(naam) && names.indexOf(naam) !== index);
  return double === undefined
    ? undefined
    : new BadRequest(400, `Het onderdeel "${double}" staat twee keer in het adres. Geef het één keer.`);
}

/** Whether percent signs stand for valid UTF-8, without NUL. */
function isReadable(tekst: string): boolean {
  if (!tekst.includes('%')) return true;
  try {
    return !decodeURIComponent(tekst).includes('\0');
  } catch {
    return false;
  }
}

const READ: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site sends, unless it only reads: by `Sec-Fetch-Site`, and for an old browser by `Origin`.
 * What is no browser sends neither, and may. `baseUrl` is the address under which the outside world sees the site, and
 * `refusal` what is said.
 */
export function createSameSite(baseUrl: string, refusal: string): RequestHandler {
  const own = new URL(baseUrl).host;
  return (req, _res, next) => {
    if (READ.has(req.method) || isOwn(req.headers, own)) return next();
    next(new BadRequest(403, refusal));
  };
}

function isOwn({ 'sec-fetch-site': site, origin, host }: IncomingHttpHeaders, own: string): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined) return true;
  // Behind a proxy the Host may be an inner name.
  return URL.canParse(origin) && [host, own].includes(new URL(origin).host);
}
