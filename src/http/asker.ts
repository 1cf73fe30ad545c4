import type { Request, Response } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { toGoneSignal } from './gone-signal.ts';
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
