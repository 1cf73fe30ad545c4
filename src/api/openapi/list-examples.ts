import type { Content } from '../../domain/model/content.ts';
import type { Voorbeeld } from '../../domain/model/uitkomst.ts';
import type { Search } from '../../domain/search/search.ts';
import type { Say } from '../../domain/texts.ts';
import { type ComposeDeps, createReferralComposer } from '../../referral/referral-service.ts';
import { answerAdvies } from '../adviezen.ts';
import { listAanbieders } from '../clientondersteuning.ts';
import { toNotFound } from '../error-handler.ts';
import { answerHsdsList } from '../hsds/list-handler.ts';
import { answerVerwijzing } from '../make-verwijzing.ts';
import { type Antwoord, toProblem } from '../problem.ts';
import { type ApiResources, createResources } from '../resources.ts';
import { search } from '../search.ts';
import { type Example, toExample } from './add-examples.ts';

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

/** Examples of advice and referral, from the invented cases of the content. */
async function listPostExamples(deps: ComposeDeps): Promise<Example[]> {
  const { tafel, antwoorden } = findVoorbeeld(deps.content);
  const referrals = createReferralComposer(deps);
  const verwijzing = {
    casuscode: 'VB-001',
    hulpvraag: 'Wie neemt de regie op zorg en veiligheid, en wie doet wat?',
  };
  const advies = async (naam: string, samenvatting: string, body: unknown) =>
    toExample({ operationId: 'postAdvies', naam, samenvatting, body }, await answerAdvies(deps, body));
  const verwijs = async (naam: string, samenvatting: string, body: unknown) =>
    toExample(
      { operationId: 'postVerwijzing', naam, samenvatting, body },
      await answerVerwijzing(deps.say, deps.model, referrals, body),
    );
  const fault = { antwoorden: { rol: 'bestaat-niet' } };
  return [
    await advies('voorbeeld', 'Een bedachte casus', { antwoorden }),
    await advies('fout', 'Een optie die niet bestaat', fault),
    await verwijs('voorbeeld', 'Een bedachte casus', { tafel, antwoorden, verwijzing }),
    await verwijs('fout', 'Alle fouten tegelijk', {
      tafel,
      ...fault,
      verwijzing: { casuscode: 'geen-cijfer' },
    }),
    await verwijs('nietAanDeBeurt', 'Een tafel die niet past', { tafel, antwoorden: {}, verwijzing }),
  ];
}

/** The first invented case for which a table fits. */
function findVoorbeeld({ voorbeelden, tafels }: Content): Pick<Voorbeeld, 'antwoorden'> & { tafel: string } {
  const voorbeeld = voorbeelden.find((candidate) => candidate.tafels.length > 0);
  return { antwoorden: voorbeeld?.antwoorden ?? {}, tafel: voorbeeld?.tafels[0] ?? tafels[0]?.id ?? '' };
}
