import type { RequestHandler } from 'express';
import { toWho } from '../http/rate-limit.ts';
import type { Services } from '../services.ts';

/** The page for who sends a form when there are too many requests: made once, since it is for when nothing more can be made. */
export function renderBusyPage({ render, say }: Pick<Services, 'render' | 'say'>): Buffer {
  const titel = say('fout.druk');
  const kruimels = [{ tekst: say('fout.kruimel') }];
  return Buffer.from(render('', { template: 'fout-503', titel, kruimels, model: { gepost: true } }));
}

/** In seconds: a queue that is full takes a few seconds to be made. */
const WAIT = 5;

/**
 * Refuses who asks for a PDF when there is no room for it, before anything is checked or composed: that would cost as much
 * as a page each time. The page says where the text is that was typed, and how to send it again.
 */
export function createRefuseWhenFull({
  hasPdfRoom,
  ...site
}: Pick<Services, 'hasPdfRoom' | 'render' | 'say'>): RequestHandler {
  const page = renderBusyPage(site);
  return (req, res, next) => {
    if (hasPdfRoom(toWho(req))) return next();
    res.status(503).set('Retry-After', String(WAIT)).set('Cache-Control', 'no-store').type('html').send(page);
  };
}
