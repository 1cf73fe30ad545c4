import { expect, it } from 'vitest';
import { request } from '../support/request.ts';
import { createTestApp } from '../support/test-app.ts';
import { BASE_URL } from '../support/test-site.ts';

const app = createTestApp();
const PATHS = ['/vragen', '/advies', '/overlegtafels/topx/toets', '/overlegtafels/mobiel-p10-team'];

it.each(PATHS)(
  '%s sends on to a whole address who came by it, and leaves others where they are',
  async (path) => {
    const { host } = new URL(BASE_URL);
    const ours = await request(app).get(path).set('Host', host);
    const other = await request(app).get(path).set('Host', 'elders.example');
    if (ours.status === 404 || ours.status === 200) throw new Error(`${path} sends nobody on.`);
    expect(ours.headers.location).toMatch(new RegExp(`^${BASE_URL}/`));
    expect(other.headers.location).toMatch(/^\//);
  },
);
