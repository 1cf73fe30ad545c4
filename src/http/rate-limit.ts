import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { AanvraagFout } from './check-request.ts';

/** How many requests are taken in a time, from one address and from all together. */
export interface Limiet {
  readonly perAddress: number;
  readonly samen: number;
}

/** Limits on what costs or stores; addresses of IPv6 count by /64, which is one household or office. */
export interface Limieten {
  /** Advice and referrals, per minute. */
  readonly posts: Limiet;
  /** PDFs, per minute. */
  readonly pdf: Limiet;
  /** Correction reports, per hour. */
  readonly meldingen: Limiet;
}

/** In milliseconds. */
export const MINUUT = 60_000;
export const UUR = 60 * MINUUT;

/** Refuses with 429 and Retry-After what comes beyond a limit; `venster` is in milliseconds. */
export function createRateLimit({ perAddress: perAdres, samen }: Limiet, venster: number): RequestHandler[] {
  const limit = (aantal: number, sleutel: { ipv6Subnet: 64 } | { keyGenerator: () => string }) =>
    rateLimit({
      windowMs: venster,
      limit: aantal,
      standardHeaders: false,
      legacyHeaders: false,
      // Which proxy to believe is a setting, checked at start; this would print what a stranger sends.
      validate: false,
      ...sleutel,
      handler: (req, res, next) => {
        const { resetTime } = (req as typeof req & { rateLimit: { resetTime?: Date } }).rateLimit;
        const wacht = Math.max(
          1,
          Math.ceil(((resetTime?.getTime() ?? Date.now() + venster) - Date.now()) / 1000),
        );
        res.set('Retry-After', String(wacht));
        next(
          new AanvraagFout(
            429,
            `Dit waren te veel aanvragen achter elkaar. Probeer het over ${toTijd(wacht)} opnieuw.`,
          ),
        );
      },
    });
  return [limit(perAdres, { ipv6Subnet: 64 }), limit(samen, { keyGenerator: () => 'samen' })];
}

function toTijd(seconden: number): string {
  if (seconden < 60) return 'een minuut';
  const minuten = Math.ceil(seconden / 60);
  return minuten === 1 ? 'een minuut' : `${minuten} minuten`;
}
