import { Router } from 'express';
import { type PublishedFile, publish } from '../../published/published-file.ts';
import { sendPublished } from '../../published/serve-published.ts';
import type { WebDeps } from '../deps.ts';
import { composeGids } from './compose-gids.ts';
import { GIDS } from './to-gids-page.ts';

/** The hand-out as a PDF: made when somebody first asks for it, and kept, since it is the same for everyone. */
export function createGuideRouter({
  content,
  baseUrl,
  now,
  writePapier,
}: Pick<WebDeps, 'content' | 'baseUrl' | 'now' | 'writePapier'>): Router {
  const gids = composeGids(content, baseUrl, now());
  let gemaakt: Promise<PublishedFile> | null = null;
  const make = async () =>
    publish(await writePapier(gids), 'application/pdf', 'public, max-age=300', {
      'Content-Disposition': 'inline; filename="wegwijzer-overlegtafels-twente.pdf"',
    });

  const router = Router({ strict: true, caseSensitive: true });
  router.get(`${GIDS.pad}.pdf`, async (req, res) => {
    // A failure is not kept: the next visitor may be luckier.
    gemaakt ??= make().catch((error: unknown) => {
      gemaakt = null;
      throw error;
    });
    sendPublished(req, res, await gemaakt);
  });
  return router;
}
