import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { AanvraagFout } from './aanvraag-fout.ts';

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
