import type { Request, Response } from 'express';
import { toEtag } from '../http/published/published-file.ts';

/** The version of the API, in the header of every answer and in the OpenAPI document. */
export const API_VERSION = '1.0.0';

/** Headers of everything that anyone may read: any site may use it, and see which version it is. */
export const PUBLIC_HEADERS = {
  'API-Version': API_VERSION,
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'API-Version, ETag',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;

/** Sets the headers of an answer, also of one that refuses: what is posted is not for any site. */
export function setHeaders({ method }: Request, res: Response): void {
  res.set(method === 'POST' ? { 'API-Version': API_VERSION } : PUBLIC_HEADERS);
}

/** Sends what anyone may read; who has it already asks whether it is still so, and gets 304. */
export function sendPublicJson(res: Response, data: unknown): void {
  send(res, 'application/json', JSON.stringify(data));
}

/** The type of JSON with one thing a line. */
export const NDJSON = 'application/x-ndjson';

/** The same for a list, one thing a line. */
export function sendPublicLines(res: Response, list: readonly object[]): void {
  send(res, NDJSON, list.map((thing) => `${JSON.stringify(thing)}\n`).join(''));
}

function send(res: Response, type: string, body: string): void {
  // Express compares the tag with If-None-Match when it sends.
  res
    .set({ ...PUBLIC_HEADERS, 'Cache-Control': 'no-cache', ETag: toEtag(body) })
    .type(type)
    .send(body);
}
