import type { RequestHandler } from 'express';
import {
  createRateLimit,
  HOUR,
  type Limit,
  type LimitName,
  type Limits,
  MINUTE,
  type SayTooOften,
} from './rate-limit.ts';

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
 * became another.
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
