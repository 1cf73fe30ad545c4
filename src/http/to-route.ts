import type { Request } from 'express';

/** What is said of an address that no route knows: it may hold anything. */
const ONBEKEND = '(onbekend)';

/** The pattern of the route that took the request, such as `/vragen/:slug`; never what somebody typed. */
export function toRoute(req: Pick<Request, 'route' | 'baseUrl' | 'path'>): string {
  const patroon: unknown = req.route?.path;
  if (typeof patroon === 'string') return `${req.baseUrl}${patroon}`;
  // A route for a list of fixed addresses: the one that was asked for.
  if (Array.isArray(patroon) && patroon.includes(req.path)) return `${req.baseUrl}${req.path}`;
  return ONBEKEND;
}
