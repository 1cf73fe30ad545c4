import { expect, it } from 'vitest';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { readLinks } from '../support/form-walker.ts';
import { send, startLiveServer } from '../support/live-server.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../support/test-app.ts';

const STAND = `?a=${createTestSeal().seal({ ...LOKAAL_VAST, ...toFitting('topx') })}`;
const READ = 'GET, HEAD, OPTIONS';
const BOTH = 'GET, HEAD, POST, OPTIONS';
const POST = 'POST, OPTIONS';
const app = createTestApp({ limits: SPACIOUS });
const ask = async (method: string, path: string) => send(await startLiveServer(app), method, path);

it.each([
  ['POST', '/', READ],
  ['DELETE', '/', READ],
  ['POST', `/advies${STAND}`, READ],
  ['PUT', '/overlegtafels/topx', READ],
  ['POST', '/zoeken', READ],
  ['POST', '/gezond', READ],
  ['DELETE', '/casus', BOTH],
  ['PATCH', '/klopt-niet', BOTH],
  ['DELETE', '/vragen/gemeente', BOTH],
  ['DELETE', '/verwijzen/topx', BOTH],
])('%s %s: it is there for %s', async (method, path, allow) => {
  const { status, headers, text } = await ask(method, path);
  expect(status).toBe(405);
  expect(headers.allow).toBe(allow);
  expect(headers['content-type']).toMatch('text/html');
  expect(text).toContain(`maar niet voor deze aanvraag (${method})`);
});

it.each([
  ['/casus/openen', '/casus'],
  ['/casus/bestand', '/casus'],
  ['/casus/vervolg', '/casus'],
  [`/verwijzen/topx/eml${STAND}`, `/verwijzen/topx${STAND}`],
])('GET %s leads to the form that is posted there', async (path, formulier) => {
  const { status, headers, text } = await ask('GET', path);
  expect(status).toBe(405);
  expect(headers.allow).toBe(POST);
  expect(text).toContain('alleen om een formulier naar te versturen');
  expect(readLinks(text)).toContain(formulier);
  expect((await ask('GET', formulier)).status).toBe(200);
});

it.each([
  ['/', READ],
  ['/gezond', READ],
  ['/casus/openen', POST],
])('OPTIONS %s says what it is there for', async (path, allow) => {
  const { status, headers } = await ask('OPTIONS', path);
  expect([204, 200]).toContain(status);
  expect(headers.allow).toContain(allow.replace(', OPTIONS', ''));
});

it.each([
  ['POST', '/bestaat-niet'],
  ['POST', '/overlegtafels/bestaat-niet'],
  ['DELETE', '/vragen/bestaat-niet'],
  ['GET', '/verwijzen/bestaat-niet/eml'],
  ['OPTIONS', '/bestaat-niet'],
])('%s %s is not there at all', async (method, path) => {
  const { status, headers } = await ask(method, path);
  expect(status).toBe(404);
  expect(headers.allow).toBeUndefined();
});
