import type { ServerResponse } from 'node:http';
import type { Request, Response } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { IPV6_SUBNET } from './rate-limit.ts';

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
