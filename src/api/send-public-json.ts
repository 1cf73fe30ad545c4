import type { Response } from 'express';
import { toEtag } from '../published/published-file.ts';
import { PUBLIC_HEADERS } from './public-headers.ts';

/** Sends what anyone may read and keep for five minutes; who has it already gets 304. */
export function sendPublicJson(res: Response, data: unknown): void {
  const json = JSON.stringify(data);
  // Express compares the tag with If-None-Match when it sends.
  res
    .set({ ...PUBLIC_HEADERS, 'Cache-Control': 'public, max-age=300', ETag: toEtag(json) })
    .type('application/json')
    .send(json);
}
