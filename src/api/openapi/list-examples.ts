import type { Search } from '../../domain/search/search.ts';
import type { Say } from '../../domain/texts.ts';
import type { ComposeDeps } from '../../referral/referral-service.ts';
import { listAanbieders } from '../clientondersteuning.ts';
import { answerHsdsList } from '../hsds/list-handler.ts';
import { toNotFound } from '../not-found.ts';
import { type Antwoord, toProblem } from '../problem.ts';
import { type ApiResources, createResources } from '../resources.ts';
import { search } from '../search.ts';
import { type Example, toExample } from './example.ts';
import { listPostExamples } from './list-post-examples.ts';

/** What the API answers with, to make the examples of. */
export interface ExampleDeps extends ComposeDeps {
  readonly zoeken: Search;
  readonly say: Say;
  readonly baseUrl: string;
}

type Query = Readonly<Record<string, string | number>>;

const GOED = { naam: 'voorbeeld', samenvatting: 'Een voorbeeld' };
const FAULT = { naam: 'fout', samenvatting: 'Dit gaat niet goed' };

/** An example of every operation and of what can be wrong with a request: each is what the API answers. */
export async function listExamples(deps: ExampleDeps): Promise<Example[]> {
  const resources = createResources(deps);
  return [
    ...listStaticExamples(deps, resources),
    ...listQueryExamples(deps, resources),
    ...(await listPostExamples(deps)),
  ];
}

/** Of a list the first is enough to show its form. */
function listStaticExamples({ content, say }: ExampleDeps, { gegevens, hsds }: ApiResources): Example[] {
  const read = (path: string) => gegevens.get(path)?.();
  const list = (operationId: string, path: string): Example => ({
    operationId,
    ...GOED,
    samenvatting: 'Van de lijst alleen de eerste',
    status: 200,
    antwoord: (read(path) as readonly unknown[]).slice(0, 1),
  });
  const single = (operationId: string, path: string, id = ''): Example[] => [
    { operationId, ...GOED, params: { id }, status: 200, antwoord: read(`${path}/${id}`) },
    {
      operationId,
      ...FAULT,
      samenvatting: 'Een id dat niet bestaat',
      params: { id: 'bestaat-niet' },
      status: 404,
      antwoord: toProblem(say, 404, toNotFound(say, `${path}/bestaat-niet`)),
    },
  ];
  return [
    list('getVragen', '/vragen'),
    list('getOverlegtafels', '/overlegtafels'),
    ...single('getOverlegtafel', '/overlegtafels', content.tafels[0]?.id),
    list('getGemeenten', '/gemeenten'),
    ...single('getGemeente', '/gemeenten', content.gemeenten[0]?.id),
    list('getRollen', '/rollen'),
    list('getNoodnummers', '/noodnummers'),
    { operationId: 'getHsds', ...GOED, status: 200, antwoord: read('/hsds') },
    ...single('getHsdsService', '/hsds/services', hsds.services.read()[0]?.id),
    ...single('getHsdsOrganization', '/hsds/organizations', hsds.organizations.read()[0]?.id),
  ];
}

function listQueryExamples({ content, zoeken, say }: ExampleDeps, { hsds }: ApiResources): Example[] {
  const { services, organizations } = hsds;
  const vraag = <T>(
    operationId: string,
    answer: (query: Readonly<Record<string, string>>) => Antwoord<T>,
    goed: Query,
    fault: Query,
  ) => [
    toExample({ operationId, ...GOED, params: goed }, answer(toText(goed))),
    toExample({ operationId, ...FAULT, params: fault }, answer(toText(fault))),
  ];
  const { id: gemeente = '' } = content.gemeenten[0] ?? {};
  const first = { search: 'crisis', page: 1, per_page: 1 };
  // Of the right type, and yet not to be answered: a word that is none.
  const blank = { search: ' ' };
  return [
    ...vraag(
      'getClientondersteuning',
      (query) => listAanbieders(say, content, query),
      { gemeente },
      { gemeente: 'bestaat-niet' },
    ),
    ...vraag('getZoeken', (query) => search(zoeken, say, query), { q: 'crisisdienst' }, { q: ' ' }),
    ...vraag('getHsdsServices', (query) => answerHsdsList(say, services, query), first, blank),
    ...vraag('getHsdsOrganizations', (query) => answerHsdsList(say, organizations, query), first, blank),
  ];
}

/** A query as it comes in: an address holds nothing but text. */
function toText(query: Query): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
}
