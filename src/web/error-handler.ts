import type { ErrorRequestHandler, RequestHandler } from 'express';
import { PdfMislukt } from '../domain/ports/pakket-pdf.ts';
import { type RenderPagina, sendPagina } from './page.ts';
import { StandFout } from './stand-param.ts';

const KRUIMELS = [{ tekst: 'Start', href: '/' }, { tekst: 'Er ging iets mis' }];

/** The page for an address that is not there. */
export function createNotFound(render: RenderPagina): RequestHandler {
  return (_req, res) => {
    sendPagina(
      res,
      render,
      {
        template: 'fout-404',
        titel: 'Deze pagina bestaat niet',
        kruimels: KRUIMELS,
        model: {},
      },
      404,
    );
  };
}

/** The page for everything that goes wrong: an unusable stand, a faulty request, or a fault of ours. */
export function createErrorHandler(render: RenderPagina): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error);
    if (error instanceof StandFout) {
      const verlopen = error.reden === 'verlopen';
      return sendPagina(
        res,
        render,
        {
          template: 'fout-stand',
          titel: verlopen ? 'Uw antwoorden zijn verlopen' : 'Deze link werkt niet',
          kruimels: KRUIMELS,
          gevaar: true,
          model: { verlopen },
        },
        verlopen ? 410 : 400,
      );
    }
    if (error instanceof PdfMislukt) {
      const model = { melding: error.message };
      return sendPagina(
        res,
        render,
        { template: 'fout-503', titel: 'De pdf is niet gemaakt', kruimels: KRUIMELS, model },
        503,
      );
    }
    const status = toStatus(error);
    if (status >= 500) req.log.error({ err: error }, 'fout bij een aanvraag');
    sendPagina(
      res,
      render,
      {
        template: status < 500 ? 'fout-400' : 'fout-500',
        titel: toTitel(status),
        kruimels: KRUIMELS,
        gevaar: true,
        model: { teGroot: status === 413 },
      },
      status,
    );
  };
}

/** The status of an error: what the framework says of a faulty request, 500 for the rest. */
function toStatus(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status;
  if (status === 413 || status === 403) return status;
  return typeof status === 'number' && status >= 400 && status < 500 ? 400 : 500;
}

function toTitel(status: number): string {
  if (status === 413) return 'Uw tekst is te lang';
  return status < 500 ? 'Deze aanvraag klopt niet' : 'Er ging iets mis bij ons';
}
