import type { Response } from 'express';
import { toEtag } from '../http/published/published-file.ts';
import { PUBLIC_HEADERS } from './headers.ts';

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
