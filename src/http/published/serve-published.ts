import type { Request, RequestHandler, Response } from 'express';
import { setAddress } from '../request-log.ts';
import type { Publication } from './publication.ts';
import { type PublishedFile, readBody } from './published-file.ts';

/** Hands out published files; everything else goes on. */
export function servePublished(publication: Publication): RequestHandler {
  return (req, res, next) => {
    const file = req.method === 'GET' || req.method === 'HEAD' ? publication.find(req.path) : undefined;
    if (!file) return next();
    setAddress(req, req.path);
    if (file instanceof Promise) file.then((made) => sendPublished(req, res, made)).catch(next);
    else sendPublished(req, res, file);
  };
}

/** Hands out one published file, in the form that the client takes. */
export function sendPublished(req: Request, res: Response, file: PublishedFile): void {
  res.set(file.headers).set({ 'Cache-Control': file.cacheControl, ETag: file.etag });
  if (file.br) res.vary('Accept-Encoding');
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  const [body, encoding] = chooseBody(req, file);
  if (encoding) res.set('Content-Encoding', encoding);
  // Past res.send, which would compute an ETag and a character set of its own.
  res.set({ 'Content-Type': file.type, 'Content-Length': String(body.length) });
  res.end(req.method === 'HEAD' ? undefined : body);
}

function chooseBody(req: Request, file: PublishedFile): [Buffer, 'br' | 'gzip' | null] {
  const { gzip, br } = file;
  const encoding = br && gzip ? req.acceptsEncodings('br', 'gzip', 'identity') : false;
  if (br && encoding === 'br') return [br, 'br'];
  return gzip && encoding === 'gzip' ? [gzip, 'gzip'] : [readBody(file), null];
}

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
