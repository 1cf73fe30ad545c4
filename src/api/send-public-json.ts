import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { PUBLIC_HEADERS } from './public-headers.ts';

/** Sends what anyone may read and keep for five minutes; who has it already gets 304. */
export function sendPublicJson(res: Response, data: unknown): void {
  const json = JSON.stringify(data);
  // Weak: the same data may be sent compressed or not.
  const etag = `W/"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
  // Express compares the tag with If-None-Match when it sends.
  res
    .set({ ...PUBLIC_HEADERS, 'Cache-Control': 'public, max-age=300', ETag: etag })
    .type('application/json')
    .send(json);
}
