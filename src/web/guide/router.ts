import type { RequestHandler } from 'express';
import { createPublication } from '../../published/publication.ts';
import { publish } from '../../published/published-file.ts';
import { servePublished } from '../../published/serve-published.ts';
import type { WebDeps } from '../deps.ts';
import { composeGids } from './compose-gids.ts';
import { GIDS } from './to-gids-page.ts';

/** The hand-out as a PDF: made when somebody first asks for it, and kept, since it is the same for everyone. */
export function createGuideRouter({
  content,
  baseUrl,
  now,
  writePapier,
}: Pick<WebDeps, 'content' | 'baseUrl' | 'now' | 'writePapier'>): RequestHandler {
  const start = now();
  const make = async () =>
    publish(
      await writePapier(composeGids(content, baseUrl, start)),
      'application/pdf',
      'public, max-age=300',
      {
        'Content-Disposition': 'inline; filename="wegwijzer-overlegtafels-twente.pdf"',
      },
    );
  return servePublished(createPublication([[`${GIDS.pad}.pdf`, make]]));
}
