import type { RequestHandler } from 'express';
import type { Publication } from './publication.ts';
import { sendPublished } from './serve-published.ts';

/** The address of a file of the build, with a hash of its contents before the extension. */
const HASHED = /^(\/static\/.+\.)[0-9a-f]{10}(\.[a-z0-9]+)$/;

/**
 * Hands out a file of the build to who asks for it as another version of the site names it: beside it runs a server of that
 * version while they are replaced one by one, and a browser may hold an old page. A page with another version's looks is
 * better than one with none. Everything else goes on.
 */
export function serveOtherVersion({ paths, find }: Publication): RequestHandler {
  const current = new Map(paths.flatMap((path) => (HASHED.test(path) ? [[toName(path), path]] : [])));
  return async (req, res, next) => {
    const file = HASHED.test(req.path) ? await find(current.get(toName(req.path)) ?? '') : undefined;
    // Not to be kept under the name of something else.
    if (file) sendPublished(req, res, { ...file, cacheControl: 'no-store' });
    else next();
  };
}

function toName(path: string): string {
  return path.replace(HASHED, '$1$2');
}
