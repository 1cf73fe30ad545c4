import { API_VERSION } from './version.ts';

/** Headers of everything that anyone may read: any site may use it, and see which version it is. */
export const PUBLIC_HEADERS = {
  'API-Version': API_VERSION,
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'API-Version, ETag',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;
