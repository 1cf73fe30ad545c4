import { type Figure, median, percentile } from '../figures.ts';
import { createClient, type HttpClient } from '../http-client.ts';
import { FIRST_PAGE } from '../journey.ts';
import type { Pair } from '../pair.ts';
import { fillOrdinary, fillWorst, findReferralForm, type ReferralForm } from '../referral-form.ts';
import { listCaseRoutes } from './case-routes.ts';

/** Requests of each route that are measured together, how often that is done, and how many go before. */
const TOGETHER = 20;
const ROUNDS = 5;
const WARM = 40;
/** No public route may cost more than this many times the median; what does is limited, and says why below. */
const OUTLIER = 10;

/** A request that is measured. */
export interface Route {
  readonly name: string;
  readonly path: string;
  readonly form?: string;
  readonly body?: { readonly type: string; readonly text: string };
  /** Why it may cost more than ten times the median. */
  readonly why?: string;
  /** So few a minute are allowed that it cannot be warmed up. */
  readonly isScarce?: true;
}

const WIDE = '1000000/1000000';
/** The settings of a server that limits nobody, and believes who says to be somebody else. */
export const SPACIOUS: Readonly<Record<string, string>> = {
  RATE_LIMIT_POSTS: WIDE,
  RATE_LIMIT_PDF: WIDE,
  RATE_LIMIT_REPORTS: WIDE,
  TRUST_PROXY: 'loopback',
};

/** The CPU time of every kind of public request, threads included. */
export async function measureRoutes(getPair: () => Promise<Pair>): Promise<Figure[]> {
  const server = await (await getPair()).startOurs(SPACIOUS);
  const reader = await createClient(server.port, ['Accept: text/html']);
  const form = await findReferralForm(reader);
  const routes = [...listRoutes(form), ...(await listCaseRoutes(reader, form))];
  reader.close();
  const measured: { route: Route; cpu: number[]; status: number }[] = [];
  for (const [index, route] of routes.entries()) {
    // Another visitor each time, so that no limit is in the way.
    const client = await createClient(server.port, [
      'Accept: text/html,application/json',
      'Accept-Encoding: gzip',
      `X-Forwarded-For: 198.51.100.${index + 1}`,
    ]);
    let status = 0;
    const together = route.why ? 3 : TOGETHER;
    const run = async (times: number) => {
      for (let count = 0; count < times; count += 1) status = await askRoute(client, route);
    };
    await run(route.isScarce ? together : WARM);
    const cpu: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = (await server.measure()).cpu;
      await run(together);
      cpu.push(((await server.measure()).cpu - before) / together / 1000);
    }
    measured.push({ route, cpu, status });
    client.close();
  }
  await server.stop();
  const middle = percentile(
    measured.map(({ cpu }) => median(cpu)),
    0.5,
  );
  return measured.map(({ route: { name, why }, cpu, status }) => ({
    name,
    values: cpu,
    goal: why ? null : { atMost: Number((OUTLIER * middle).toFixed(1)) },
    unit: 'ms',
    note: [`${(median(cpu) / middle).toFixed(1)} × median`, `status ${status}`, why]
      .filter(Boolean)
      .join('; '),
  }));
}

/** Asks for a route once; gives the status. */
export async function askRoute(client: HttpClient, { path, form, body }: Route): Promise<number> {
  if (form === undefined && body === undefined) return (await client.get(path)).status;
  return (await client.post(path, form ?? body?.text ?? '', '', body?.type)).status;
}

/** The routes without a case file. */
export function listRoutes({ advice, path, query, texts }: ReferralForm): Route[] {
  const form = { advice, path, query, texts };
  const ordinary = fillOrdinary(form);
  const { 'one word': worst = '' } = fillWorst(form);
  const json = (text: string) => ({ type: 'application/json', text });
  const antwoorden = { gemeente: 'enschede', rol: 'wijkcoach', acuutGevaar: 'nee' };
  return [
    ...[
      '/',
      '/overlegtafels',
      '/overlegtafels/topx',
      '/overlegtafels/vergelijken?tafel=topx',
      '/gemeenten',
      '/gemeenten/enschede',
      '/organisaties',
      '/rollen',
      '/clientondersteuning',
      '/woordenlijst',
      '/beslisboom',
      '/over',
      '/privacy',
      '/klopt-niet?pagina=/',
      '/statistiek',
      '/gezond',
      '/niet/te/vinden',
      '/static/niet-te-vinden.css',
      '/sitemap.xml',
      '/wegwijzer-op-papier',
      '/casus',
    ].map((page) => ({ name: `GET ${page}`, path: page })),
    { name: 'GET question', path: FIRST_PAGE },
    { name: 'POST answer', path: FIRST_PAGE, form: 'acuutGevaar=nee' },
    { name: 'POST answer, faulty', path: FIRST_PAGE, form: 'acuutGevaar=x' },
    { name: 'GET advice', path: advice },
    { name: 'GET form', path: path + query },
    { name: 'POST preview', path: path + query, form: ordinary },
    {
      name: 'POST preview, 247 KB of one word',
      path: path + query,
      form: worst,
      why: '247 KB to read, check, give back and compress',
    },
    { name: 'POST txt', path: `${path}/txt${query}`, form: ordinary },
    { name: 'POST ics', path: `${path}/ics${query}`, form: ordinary },
    {
      name: 'POST pdf',
      path: `${path}/pdf${query}`,
      form: ordinary,
      why: 'a PDF, in its own thread, limited',
    },
    { name: 'POST eml', path: `${path}/eml${query}`, form: ordinary, why: 'holds a PDF' },
    { name: 'GET search', path: '/zoeken?q=schulden' },
    { name: 'GET search with typing errors', path: '/zoeken?q=shculden+verslavng+wonign' },
    { name: 'GET search, 170 letters', path: `/zoeken?q=${'ab'.repeat(85)}` },
    { name: 'POST report', path: '/klopt-niet', form: 'pagina=%2F&veld=x&watMoetHetZijn=&email=' },
    { name: 'GET API questions', path: '/api/v1/vragen' },
    { name: 'GET API search', path: '/api/v1/zoeken?q=schulden' },
    { name: 'GET API openapi.json', path: '/api/v1/openapi.json' },
    { name: 'GET API HSDS services', path: '/api/v1/hsds/services' },
    { name: 'GET API HSDS services, filtered', path: '/api/v1/hsds/services?search=wonen&per_page=10' },
    { name: 'POST API advice', path: '/api/v1/adviezen', body: json(JSON.stringify({ antwoorden })) },
    { name: 'POST API, not JSON', path: '/api/v1/adviezen', body: json('{') },
  ];
}
