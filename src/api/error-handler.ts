import type { ErrorRequestHandler } from 'express';
import { PdfFailure } from '../domain/referral/paper-document.ts';
import type { Say } from '../domain/texts.ts';
import { BadRequest } from '../http/check-request.ts';
import { sendProblem } from './problem.ts';
import { setHeaders } from './public-answers.ts';

/** Problem details for everything that goes wrong below the API: a faulty request, or a fault of ours. */
export function createApiErrorHandler(say: Say): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error);
    setHeaders(req, res);
    if (error instanceof BadRequest) return sendProblem(res, say, error.status, error.message);
    if (error instanceof PdfFailure) return sendProblem(res, say, 503, say(`pdf.${error.reden}`));
    const { status, limit } = error as { status?: unknown; limit?: unknown };
    if (status === 413) return sendProblem(res, say, 413, say('api.te-groot', { hoogstens: String(limit) }));
    if (typeof status === 'number' && status >= 400 && status < 500)
      return sendProblem(res, say, 400, say('api.niet-te-lezen'));
    req.logError(error, 'fout bij een aanvraag');
    sendProblem(res, say, 500, say('api.fout'));
  };
}

/** The lists of which one thing has an address of its own, below /api/v1. */
const LISTS: ReadonlySet<string> = new Set([
  '/overlegtafels',
  '/gemeenten',
  '/hsds/services',
  '/hsds/organizations',
]);
/** The most of an id that an answer repeats, in characters. */
const MAX_ID = 100;

/** Says what is not there, at an address below /api/v1 that can be decoded: an id of a list, with that list, or the address. */
export function toNotFound(say: Say, path: string): string {
  const end = path.lastIndexOf('/');
  const [list, id] = [path.slice(0, end), decodeURIComponent(path.slice(end + 1))];
  return id !== '' && LISTS.has(list)
    ? say('api.onbekend-id', { id: id.slice(0, MAX_ID), lijst: `/api/v1${list}` })
    : say('api.niet-gevonden');
}
