import type { RequestHandler } from 'express';
import { createPublication } from '../../http/published/publication.ts';
import { publish } from '../../http/published/published-file.ts';
import { servePublished } from '../../http/published/serve-published.ts';
import type { WebDeps } from '../deps.ts';
import { composeGids } from './compose-guide.ts';
import { GIDS } from './to-guide-page.ts';

/** The hand-out as a PDF: made when somebody first asks for it on a day, and kept, since it is the same for everyone. */
export function createGuideRouter({
  content,
  baseUrl,
  today,
  writePapier,
}: Pick<WebDeps, 'content' | 'baseUrl' | 'today' | 'writePapier'>): RequestHandler {
  const make = async (day: Date) =>
    publish(await writePapier(composeGids(content, baseUrl, day)), 'application/pdf', 'public, max-age=300', {
      'Content-Disposition': 'inline; filename="wegwijzer-overlegtafels-twente.pdf"',
    });
  return servePublished(createPublication([[`${GIDS.pad}.pdf`, make]], today));
}
