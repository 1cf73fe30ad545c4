import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { PdfFailure } from '../domain/referral/paper-document.ts';
import { AanvraagFout } from '../http/check-request.ts';
import { type Pagina, type RenderPagina, sendPagina } from './page.ts';
import { StandFout } from './stand-param.ts';

const KRUIMELS = [{ tekst: 'Er ging iets mis' }];
const STATUSSEN: ReadonlySet<number> = new Set([403, 408, 413, 414, 429, 431]);

/** A page that says what went wrong, and its status. */
interface FoutPagina extends Pick<Pagina, 'template' | 'titel' | 'gevaar' | 'model'> {
  readonly status: number;
}

/** The page for an address that is not there. */
export function createNotFound(render: RenderPagina): RequestHandler {
  return (req, res) =>
    sendFout(req, res, render, {
      template: 'fout-404',
      titel: 'Deze pagina bestaat niet',
      model: {},
      status: 404,
    });
}

/** The page for everything that goes wrong: an unusable stand, a faulty request, or a fault of ours. */
export function createErrorHandler(render: RenderPagina): ErrorRequestHandler {
  return (error, req, res, _next) => {
    if (res.headersSent) {
      // Nothing else can be said; an answer that is not whole ends, so that nobody takes it for one.
      req.logFout(error, 'fout na het begin van het antwoord');
      if (!res.writableEnded) res.destroy();
      return;
    }
    const pagina = toFoutPagina(error);
    if (pagina.status === 500) req.logFout(error, 'fout bij een aanvraag');
    try {
      sendFout(req, res, render, pagina);
    } catch (nogEen) {
      // Without this Express would answer, without our headers.
      req.logFout(nogEen, 'de pagina van een fout is niet gemaakt');
      res.status(500).type('text/plain').send('Er ging iets mis bij ons.\n');
    }
  };
}

function sendFout(
  req: Request,
  res: Response,
  render: RenderPagina,
  { status, ...pagina }: FoutPagina,
): void {
  const model = { ...pagina.model, nummer: req.id };
  sendPagina(res, render, { ...pagina, model, kruimels: KRUIMELS }, status);
}

function toFoutPagina(error: unknown): FoutPagina {
  if (error instanceof StandFout) {
    const verlopen = error.reden === 'verlopen';
    return {
      template: 'fout-stand',
      titel: verlopen ? 'Uw antwoorden zijn verlopen' : 'Deze link werkt niet',
      gevaar: true,
      model: { verlopen },
      status: verlopen ? 410 : 400,
    };
  }
  if (error instanceof PdfFailure) {
    return {
      template: 'fout-503',
      titel: 'De pdf is niet gemaakt',
      model: { melding: error.message },
      status: 503,
    };
  }
  const status = toStatus(error);
  if (status === 500)
    return { template: 'fout-500', titel: 'Er ging iets mis bij ons', gevaar: true, model: {}, status };
  return {
    template: 'fout-400',
    titel: TITELS[status] ?? 'Deze aanvraag klopt niet',
    gevaar: true,
    model: {
      kop: TITELS[status] ?? 'Deze aanvraag klopt niet',
      teGroot: status === 413,
      melding: error instanceof AanvraagFout ? error.message : null,
    },
    status,
  };
}

/** The status of an error: what the framework says of a faulty request, 500 for the rest. */
function toStatus(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status;
  if (typeof status !== 'number' || status < 400 || status >= 500) return 500;
  return STATUSSEN.has(status) ? status : 400;
}

const TITELS: Readonly<Record<number, string>> = {
  413: 'Uw tekst is te lang',
  429: 'Even wachten',
};
