import type { ErrorRequestHandler } from 'express';
import { PdfFailure } from '../domain/referral/paper-document.ts';
import { BadRequest } from '../http/check-request.ts';
import { sendProblem } from './problem.ts';
import { API_VERSION, PUBLIC_HEADERS } from './send-public-json.ts';

/** Problem details for everything that goes wrong below the API: a faulty request, or a fault of ours. */
export const handleApiError: ErrorRequestHandler = (error, req, res, next) => {
  if (res.headersSent) return next(error);
  res.set(req.method === 'POST' ? { 'API-Version': API_VERSION } : PUBLIC_HEADERS);
  if (error instanceof BadRequest) return sendProblem(res, error.status, error.message);
  if (error instanceof PdfFailure) return sendProblem(res, 503, error.message);
  const { status, limit } = error as { status?: unknown; limit?: unknown };
  if (status === 413) return sendProblem(res, 413, `De aanvraag is te groot: hoogstens ${limit} bytes.`);
  if (typeof status === 'number' && status >= 400 && status < 500)
    return sendProblem(res, 400, 'De aanvraag is niet te lezen.');
  req.logError(error, 'fout bij een aanvraag');
  sendProblem(res, 500, 'Probeer het over een paar minuten opnieuw.');
};
