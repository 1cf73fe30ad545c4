import type { ServerResponse } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { BadRequest } from './check-request.ts';

/** How many requests are taken in a time, from one address and from all together. */
interface Limit {
  readonly perAddress: number;
  readonly samen: number;
}

/** Limits on what costs or stores; addresses of IPv6 count by /64, which is one household or office. */
export interface Limits {
  /** Advice and referrals, per minute. */
  readonly posts: Limit;
  /** PDFs, per minute. */
  readonly pdf: Limit;
  /** Correction reports, per hour. */
  readonly meldingen: Limit;
}

/** The bits of an address of IPv6 that are one household or office. */
const IPV6_SUBNET = 64;
/** In milliseconds. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What a limit is on, for the numbers of an operator. */
type LimitName = 'antwoorden' | 'groot' | 'meldingen' | 'pdf' | 'posts' | 'versturen' | 'wachtwoord';

/** The limit that a request met, and whose requests had filled it. */
export interface ReachedLimit {
  readonly limit: LimitName;
  readonly of: 'address' | 'all';
}

const reachedLimits = new WeakMap<Response, ReachedLimit>();

/** The limit because of which this answer is a refusal. */
export function readReachedLimit(res: Response): ReachedLimit | undefined {
  return reachedLimits.get(res);
}

/** What is said to who is refused, and has so many minutes to wait. */
type SayTooOften = (minutes: number) => string;

/** Refuses with 429 and Retry-After what comes beyond a limit; `timeWindow` is in milliseconds. */
function createRateLimit(
  name: LimitName,
  { perAddress, samen }: Limit,
  timeWindow: number,
  sayTooOften: SayTooOften,
): RequestHandler[] {
  const limit = (
    of: ReachedLimit['of'],
    count: number,
    key: { ipv6Subnet: typeof IPV6_SUBNET } | { keyGenerator: () => string },
  ) =>
    rateLimit({
      windowMs: timeWindow,
      limit: count,
      standardHeaders: false,
      legacyHeaders: false,
      // Which proxy to believe is a setting, checked at start; this would print what a stranger sends.
      validate: false,
      ...key,
      handler: (req, res, next) => {
        reachedLimits.set(res, { limit: name, of });
        const { resetTime } = (req as typeof req & { rateLimit: { resetTime?: Date } }).rateLimit;
        const wait = Math.max(
          1,
          Math.ceil(((resetTime?.getTime() ?? Date.now() + timeWindow) - Date.now()) / 1000),
        );
        res.set('Retry-After', String(wait));
        next(new BadRequest(429, sayTooOften(Math.ceil(wait / 60))));
      },
    });
  return [
    limit('address', perAddress, { ipv6Subnet: IPV6_SUBNET }),
    limit('all', samen, { keyGenerator: () => 'samen' }),
  ];
}

/** In bytes of the body: a case that is followed for a year takes less. */
const LARGE_BODY = 500_000;

/** Whether a request has a body that may take a second of the processor, or does not say how long it is. */
export function isLarge({ headers }: Request): boolean {
  return !(Number(headers['content-length']) <= LARGE_BODY);
}

/** Lets the handlers look at some of the requests only. */
export function onlyIf(
  fits: (req: Request) => boolean,
  handlers: readonly RequestHandler[],
): RequestHandler[] {
  return handlers.map((handle) => (req, res, next) => (fits(req) ? handle(req, res, next) : next()));
}

/** How often may be asked to send; what is sent has limits of its own, per sender. */
const SENDING: Limit = { perAddress: 20, samen: 1_000 };
/** How often a table may answer: one meeting treats fewer packages, and behind one address there may be more tables. */
const ANSWERS: Limit = { perAddress: 60, samen: 1_000 };
/** What carries a case that is large, in a minute: each may take a second of the processor. */
const LARGE: Limit = { perAddress: 120, samen: 1_200 };
/** How often a passphrase may be used in a minute: each costs half a second of a thread. */
const SEALING: Limit = { perAddress: 30, samen: 300 };

/** What counts the requests, by what the limit is on. */
export type RateLimits = Readonly<Record<LimitName, RequestHandler[]>>;

/**
 * Makes what counts the requests, once for the server: who has filled a limit is not let through because the content
 * became another. `sayTooOften` words what is refused.
 */
export function createRateLimits({ posts, pdf, meldingen }: Limits, sayTooOften: SayTooOften): RateLimits {
  const make = (name: LimitName, limit: Limit, timeWindow: number) =>
    createRateLimit(name, limit, timeWindow, sayTooOften);
  return {
    antwoorden: make('antwoorden', ANSWERS, HOUR),
    groot: make('groot', LARGE, MINUTE),
    meldingen: make('meldingen', meldingen, HOUR),
    pdf: make('pdf', pdf, MINUTE),
    posts: make('posts', posts, MINUTE),
    versturen: make('versturen', SENDING, HOUR),
    wachtwoord: make('wachtwoord', SEALING, MINUTE),
  };
}

/** Who asks: what the limits count as one address. */
export function toWho({ ip }: Pick<Request, 'ip'>): string {
  return ip === undefined ? '' : ipKeyGenerator(ip, IPV6_SUBNET);
}

/** Who asks, with a signal that they wait no more. */
export function toAsker(
  req: Pick<Request, 'ip'>,
  res: Response,
): { readonly who: string; readonly signal: AbortSignal } {
  return { who: toWho(req), signal: toGoneSignal(res) };
}

/** A signal that the client went away before it had its answer: what is still being made for it is for nobody. */
function toGoneSignal(res: ServerResponse): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) controller.abort();
  });
  return controller.signal;
}
