import type { Request, Response } from 'express';

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
