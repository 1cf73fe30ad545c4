import express, { type Request, type RequestHandler } from 'express';
import { AanvraagFout } from './check-request.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a body of one type into `req.body`, as what `parse` makes of its text; no body is an empty text. Refuses
 * another type, a character set other than UTF-8, bytes that are not UTF-8, and anything compressed. `limit` is in
 * bytes; `parse` may throw an AanvraagFout.
 */
export function readText(
  type: string,
  limit: number,
  parse: (tekst: string) => unknown,
): RequestHandler<Record<string, string>> {
  // Whether the type fits was seen before.
  const readBytes = express.raw({ type: () => true, limit, inflate: false });
  return (req, res, next) => {
    const fout = findFout(req as Request, type);
    if (fout) return next(fout);
    readBytes(req, res, (error?: unknown) => {
      if (error) return next(error);
      try {
        req.body = parse(Buffer.isBuffer(req.body) ? decode(req.body) : '');
        next();
      } catch (fout) {
        next(fout);
      }
    });
  };
}

function decode(bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new AanvraagFout(400, 'De aanvraag bevat tekens die geen UTF-8 zijn.');
  }
}

function findFout(req: Request, type: string): AanvraagFout | null {
  const {
    'content-length': lengte = '0',
    'transfer-encoding': delen,
    'content-encoding': vorm,
  } = req.headers;
  if (vorm !== undefined && vorm !== 'identity')
    return new AanvraagFout(400, 'Stuur de aanvraag zonder compressie (Content-Encoding).');
  if (lengte === '0' && delen === undefined) return null;
  if (!req.is(type))
    return new AanvraagFout(400, `De aanvraag heeft niet de juiste vorm. Stuur Content-Type: ${type}.`);
  const tekenset = /charset\s*=\s*"?([^\s";]+)/i.exec(req.headers['content-type'] ?? '')?.[1];
  if (tekenset !== undefined && tekenset.toLowerCase() !== 'utf-8' && tekenset.toLowerCase() !== 'utf8')
    return new AanvraagFout(400, 'Stuur de aanvraag in de tekenset UTF-8.');
  return null;
}
