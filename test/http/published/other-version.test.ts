import express from 'express';
import { describe, expect, it } from 'vitest';
import { createPublication } from '../../../src/http/published/publication.ts';
import { publish } from '../../../src/http/published/published-file.ts';
import { serveOtherVersion } from '../../../src/http/published/serve-published.ts';
import { request } from '../../support/request.ts';

const OURS = '/static/site.0123456789.css';
const app = express();
app.get(
  '/static/:naam',
  serveOtherVersion(
    createPublication(
      [
        [OURS, publish(Buffer.from('p{}'), 'text/css; charset=utf-8', 'public, immutable')],
        ['/static/los.css', publish(Buffer.from('q{}'), 'text/css; charset=utf-8', 'public')],
      ],
      () => new Date(0),
    ),
  ),
);

describe('a file of another version', () => {
  it('is the one of this version, which nobody keeps under that name', async () => {
    const { text, headers } = await request(app).get('/static/site.fedcba9876.css').expect(200);
    expect(text).toBe('p{}');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'text/css; charset=utf-8' });
  });

  it.each([
    '/static/other.fedcba9876.css',
    '/static/site.fedcba9876.js',
    '/static/site.fedcba987.css',
    '/static/site.fedcba987G.css',
    '/static/site.css',
    '/static/constructor.fedcba9876.css',
    '/static/los.fedcba9876.css',
  ])('is not there when this version has none: %s', async (path) => {
    await request(app).get(path).expect(404);
  });
});
