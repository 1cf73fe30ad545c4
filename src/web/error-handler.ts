import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { StorageFailure } from '../domain/storage-failure.ts';
import type { Say } from '../domain/texts.ts';
import { BadRequest } from '../http/check-request.ts';
import { setAddress } from '../http/request-log.ts';
import type { Services } from '../services.ts';
import type { createFindOtherMethods, OtherMethods } from './known-addresses.ts';
import { type Page, type RenderPage, sendPage } from './page.ts';
import { StandFault } from './stand-param.ts';

const STATUSES: ReadonlySet<number> = new Set([403, 408, 413, 414, 415, 429, 431]);

/** What goes by itself: the same form, sent again a little later, may well be taken. */
const PASSING: ReadonlySet<number> = new Set([408, 429, 500, 503]);

/** A page that says what went wrong, and its status. */
interface ErrorPage extends Pick<Page, 'template' | 'titel' | 'model'> {
  readonly status: number;
}

/** The page for an address that is not there, or is there for other methods only. */
export function createNotFound(
  render: RenderPage,
  say: Say,
  findOtherMethods: ReturnType<typeof createFindOtherMethods>,
): RequestHandler {
  return (req, res) => {
    const other = findOtherMethods(req.path, req.method);
    if (other) {
      setAddress(req, req.path);
      res.set('Allow', other.allow.join(', '));
      if (req.method === 'OPTIONS') return void res.status(204).end();
      return sendError(req, res, { render, say }, toMethodPage(say, req, other));
    }
    sendError(
      req,
      res,
      { render, say },
      {
        template: 'fout-404',
        titel: say('fout.niet-gevonden'),
        model: {},
        status: 404,
      },
    );
  };
}

function toMethodPage(say: Say, { method, url }: Request, { formulier }: OtherMethods): ErrorPage {
  const kop = say('fout.aanvraag');
  const query = url.indexOf('?');
  return {
    template: 'fout-400',
    titel: kop,
    model: {
      kop,
      melding: formulier === null ? say('fout.methode', { methode: method }) : say('fout.alleen-formulier'),
      // With the answers, where the address has them.
      formulier: formulier && (query < 0 ? formulier : formulier + url.slice(query)),
    },
    status: 405,
  };
}

/** The page for everything that goes wrong: an unusable stand, a faulty request, or a fault of ours. */
export function createErrorHandler(renderAt: RenderPage, say: Say): ErrorRequestHandler {
  // A limit or check before the routes does not know which addresses hold a token, and the footer names that of its page.
  const render: RenderPage = (_path, page) => renderAt('/', page);
  return (error, req, res, _next) => {
    if (res.headersSent) {
      // Nothing else can be said; an answer that is not whole ends, so that nobody takes it for one.
      req.logError(error, 'fout na het begin van het antwoord');
      if (!res.writableEnded) res.destroy();
      return;
    }
    const page = toErrorPage(say, error);
    if (page.status === 500) req.logError(error, 'fout bij een aanvraag');
    try {
      sendError(req, res, { render, say }, page);
    } catch (oneMore) {
      // Without this Express would answer, without our headers.
      req.logError(oneMore, 'de pagina van een fout is niet gemaakt');
      res.status(500).type('text/plain').send('Er ging iets mis bij ons. Direct gevaar? Bel 112.\n');
    }
  };
}

/** What is said to who comes too often. */
export function toTooOften(say: Say): (minutes: number) => string {
  return (minuten) => (minuten > 1 ? say('fout.te-vaak', { minuten }) : say('fout.te-vaak-minuut'));
}

function sendError(
  req: Request,
  res: Response,
  { render, say }: Pick<Services, 'render' | 'say'>,
  { status, ...page }: ErrorPage,
): void {
  // Whoever sent a form reads where its text is now.
  const model = {
    ...page.model,
    gepost: req.method === 'POST',
    blijvend: !PASSING.has(status),
    nummer: req.id,
  };
  sendPage(res, render, { ...page, model, kruimels: [{ tekst: say('fout.kruimel') }] }, status);
}

function toErrorPage(say: Say, error: unknown): ErrorPage {
  if (error instanceof StandFault) {
    const verlopen = error.reden === 'verlopen';
    return {
      template: 'fout-stand',
      titel: say(verlopen ? 'fout.verlopen' : 'fout.link'),
      model: { verlopen },
      status: verlopen ? 410 : 400,
    };
  }
  const status = toStatus(error);
  if (status === 500) return { template: 'fout-500', titel: say('fout.bij-ons'), model: {}, status };
  const titel = say(TITLES[status] ?? 'fout.aanvraag');
  return {
    template: 'fout-400',
    titel,
    model: {
      kop: titel,
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

const TITLES: Readonly<Record<number, 'fout.te-lang' | 'fout.wachten'>> = {
  413: 'fout.te-lang',
  429: 'fout.wachten',
};

/** Logs that something could not be kept or read, so that the page can say so. @throws whatever else went wrong. */
export function logStorageFailure(req: Request, error: unknown, wat: string): void {
  if (!(error instanceof StorageFailure)) throw error;
  req.logError(error, wat);
}
