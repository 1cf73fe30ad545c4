import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SEED } from '../support/arbitrary-antwoorden.ts';
import { brokenFiles, brokenSealed, soundFiles } from '../support/broken-casus.ts';
import { send, startLiveServer } from '../support/live-server.ts';
import { chooseShare } from '../support/long-form.ts';
import { MULTIPART, toMultipart } from '../support/multipart.ts';
import { createTestApp, SPACIOUS } from '../support/test-app.ts';

const RUNS = chooseShare(300, 2_000);
/** What says what is wrong: beside the field, or on a page of its own. */
const SENTENCE =
  /<ul class="rdm-fouten__lijst"[^>]*>\s*<li><a [^>]+>[A-Z][^<]{10,}\.<\/a>|<h1 [^>]+>[^<]+<\/h1>\s*<p>[A-Z][^<]{10,}\.<\/p>/;

const file = fc.oneof(
  { arbitrary: brokenFiles, weight: 4 },
  { arbitrary: soundFiles, weight: 3 },
  { arbitrary: brokenSealed, weight: 1 },
);
const part = fc.oneof(
  { arbitrary: file.map((value) => ({ name: 'bestand', filename: 'x.casus.json', value })), weight: 8 },
  { arbitrary: file.map((value) => ({ name: 'casus', value })), weight: 1 },
  {
    arbitrary: fc
      .constantFrom('', 'kort', 'vier losse woorden')
      .map((value) => ({ name: 'wachtwoord', value })),
    weight: 1,
  },
  { arbitrary: file.map((value) => ({ name: '__proto__', filename: '../../x', value })), weight: 1 },
);
const upload = fc.array(part, { minLength: 1, maxLength: 2 }).map(toMultipart);
const torn = fc
  .tuple(upload, fc.nat(), fc.nat(400), fc.uint8Array({ maxLength: 6 }))
  .map(([body, at, gone, put]) => {
    const place = at % body.length;
    return Buffer.concat([body.subarray(0, place), put, body.subarray(place + gone)]);
  });
const posted = file.map((bytes) => ({
  path: '/casus',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: Buffer.from(new URLSearchParams({ casus: bytes.toString(), actie: 'bewaar-logboek' }).toString()),
}));
const requests = fc.oneof(
  { arbitrary: upload.map((body) => ({ path: '/casus/openen', headers: MULTIPART, body })), weight: 6 },
  { arbitrary: torn.map((body) => ({ path: '/casus/openen', headers: MULTIPART, body })), weight: 2 },
  { arbitrary: posted, weight: 1 },
);

it(`${RUNS} broken files over the line: never a fault of ours, and what is refused is explained`, async () => {
  const faults: string[] = [];
  const app = createTestApp({
    limits: SPACIOUS,
    onLog: (line) => {
      if (line.includes('"level":50')) faults.push(line);
    },
  });
  const port = await startLiveServer(app);
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(requests, async ({ path, headers, body }) => {
      const { status, text } = await send(port, 'POST', path, { headers, body });
      seen.set(status, (seen.get(status) ?? 0) + 1);
      expect(status).toBeLessThan(500);
      if (status >= 400) expect(text).toMatch(SENTENCE);
    }),
    { seed: SEED, numRuns: RUNS },
  );
  expect(faults).toEqual([]);
  const counts = JSON.stringify([...seen]);
  expect(seen.get(200) ?? 0, counts).toBeGreaterThan(RUNS / 6);
  expect(seen.get(400) ?? 0, counts).toBeGreaterThan(RUNS / 6);
});
