import type { Response } from 'express';
import { toEtag } from '../http/published/published-file.ts';

/** Sends what anyone may read; who has it already asks whether it is still so, and gets 304. */
export function sendPublicJson(res: Response, data: unknown): void {
  const json = JSON.stringify(data);
  // Express compares the tag with If-None-Match when it sends.
  res
    .set({ ...PUBLIC_HEADERS, 'Cache-Control': 'no-cache', ETag: toEtag(json) })
    .type('application/json')
    .send(json);
}

/** The version of the API, in the header of every answer and in the OpenAPI document. */
export const API_VERSION = '1.0.0';

/** Headers of everything that anyone may read: any site may use it, and see which version it is. */
export const PUBLIC_HEADERS = {
  'API-Version': API_VERSION,
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'API-Version, ETag',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;
