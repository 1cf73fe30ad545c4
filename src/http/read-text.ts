import express, { type Request, type RequestHandler } from 'express';
import { BadRequest } from './check-request.ts';
import { takeTurn } from './take-turns.ts';

/**
 * Reads a body of one type into `req.body`, as what `parse` makes of its text; no body is an empty text. Refuses
 * another type, a character set other than UTF-8, bytes that are not UTF-8, and anything compressed. `limit` is in
 * bytes; `parse` may throw a BadRequest.
 */
export function readText(
  type: string,
  limit: number,
  parse: (tekst: string) => unknown,
): RequestHandler<Record<string, string>> {
  // Whether the type fits was seen before.
  const readBytes = express.raw({ type: () => true, limit, inflate: false });
  return (req, res, next) => {
    // Sent on within the site: it was read where it came in.
    if (req.body !== undefined) return next();
    const fault = findFault(req as Request, type);
    if (fault) {
      // By this header a client knows that it is the compression alone (RFC 9110, 15.5.16).
      if (isCompressed(req as Request)) res.set('Accept-Encoding', 'identity');
      return next(fault);
    }
    readBytes(req, res, (error?: unknown) => {
      if (error) return next(error);
      const bytes = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
      takeTurn(bytes.length, () => {
        try {
          req.body = parse(decode(bytes));
          next();
        } catch (fault) {
          next(fault);
        }
      });
    });
  };
}

function decode(bytes: Buffer): string {
  const tekst = readUtf8(bytes);
  if (tekst === null) throw new BadRequest(400, 'De aanvraag bevat tekens die geen UTF-8 zijn.');
  return tekst;
}

function findFault(req: Request, type: string): BadRequest | null {
  const { 'content-length': length = '0', 'transfer-encoding': parts } = req.headers;
  if (isCompressed(req))
    return new BadRequest(415, 'Stuur de aanvraag zonder compressie (Content-Encoding).');
  if (length === '0' && parts === undefined) return null;
  if (!req.is(type))
    return new BadRequest(415, `De aanvraag heeft niet de juiste vorm. Stuur Content-Type: ${type}.`);
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(req.headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8' && charset.toLowerCase() !== 'utf8')
    return new BadRequest(415, 'Stuur de aanvraag in de tekenset UTF-8.');
  return null;
}

function isCompressed({ headers: { 'content-encoding': shape = 'identity' } }: Request): boolean {
  return shape.toLowerCase() !== 'identity';
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text of bytes; null when it is not UTF-8. */
export function readUtf8(bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
