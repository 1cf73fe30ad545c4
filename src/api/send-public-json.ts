import type { Response } from 'express';
import { toEtag } from '../http/published/published-file.ts';
import { PUBLIC_HEADERS } from './headers.ts';

/** Sends what anyone may read; who has it already asks whether it is still so, and gets 304. */
export function sendPublicJson(res: Response, data: unknown): void {
  const json = JSON.stringify(data);
  // Express compares the tag with If-None-Match when it sends.
  res
    .set({ ...PUBLIC_HEADERS, 'Cache-Control': 'no-cache', ETag: toEtag(json) })
    .type('application/json')
    .send(json);
}
