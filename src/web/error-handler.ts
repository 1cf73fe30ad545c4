import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { SendPage } from './page.ts';
import { StandFout } from './stand-param.ts';

const KRUIMELS = [{ tekst: 'Start', href: '/' }, { tekst: 'Er ging iets mis' }];

/** The page for an address that is not there. */
export function createNotFound(sendPage: SendPage): RequestHandler {
  return (req, res) => {
    sendPage(req, res, {
      template: 'fout-404',
      titel: 'Deze pagina bestaat niet',
      status: 404,
      kruimels: KRUIMELS,
      model: {},
    });
  };
}

/** The page for everything that goes wrong: an unusable stand, a faulty request, or a fault of ours. */
export function createErrorHandler(sendPage: SendPage): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error);
    if (error instanceof StandFout) {
      const verlopen = error.reden === 'verlopen';
      return sendPage(req, res, {
        template: 'fout-stand',
        titel: verlopen ? 'Uw antwoorden zijn verlopen' : 'Deze link werkt niet',
        status: verlopen ? 410 : 400,
        kruimels: KRUIMELS,
        gevaar: true,
        model: { verlopen },
      });
    }
    const status = toStatus(error);
    if (status >= 500) req.log.error({ err: error }, 'fout bij een aanvraag');
    sendPage(req, res, {
      template: status < 500 ? 'fout-400' : 'fout-500',
      titel: status < 500 ? 'Deze aanvraag klopt niet' : 'Er ging iets mis bij ons',
      status,
      kruimels: KRUIMELS,
      gevaar: true,
      model: { teGroot: status === 413 },
    });
  };
}

/** The status of an error: what the framework says of a faulty request, 500 for the rest. */
function toStatus(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status;
  if (status === 413) return 413;
  return typeof status === 'number' && status >= 400 && status < 500 ? 400 : 500;
}
