import fc from 'fast-check';
import { expect, it } from 'vitest';
import { brokenFiles, brokenSealed, PASSPHRASE, sealedBroken, soundFiles } from '../support/broken-casus.ts';
import { send, startLiveServer } from '../support/live-server.ts';
import { chooseShare } from '../support/long-form.ts';
import { MULTIPART, toMultipart } from '../support/multipart.ts';
import { SEED } from '../support/seed.ts';
import { createTestApp, SPACIOUS } from '../support/test-app.ts';

const RUNS = chooseShare(400, 20_000);
/** A server takes so many passphrases a minute; each part of the runs has a server of its own. */
const PART = 400;
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
const parts = fc.array(part, { minLength: 1, maxLength: 2 });
const upload = parts.map(toMultipart);
const opening = fc.constantFrom('/casus/openen', '/casus/openen', '/casus/openen?tafel=topx');
/** A part of a form as its header names it: without a name, twice, of another kind. */
const disposition = fc
  .array(
    fc.constantFrom(
      'form-data',
      'attachment',
      'name="bestand"',
      'name="casus"',
      'name',
      'name=',
      "name*=utf-8''bestand",
      'filename="x"',
      'filename=',
      'filename',
      '"',
    ),
    { maxLength: 4 },
  )
  .map((words) => words.join('; '));
const torn = fc
  .tuple(upload, fc.nat(), fc.nat(400), fc.uint8Array({ maxLength: 6 }))
  .map(([body, at, gone, put]) => {
    const place = at % body.length;
    return Buffer.concat([body.subarray(0, place), put, body.subarray(place + gone)]);
  });
const misnamed = fc
  .tuple(upload, disposition)
  .map(([body, header]) =>
    Buffer.from(
      body.toString('latin1').replace(/Content-Disposition: [^\r]*/, `Content-Disposition: ${header}`),
      'latin1',
    ),
  );
const toUpload = (bodies: fc.Arbitrary<Buffer>) =>
  fc.tuple(opening, bodies).map(([path, body]) => ({ path, headers: MULTIPART, body }));
/** Opens with the passphrase, and gives what any other file gives. */
const unsealed = sealedBroken.map((value) =>
  toMultipart([
    { name: 'wachtwoord', value: PASSPHRASE },
    { name: 'bestand', filename: 'x.casus.json', value },
  ]),
);

/** What is asked of a case, and where. */
const asked = fc.oneof(
  fc
    .constantFrom(
      ...['toon', 'alles', 'sluiten', 'vragen', 'vraag-gemeente', 'antwoord', 'advies', 'pakket-topx', 'zet'],
      ...[
        'bewaar-logboek',
        'bewaar-verwijzingen',
        'wijzig-verwijzingen:topx-x',
        'ontvangen-verwijzingen:topx-x',
      ],
      ...['wijzig-plan:plan-1', 'weg-checklist:checklist-1', 'gedaan-termijnen:termijnen-1@data'],
      ...['kies-veld:hulpvraag:0', 'kies-veld:__proto__:0', 'kies-antwoord:gemeente:1', 'neem-checklist:0'],
    )
    .map((actie) => ({ path: '/casus', actie })),
  fc.record({
    path: fc.constantFrom('/casus/vervolg', '/casus/vervolg-eml', '/casus/vervolg-txt'),
    actie: fc
      .constantFrom(
        ...['bevestiging', 'aanvulling', 'evaluatie', 'terugkoppeling', 'terugkoppeling-persoon'],
        ...['intrekking', 'voortzetting', 'constructor'],
      )
      .map((vervolg) => `${vervolg}:topx-x`),
  }),
  fc.record({
    path: fc.constantFrom(
      ...['/casus/nieuws', '/casus/nieuws-eml', '/casus/nieuws-txt', '/casus/termijnen', '/casus/bestand'],
      ...['/casus?tafel=topx', '/casus?tafel=__proto__'],
    ),
    actie: fc.constant('zet'),
  }),
);
const posted = fc.tuple(file, asked).map(([bytes, { path, actie }]) => ({
  path,
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: Buffer.from(new URLSearchParams({ casus: bytes.toString(), actie }).toString()),
}));
const requests = fc.oneof(
  { arbitrary: toUpload(upload), weight: 6 },
  { arbitrary: toUpload(torn), weight: 2 },
  { arbitrary: toUpload(misnamed), weight: 1 },
  { arbitrary: toUpload(unsealed), weight: 1 },
  { arbitrary: posted, weight: 4 },
);

it(`${RUNS} broken files over the line: never a fault of ours, and what is refused is explained`, async () => {
  const faults: string[] = [];
  const seen = new Map<number, number>();
  for (let from = 0; from < RUNS; from += PART) {
    const app = createTestApp({
      limits: SPACIOUS,
      trustProxy: 1,
      onLog: (line) => {
        if (line.includes('"level":50')) faults.push(line);
      },
    });
    const port = await startLiveServer(app);
    let visitor = 0;
    await fc.assert(
      fc.asyncProperty(requests, async ({ path, headers, body }) => {
        visitor += 1;
        const from = { 'X-Forwarded-For': `10.0.${visitor >> 8}.${visitor & 255}` };
        const { status, text } = await send(port, 'POST', path, { headers: { ...headers, ...from }, body });
        seen.set(status, (seen.get(status) ?? 0) + 1);
        expect(status).toBeLessThan(429);
        if (status >= 400) expect(text).toMatch(SENTENCE);
      }),
      { seed: SEED + from, numRuns: Math.min(PART, RUNS - from) },
    );
  }
  expect(faults).toEqual([]);
  const counts = JSON.stringify([...seen]);
  expect(seen.get(200) ?? 0, counts).toBeGreaterThan(RUNS / 6);
  expect(seen.get(400) ?? 0, counts).toBeGreaterThan(RUNS / 6);
});
