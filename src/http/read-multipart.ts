import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import express, { type RequestHandler } from 'express';
import { BadRequest } from './check-request.ts';

/** A form with files, as `req.body`: its fields, and per file of the given name its bytes. */
export interface Upload {
  readonly velden: URLSearchParams;
  readonly bestanden: readonly Buffer[];
}

interface Limits {
  /** In bytes, of the whole body. */
  readonly body: number;
  readonly files: number;
  readonly fields: number;
}

/**
 * Reads a form with files (multipart/form-data) into `req.body`: files of the field `name` only, and not one that was
 * left empty. All of it stays in memory, and nothing touches the disk.
 */
export function readMultipart(name: string, limits: Limits): RequestHandler<Record<string, string>> {
  const readBytes = express.raw({ type: 'multipart/form-data', limit: limits.body, inflate: false });
  return (req, res, next) => {
    readBytes(req, res, (error?: unknown) => {
      if (error) return next(error);
      if (!Buffer.isBuffer(req.body)) return next(new BadRequest(400, NO_FORM));
      parse(req.headers as BusboyHeaders, req.body, name, limits).then((upload) => {
        req.body = upload;
        next();
      }, next);
    });
  };
}

const NO_FORM = 'De aanvraag heeft niet de juiste vorm. Stuur Content-Type: multipart/form-data.';

const UNREADABLE = 'Het formulier is niet te lezen.';

function parse(headers: BusboyHeaders, body: Buffer, name: string, limits: Limits): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const refuse = (message: string) => reject(new BadRequest(400, message));
    const { files, fields, body: fieldSize } = limits;
    const velden = new URLSearchParams();
    const bestanden: Buffer[] = [];
    try {
      const busboy = new Busboy({
        headers,
        // What is beyond the body was refused already; a part has a handful of headers.
        limits: { files, fields, parts: files + fields, fieldSize, fileSize: fieldSize, headerPairs: 20 },
      });
      busboy.on('file', (field, stream, filename) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        // A file that ends too early says so here, and who does not listen ends the process.
        stream.on('error', () => refuse(UNREADABLE));
        stream.on('end', () => {
          if (field === name && (filename || parts.length > 0)) bestanden.push(Buffer.concat(parts));
        });
      });
      busboy.on('field', (field, value) => velden.append(field, value));
      for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
        busboy.on(limit, () =>
          refuse(`Het formulier heeft te veel onderdelen: hoogstens ${files + fields}.`),
        );
      busboy.on('error', () => refuse(UNREADABLE));
      busboy.on('finish', () => resolve({ velden, bestanden }));
      busboy.end(body);
    } catch {
      refuse(NO_FORM);
    }
  });
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text of a file; null when it is not UTF-8. */
export function readUtf8(bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
