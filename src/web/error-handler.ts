import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { PdfFailure } from '../domain/referral/paper-document.ts';
import type { Say } from '../domain/texts.ts';
import { BadRequest } from '../http/check-request.ts';
import { type Page, type RenderPage, sendPage } from './page.ts';
import { StandFault } from './stand-param.ts';

const CRUMBS = [{ tekst: 'Er ging iets mis' }];
const STATUSES: ReadonlySet<number> = new Set([403, 408, 413, 414, 429, 431]);

/** A page that says what went wrong, and its status. */
interface ErrorPage extends Pick<Page, 'template' | 'titel' | 'gevaar' | 'model'> {
  readonly status: number;
}

/** The page for an address that is not there. */
export function createNotFound(render: RenderPage): RequestHandler {
  return (req, res) =>
    sendError(req, res, render, {
      template: 'fout-404',
      titel: 'Deze pagina bestaat niet',
      model: {},
      status: 404,
    });
}

/** The page for everything that goes wrong: an unusable stand, a faulty request, or a fault of ours. */
export function createErrorHandler(render: RenderPage, say: Say): ErrorRequestHandler {
  return (error, req, res, _next) => {
    if (res.headersSent) {
      // Nothing else can be said; an answer that is not whole ends, so that nobody takes it for one.
      req.logError(error, 'fout na het begin van het antwoord');
      if (!res.writableEnded) res.destroy();
      return;
    }
    const page = toErrorPage(error, say);
    if (page.status === 500) req.logError(error, 'fout bij een aanvraag');
    try {
      sendError(req, res, render, page);
    } catch (oneMore) {
      // Without this Express would answer, without our headers.
      req.logError(oneMore, 'de pagina van een fout is niet gemaakt');
      res.status(500).type('text/plain').send('Er ging iets mis bij ons.\n');
    }
  };
}

function sendError(req: Request, res: Response, render: RenderPage, { status, ...page }: ErrorPage): void {
  const model = { ...page.model, nummer: req.id };
  sendPage(res, render, { ...page, model, kruimels: CRUMBS }, status);
}

function toErrorPage(error: unknown, say: Say): ErrorPage {
  if (error instanceof StandFault) {
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
      model: { melding: say(`pdf.${error.reden}`) },
      status: 503,
    };
  }
  const status = toStatus(error);
  if (status === 500)
    return { template: 'fout-500', titel: 'Er ging iets mis bij ons', gevaar: true, model: {}, status };
  return {
    template: 'fout-400',
    titel: TITLES[status] ?? 'Deze aanvraag klopt niet',
    gevaar: true,
    model: {
      kop: TITLES[status] ?? 'Deze aanvraag klopt niet',
      teGroot: status === 413,
      melding: error instanceof BadRequest ? error.message : null,
    },
    status,
  };
}

/** The status of an error: what the framework says of a faulty request, 500 for the rest. */
function toStatus(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status;
  if (typeof status !== 'number' || status < 400 || status >= 500) return 500;
  return STATUSES.has(status) ? status : 400;
}

const TITLES: Readonly<Record<number, string>> = {
  413: 'Uw tekst is te lang',
  429: 'Even wachten',
};
