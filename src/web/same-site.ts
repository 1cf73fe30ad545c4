import type { RequestHandler } from 'express';

/** Refuses a post that another site sends: by `Sec-Fetch-Site`, and for an old browser by `Origin`. */
export const requireSameSite: RequestHandler<Record<string, string>> = (req, _res, next) => {
  const site = req.get('Sec-Fetch-Site');
  const origin = req.get('Origin');
  const eigen =
    site === undefined
      ? origin === undefined || isOwn(origin, req.get('Host'))
      : site === 'same-origin' || site === 'none';
  if (eigen) return next();
  next(Object.assign(new Error('Deze aanvraag komt van een andere site.'), { status: 403 }));
};

function isOwn(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
