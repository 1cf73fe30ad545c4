import type { RequestHandler } from 'express';
import { createPublication } from '../../http/published/publication.ts';
import { publish } from '../../http/published/published-file.ts';
import { servePublished } from '../../http/published/serve-published.ts';
import type { WebDeps } from '../deps.ts';
import { composeGuide } from './compose-guide.ts';
import { GUIDE } from './to-guide-page.ts';

/** The hand-out as a PDF: made when somebody first asks for it on a day, and kept, since it is the same for everyone. */
export function createGuideRouter({
  content,
  baseUrl,
  today,
  writePaper,
}: Pick<WebDeps, 'content' | 'baseUrl' | 'today' | 'writePaper'>): RequestHandler {
  const make = async (day: Date) =>
    publish(await writePaper(composeGuide(content, baseUrl, day)), 'application/pdf', 'public, max-age=300', {
      'Content-Disposition': 'inline; filename="wegwijzer-overlegtafels-twente.pdf"',
    });
  return servePublished(createPublication([[`${GUIDE.pad}.pdf`, make]], today));
}
