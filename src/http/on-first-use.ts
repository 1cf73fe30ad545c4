import type { RequestHandler } from 'express';

/**
 * Makes a handler when somebody first asks for it, and keeps it: what nobody uses yet costs neither the start nor the switch
 * to another version of the content anything.
 */
export function onFirstUse(make: () => RequestHandler): RequestHandler {
  let handler: RequestHandler | null = null;
  return (req, res, next) => {
    handler ??= make();
    return handler(req, res, next);
  };
}
