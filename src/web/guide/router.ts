import type { RequestHandler } from 'express';
import { createPublication } from '../../http/published/publication.ts';
import { publish } from '../../http/published/published-file.ts';
import { servePublished } from '../../http/published/serve-published.ts';
import type { Services } from '../../services.ts';
import { composeGuide } from './compose-guide.ts';
import { GUIDE_PATH } from './to-guide-page.ts';

/** The hand-out as a PDF: made when somebody first asks for it on a day, and kept, since it is the same for everyone. */
export function createGuideRouter({
  content,
  say,
  baseUrl,
  today,
  writePdf,
}: Pick<Services, 'content' | 'say' | 'baseUrl' | 'today' | 'writePdf'>): RequestHandler {
  const make = async (day: Date) =>
    publish(await writePdf(composeGuide(say, content, baseUrl, day)), 'application/pdf', 'no-cache', {
      'Content-Disposition': 'inline; filename="wegwijzer-overlegtafels-twente.pdf"',
    });
  return servePublished(createPublication([[`${GUIDE_PATH}.pdf`, make]], today));
}
