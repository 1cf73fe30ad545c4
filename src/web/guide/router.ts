import { createHash } from 'node:crypto';
import { Router } from 'express';
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
  let gemaakt: Promise<{ pdf: Buffer; etag: string }> | null = null;
  const make = async () => {
    const pdf = await writePapier(gids);
    return { pdf, etag: `"${createHash('sha256').update(pdf).digest('base64url').slice(0, 22)}"` };
  };

  const router = Router({ strict: true, caseSensitive: true });
  router.get(`${GIDS.pad}.pdf`, async (req, res) => {
    // A failure is not kept: the next visitor may be luckier.
    gemaakt ??= make().catch((error: unknown) => {
      gemaakt = null;
      throw error;
    });
    const { pdf, etag } = await gemaakt;
    res.set({
      ETag: etag,
      'Cache-Control': 'public, max-age=300',
      'Content-Disposition': 'inline; filename="wegwijzer-overlegtafels-twente.pdf"',
    });
    if (req.fresh) {
      res.status(304).end();
      return;
    }
    res.type('application/pdf').send(pdf);
  });
  return router;
}
