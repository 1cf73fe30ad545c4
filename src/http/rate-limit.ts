import type { RequestHandler } from 'express';
import { MemoryStore, rateLimit, type Store } from 'express-rate-limit';
import { AanvraagFout } from './aanvraag-fout.ts';

/** How many requests are taken in a time, from one address and from all together. */
export interface Limiet {
  readonly perAdres: number;
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

/** Makes the store in which a limit counts; every limit has a name of its own. */
export type CreateHitStore = (limiet: string) => Store;

/** What is limited, and how. */
interface Opties {
  readonly naam: string;
  readonly limiet: Limiet;
  /** In milliseconds. */
  readonly venster: number;
  /** Where to count; in the memory of this process unless given. */
  readonly createHitStore: CreateHitStore | undefined;
}

/** Refuses with 429 and Retry-After what comes beyond a limit. */
export function createRateLimit({
  naam,
  limiet: { perAdres, samen },
  venster,
  createHitStore = () => new MemoryStore(),
}: Opties): RequestHandler[] {
  const limit = (
    deel: keyof Limiet,
    aantal: number,
    sleutel: { ipv6Subnet: 64 } | { keyGenerator: () => string },
  ) =>
    rateLimit({
      store: createHitStore(`${naam}/${deel}`),
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
  return [
    limit('perAdres', perAdres, { ipv6Subnet: 64 }),
    limit('samen', samen, { keyGenerator: () => 'samen' }),
  ];
}

function toTijd(seconden: number): string {
  if (seconden < 60) return 'een minuut';
  const minuten = Math.ceil(seconden / 60);
  return minuten === 1 ? 'een minuut' : `${minuten} minuten`;
}
