import type { RequestHandler } from 'express';
import { toWho } from '../../http/asker.ts';
import type { Services } from '../../services.ts';
import { renderBusyPage } from '../busy-page.ts';

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
