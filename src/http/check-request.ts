import type { IncomingHttpHeaders } from 'node:http';
import type { Request, RequestHandler } from 'express';

/** A request that is refused; the message is Dutch, for who sent it. */
export class AanvraagFout extends Error {
  readonly status: number;

  constructor(status: 400 | 403 | 414 | 429 | 431, melding: string) {
    super(melding);
    this.name = 'AanvraagFout';
    this.status = status;
  }
}

/** In characters: two stands and a path take less than half. */
const MAX_ADRES = 4_096;
/** A browser behind two proxies sends about thirty. */
const MAX_HEADERS = 100;
const MAX_PARAMETERS = 20;
/** Names of parameters, those of others (`utm_source`) included; no brackets, which elsewhere make lists and objects. */
const NAAM = /^[\w.-]{1,50}$/;
/** A choice of several in a form: the tables to compare. */
const HERHAALBAAR: ReadonlySet<string> = new Set(['t']);
const VERBODEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses what no client sends in good faith: no host, an address or headers beyond measure, what is not UTF-8, a parameter twice. */
export const checkRequest: RequestHandler = (req, _res, next) => {
  next(findFout(req));
};

function findFout({
  originalUrl: adres,
  rawHeaders,
  headers,
  httpVersion,
}: Request): AanvraagFout | undefined {
  if (rawHeaders.length / 2 > MAX_HEADERS)
    return new AanvraagFout(431, `De aanvraag heeft te veel headers: hoogstens ${MAX_HEADERS}.`);
  // Node leaves it to us (requireHostHeader), since its own answer would lack our headers.
  if (headers.host === undefined && httpVersion === '1.1')
    return new AanvraagFout(400, 'De aanvraag noemt geen Host.');
  if (adres.length > MAX_ADRES)
    return new AanvraagFout(414, `Het adres is te lang: hoogstens ${MAX_ADRES} tekens.`);
  if (!adres.startsWith('/')) return new AanvraagFout(400, 'Het adres begint niet met een schuine streep.');
  const begin = adres.indexOf('?');
  const pad = begin < 0 ? adres : adres.slice(0, begin);
  if (!isLeesbaar(pad)) return new AanvraagFout(400, 'Het adres bevat tekens die niet kunnen.');
  return begin < 0 ? undefined : findParameterFout(adres.slice(begin + 1));
}

function findParameterFout(query: string): AanvraagFout | undefined {
  // What the router reads leniently; here everything must be readable.
  if (!isLeesbaar(query.replaceAll('+', ' ')))
    return new AanvraagFout(400, 'Het adres bevat tekens die niet kunnen.');
  const namen = [...new URLSearchParams(query).keys()];
  if (namen.length > MAX_PARAMETERS)
    return new AanvraagFout(400, `Het adres heeft te veel onderdelen: hoogstens ${MAX_PARAMETERS}.`);
  const vreemd = namen.find((naam) => !NAAM.test(naam) || VERBODEN.has(naam));
  if (vreemd !== undefined)
    return new AanvraagFout(400, `Het onderdeel "${vreemd.slice(0, 50)}" van het adres kan niet.`);
  const dubbel = namen.find((naam, index) => !HERHAALBAAR.has(naam) && namen.indexOf(naam) !== index);
  return dubbel === undefined
    ? undefined
    : new AanvraagFout(400, `Het onderdeel "${dubbel}" staat twee keer in het adres. Geef het één keer.`);
}

/** Whether percent signs stand for valid UTF-8, without NUL. */
function isLeesbaar(tekst: string): boolean {
  if (!tekst.includes('%')) return true;
  try {
    return !decodeURIComponent(tekst).includes('\0');
  } catch {
    return false;
  }
}

const LEZEN: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site sends, unless it only reads: by `Sec-Fetch-Site`, and for an old browser by `Origin`.
 * What is no browser sends neither, and may. `baseUrl` is the address under which the outside world sees the site.
 */
export function createSameSite(baseUrl: string): RequestHandler {
  const eigen = new URL(baseUrl).host;
  return (req, _res, next) => {
    if (LEZEN.has(req.method) || isEigen(req.headers, eigen)) return next();
    next(
      new AanvraagFout(403, 'Deze aanvraag komt van een andere site. Open het formulier op deze site zelf.'),
    );
  };
}

function isEigen({ 'sec-fetch-site': site, origin, host }: IncomingHttpHeaders, eigen: string): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined) return true;
  // Behind a proxy the Host may be an inner name.
  return URL.canParse(origin) && [host, eigen].includes(new URL(origin).host);
}
