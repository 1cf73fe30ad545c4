import type { RequestListener } from 'node:http';
import supertest from 'supertest';
import { createHttpServer } from '../../src/http/http-server.ts';
import { createSecurityHeaders } from '../../src/http/security-headers.ts';
import { BASE_URL } from './test-site.ts';

/** Asks an app as it is served: by the real server around it, which sets the headers that every response has. */
export function request(app: RequestListener) {
  return supertest(createHttpServer(app, { headers: createSecurityHeaders(BASE_URL) }));
}
