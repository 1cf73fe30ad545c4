import type { Content } from '../../domain/model/content.ts';
import type { Search } from '../../domain/search/search.ts';
import type { ComposeDeps } from '../../referral/referral-service.ts';
import { listAanbieders } from '../clientondersteuning.ts';
import { answerHsdsLijst } from '../hsds/list-handler.ts';
import { type Antwoord, NIET_GEVONDEN, toProblem } from '../problem.ts';
import { type ApiResources, createResources } from '../resources.ts';
import { search } from '../search.ts';
import { type Example, toExample } from './example.ts';
import { listPostExamples } from './list-post-examples.ts';

/** What the API answers with, to make the examples of. */
export interface ExampleDeps extends ComposeDeps {
  readonly zoeken: Search;
  readonly baseUrl: string;
}

type Query = Readonly<Record<string, string>>;

const GOED = { naam: 'voorbeeld', samenvatting: 'Een voorbeeld' };
const FOUT = { naam: 'fout', samenvatting: 'Dit gaat niet goed' };

/** An example of every operation and of what can be wrong with a request: each is what the API answers. */
export async function listExamples(deps: ExampleDeps): Promise<Example[]> {
  const resources = createResources(deps);
  return [
    ...listStaticExamples(deps.content, resources),
    ...listQueryExamples(deps, resources),
    ...(await listPostExamples(deps)),
  ];
}

/** Of a list the first is enough to show its form. */
function listStaticExamples(content: Content, { gegevens, hsds }: ApiResources): Example[] {
  const read = (pad: string) => gegevens.get(pad)?.();
  const lijst = (operationId: string, pad: string): Example => ({
    operationId,
    ...GOED,
    samenvatting: 'Van de lijst alleen de eerste',
    status: 200,
    antwoord: (read(pad) as readonly unknown[]).slice(0, 1),
  });
  const enkel = (operationId: string, pad: string, id = ''): Example[] => [
    { operationId, ...GOED, params: { id }, status: 200, antwoord: read(`${pad}/${id}`) },
    {
      operationId,
      ...FOUT,
      samenvatting: 'Een id dat niet bestaat',
      params: { id: 'bestaat-niet' },
      status: 404,
      antwoord: toProblem(404, NIET_GEVONDEN),
    },
  ];
  return [
    lijst('getVragen', '/vragen'),
    lijst('getOverlegtafels', '/overlegtafels'),
    ...enkel('getOverlegtafel', '/overlegtafels', content.tafels[0]?.id),
    lijst('getGemeenten', '/gemeenten'),
    ...enkel('getGemeente', '/gemeenten', content.gemeenten[0]?.id),
    lijst('getRollen', '/rollen'),
    lijst('getNoodnummers', '/noodnummers'),
    { operationId: 'getHsds', ...GOED, status: 200, antwoord: read('/hsds') },
    ...enkel('getHsdsService', '/hsds/services', hsds.services.read()[0]?.id),
    ...enkel('getHsdsOrganization', '/hsds/organizations', hsds.organizations.read()[0]?.id),
  ];
}

function listQueryExamples({ content, zoeken }: ExampleDeps, { hsds }: ApiResources): Example[] {
  const { services, organizations } = hsds;
  const vraag = <T>(operationId: string, answer: (query: Query) => Antwoord<T>, goed: Query, fout: Query) => [
    toExample({ operationId, ...GOED, params: goed }, answer(goed)),
    toExample({ operationId, ...FOUT, params: fout }, answer(fout)),
  ];
  const { id: gemeente = '' } = content.gemeenten[0] ?? {};
  const eerste = { page: '1', per_page: '1' };
  return [
    ...vraag(
      'getClientondersteuning',
      (query) => listAanbieders(content, query),
      { gemeente },
      { gemeente: 'bestaat-niet' },
    ),
    ...vraag('getZoeken', (query) => search(zoeken, query), { q: 'crisisdienst' }, { q: ' ' }),
    ...vraag('getHsdsServices', (query) => answerHsdsLijst(services, query), eerste, { page: '0' }),
    ...vraag('getHsdsOrganizations', (query) => answerHsdsLijst(organizations, query), eerste, { page: '0' }),
  ];
}
