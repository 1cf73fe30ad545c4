import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import type { Request, RequestHandler } from 'express';
import { BadRequest } from './check-request.ts';
import { takeTurn } from './take-turns.ts';

/** A form with files, as `req.body`: its fields, and per file of the given name its bytes. */
export interface Upload {
  readonly velden: URLSearchParams;
  readonly bestanden: readonly Buffer[];
  /** One of the files is larger than is read: what it holds beyond that is gone. */
  readonly teGroot: boolean;
}

interface Limits {
  /** In bytes, of the whole body: what is beyond the other limits is dropped as it comes, so that the fields are kept. */
  readonly body: number;
  /** In bytes, of one part. */
  readonly part: number;
  /** In characters, of all fields together, names included: those are kept. */
  readonly text: number;
  readonly files: number;
  readonly fields: number;
}

/**
 * Reads a form with files (multipart/form-data) into `req.body`: files of the field `name` only, and not one that was
 * left empty. What is kept stays in memory, and nothing touches the disk.
 */
export function readMultipart(name: string, limits: Limits): RequestHandler<Record<string, string>> {
  return (req, _res, next) => {
    // Sent on within the site: it was read where it came in.
    if (req.body !== undefined) return next();
    const length = Number(req.headers['content-length'] ?? 0);
    if (!req.is('multipart/form-data')) return next(new BadRequest(415, NO_FORM));
    // Its bytes are dropped by Node after the answer.
    if (length > limits.body) return next(new BadRequest(413, TOO_LARGE));
    parse(req as Request, name, limits).then(
      (upload) => {
        const bytes = upload.bestanden.reduce((sum, { length }) => sum + length, 0);
        takeTurn(bytes, () => {
          req.body = upload;
          next();
        });
      },
      (fault) => {
        req.unpipe();
        req.resume();
        next(fault);
      },
    );
  };
}

const NO_FORM = 'De aanvraag heeft niet de juiste vorm. Stuur Content-Type: multipart/form-data.';
const FORM_TOO_LARGE = 'Het formulier is te groot.';
const TOO_LARGE = 'Dit bestand is te groot.';

const UNREADABLE = 'Het formulier is niet te lezen.';

/** In bytes: more than a socket gives at once. Of a part that the parser drops, less would make the rest wait for ever. */
const HIGH_WATER = 1_000_000;

function parse(req: Request, name: string, limits: Limits): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const refuse = (message: string) => reject(new BadRequest(400, message));
    const { files, fields, part } = limits;
    const velden = new URLSearchParams();
    const bestanden: Buffer[] = [];
    let teGroot = false;
    try {
      const busboy = new Busboy({
        headers: req.headers as BusboyHeaders,
        fileHwm: HIGH_WATER,
        // A part has a handful of headers.
        limits: { files, fields, parts: files + fields, fieldSize: part, fileSize: part, headerPairs: 20 },
      });
      busboy.on('file', (field, stream, filename) => {
        const parts: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => parts.push(chunk));
        stream.on('limit', () => {
          teGroot = true;
        });
        // A file that ends too early says so here, and who does not listen ends the process.
        stream.on('error', () => refuse(UNREADABLE));
        stream.on('end', () => {
          if (field === name && (filename || parts.length > 0)) bestanden.push(Buffer.concat(parts));
        });
      });
      let kept = 0;
      // A part can come without a name: nobody asks for it, and nothing may be read of that name.
      busboy.on('field', (field: string | undefined, value, _nameTruncated, isTruncated) => {
        if (field === undefined) return;
        kept += field.length + value.length;
        if (kept > limits.text || isTruncated) reject(new BadRequest(413, FORM_TOO_LARGE));
        else velden.append(field, value);
      });
      busboy.on('filesLimit', () => refuse(`Dit zijn te veel bestanden: kies er hoogstens ${files}.`));
      for (const limit of ['partsLimit', 'fieldsLimit'] as const)
        busboy.on(limit, () =>
          refuse(`Het formulier heeft te veel onderdelen: hoogstens ${files + fields}.`),
        );
      busboy.on('error', () => refuse(UNREADABLE));
      busboy.on('finish', () => resolve({ velden, bestanden, teGroot }));
      req.once('aborted', () => refuse(UNREADABLE));
      let size = 0;
      req.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > limits.body) reject(new BadRequest(413, TOO_LARGE));
      });
      req.pipe(busboy);
    } catch {
      refuse(NO_FORM);
    }
  });
}
