import fc from 'fast-check';
import { listVelden } from '../../src/domain/referral/veld.ts';
import { arbitraryAntwoorden } from './arbitrary-antwoorden.ts';
import { FEITEN } from './domain-facts.ts';
import { content, model } from './real-content.ts';
import { createTestSeal } from './test-app.ts';
import { NOW } from './test-site.ts';
import { say } from './texts.ts';

/** A request as a stranger sends it: often nearly right, sometimes nonsense. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | Buffer | undefined;
}

/** What breaks careless code, beside what is right. */
const AWKWARD = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '\0',
    '\ud800',
    '\ufeff',
    '😀',
    '-1',
    '1e999',
    'NaN',
    'null',
    '[]',
    '{}',
    '../../../etc/passwd',
    '<script>alert(1)</script>',
    '{{constructor}}',
    "' OR 1=1 --",
    '\r\nBcc: iemand@elders.example',
    '%00',
    '%E0%A4%A',
    'x'.repeat(25_000),
    '\n'.repeat(2_000),
    '2026-02-30',
    '111222333',
  ),
);
const IDS = [
  ...content.tafels.map(({ id }) => id),
  ...content.gemeenten.map(({ id }) => id),
  ...content.organisaties.map(({ id }) => id),
  'bestaat-niet',
];
const OPTIONS = [...new Set(FEITEN.flatMap(({ opties }) => opties))];
const GOED = fc.constantFrom(
  ...OPTIONS,
  ...IDS,
  'TW-2026-001',
  '2026-12-14',
  '20',
  'Wie kan helpen?',
  'jan@example.nl',
);
const value = fc.oneof({ weight: 2, arbitrary: GOED }, { weight: 1, arbitrary: AWKWARD });
const VELDEN = [
  ...new Set(
    model.tafels.flatMap((tafel) => listVelden(say, content, tafel, undefined).map(({ pad }) => pad)),
  ),
];
const name = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...FEITEN.map(({ feit }) => feit),
      ...VELDEN,
      ...['pagina', 'veld', 'watMoetHetZijn', 'email', 'bevestigd', 'casuscode', 'hulpvraag'],
    ),
  },
  { weight: 1, arbitrary: AWKWARD },
);

const seal = createTestSeal();
/** Stands that open, one that is too old, and ones that never do. */
const STANDEN = [
  ...fc.sample(arbitraryAntwoorden, { numRuns: 60 }).map((antwoorden) => seal.seal(antwoorden)),
  createTestSeal(() => new Date(NOW.getTime() - 24 * 60 * 60 * 1000)).seal({ rol: 'huisarts' }),
];
const stand = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...STANDEN) },
  { weight: 1, arbitrary: AWKWARD },
);

const slug = fc.constantFrom(...model.vragen.map((vraag) => vraag.slug));
const id = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...IDS) }, { weight: 1, arbitrary: AWKWARD });
const tafelId = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...content.tafels.map((tafel) => tafel.id)) },
  { weight: 1, arbitrary: AWKWARD },
);
const part = (tekst: string) => encodeURIComponent(Buffer.from(tekst).toString());
const path = fc.oneof(
  { weight: 3, arbitrary: slug.map((nameVraag) => `/vragen/${nameVraag}`) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(tafelId, fc.constantFrom('', '', '', '/txt', '/eml', '/ics', '/bestaat-niet'))
      .map(([tafel, shape]) => `/verwijzen/${part(tafel)}${shape}`),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '/',
        '/vragen',
        '/advies',
        '/overlegtafels',
        '/gemeenten',
        '/clientondersteuning',
        '/rollen',
        '/zoeken',
      ],
      ...[
        '/mobiel-p10-team',
        '/beslisboom',
        '/over',
        '/privacy',
        '/toegankelijkheid',
        '/klopt-niet',
        '/statistiek',
      ],
      ...['/woordenlijst', '/organisaties', '/.well-known/security.txt', '/gezond', '/static/site.css'],
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '/adviezen',
        '/adviezen',
        '/adviezen',
        '/verwijzingen',
        '/verwijzingen',
        '/verwijzingen',
        '/verwijzingen',
        '/zoeken',
        '/clientondersteuning',
        '/vragen',
        '/openapi.json',
        '',
        '/',
      ].map((end) => `/api/v1${end}`),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          '/overlegtafels/',
          '/gemeenten/',
          '/organisaties/',
          '/beslisboom/voorbeeld/',
          '/api/v1/overlegtafels/',
          '/api/v1/gemeenten/',
          '/api/v1/',
          '/vragen/',
          '/',
        ),
        id,
      )
      .map(([begin, end]) => `${begin}${part(end)}`),
  },
);
const query = fc.oneof(
  { weight: 6, arbitrary: stand.map((a) => `?a=${part(a)}`) },
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: value.map((q) => `?q=${part(q)}`) },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.tuple(
          fc.constantFrom('a', 'v', 'q', 'gemeente', 'pagina', 'voorbeeld', 'wijzigen', 'a[]', '__proto__'),
          fc.oneof(stand, value),
        ),
        { maxLength: 4 },
      )
      .map((pairs) => `?${pairs.map(([key, mailBody]) => `${key}=${part(mailBody)}`).join('&')}`),
  },
  // Whatever a line can hold, without percent signs that fit.
  { weight: 1, arbitrary: fc.string().map((tekst) => `?${tekst.replaceAll(/[^\u0021-\u007e]/g, '%')}`) },
);

const form = fc
  .array(fc.tuple(name, value), { maxLength: 8 })
  .map((velden) => new URLSearchParams([['casuscode', 'TW-2026-001'], ...velden]).toString());
const singleVeld = fc
  .tuple(fc.constantFrom(...FEITEN), value)
  .map(([{ feit }, choice]) => new URLSearchParams([[feit, choice]]).toString());
const onThisVraag = fc
  .constantFrom(...FEITEN)
  .chain(({ feit, opties }) =>
    fc
      .subarray([...opties], { minLength: 1, maxLength: 2 })
      .map((chosen) => new URLSearchParams(chosen.map((choice) => [feit, choice])).toString()),
  );
/** An object that cannot be made a text. */
const STUBBORN = { toString: 1, valueOf: 1 };
const anyJson = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<unknown>(STUBBORN, [STUBBORN], Array(2_000).fill('x')) },
  { weight: 3, arbitrary: value },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.array(value, { maxLength: 3 }) },
);
const antwoorden = fc.oneof(
  { weight: 4, arbitrary: arbitraryAntwoorden },
  { weight: 1, arbitrary: fc.dictionary(name, anyJson, { maxKeys: 6 }) },
);
const json = fc.oneof(
  { weight: 3, arbitrary: fc.record({ antwoorden }).map((body) => JSON.stringify(body)) },
  {
    weight: 4,
    arbitrary: fc
      .record(
        {
          tafel: fc.oneof(
            { weight: 3, arbitrary: fc.constantFrom(...content.tafels.map((tafel) => tafel.id)) },
            { weight: 1, arbitrary: anyJson },
          ),
          antwoorden,
          verwijzing: fc.oneof(
            { weight: 4, arbitrary: fc.constant({ casuscode: 'TW-2026-001', hulpvraag: 'Wie kan helpen?' }) },
            {
              weight: 4,
              arbitrary: fc
                .dictionary(name, anyJson, { maxKeys: 6 })
                .map((velden) => ({ casuscode: 'TW-2026-001', ...velden })),
            },
            { weight: 1, arbitrary: anyJson },
          ),
        },
        { requiredKeys: ['tafel', 'antwoorden', 'verwijzing'] },
      )
      .map((body) => JSON.stringify(body)),
  },
  { weight: 1, arbitrary: fc.json({ maxDepth: 12 }) },
  { weight: 1, arbitrary: fc.string() },
);
const raw = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));

const FORM_TYPE = 'application/x-www-form-urlencoded';
type Content = readonly [type: string, body: string | Buffer];
const asForm: fc.Arbitrary<Content> = fc.tuple(
  fc.constant(FORM_TYPE),
  fc.oneof(form, singleVeld, onThisVraag),
);
const asJson: fc.Arbitrary<Content> = fc.tuple(fc.constant('application/json'), json);
const asSomethingElse: fc.Arbitrary<Content> = fc.tuple(
  fc.constantFrom(
    FORM_TYPE,
    'application/json',
    'text/plain',
    'multipart/form-data',
    `${FORM_TYPE}; charset=utf-7`,
    'x',
  ),
  raw,
);
/** What fits a page and what fits the API, mostly. */
const mailBody = fc.record({
  pagina: fc.oneof(
    { weight: 8, arbitrary: asForm },
    { weight: 1, arbitrary: asSomethingElse },
    { weight: 1, arbitrary: asJson },
  ),
  api: fc.oneof(
    { weight: 8, arbitrary: asJson },
    { weight: 1, arbitrary: asSomethingElse },
    { weight: 1, arbitrary: asForm },
  ),
});
const headings = fc.record(
  {
    Accept: fc.constantFrom(
      '*/*',
      'text/html',
      'application/json',
      'message/rfc822',
      'x/y;q=0',
      ',,,',
      'application/problem+json',
    ),
    'Accept-Encoding': fc.constantFrom('gzip', 'br', 'identity;q=0', '*;q=0', 'gzip;q=x'),
    'If-None-Match': fc.constantFrom('*', '"x"', 'W/"x"', '"'),
    Origin: fc.constantFrom('http://localhost:3000', 'https://elders.example', 'null', ':'),
    'Content-Encoding': fc.constantFrom('gzip', 'br', 'identity', 'x'),
    Range: fc.constantFrom('bytes=0-', 'bytes=9-1', 'x'),
    'X-Forwarded-For': fc.constantFrom('::1', 'x', ',,'),
    'X-HTTP-Method-Override': fc.constantFrom('DELETE', 'x'),
  },
  { requiredKeys: [] },
);
/** Most requests have no odd headers, or nothing else would be tried. */
const seldom = fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headings });

/** Any request to any endpoint. */
export const arbitraryRequest: fc.Arbitrary<RawRequest> = fc
  .record({
    read: fc.boolean(),
    methode: fc.oneof(
      { weight: 12, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom('HEAD', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND') },
    ),
    pad: path,
    query,
    inhoud: mailBody,
    koppen: seldom,
  })
  .map(({ read, methode, pad: waar, query: vraag, inhoud: { pagina, api }, koppen: headers }) => {
    const method = methode || (read ? 'GET' : 'POST');
    // The API has no stand in its addresses, and refuses what it does not know before it looks further.
    const asked = waar.startsWith('/api/') && vraag.startsWith('?a=') ? '' : vraag;
    const path = `${waar}${asked}`.slice(0, 6_000);
    if (method !== 'POST' && method !== 'PUT')
      return { method, path, headers: headers as Record<string, string>, body: undefined };
    const [type, body] = waar.startsWith('/api/') ? api : pagina;
    return { method, path, headers: { 'Content-Type': type, ...headers }, body };
  });
