import type { ApiClient } from './api-client.ts';

/**
 * Calls every operation, the way a program in another place would: what an answer holds is asked for by the names and types
 * that the description gives, so that this compiles only when the description is good enough to program against.
 */
export async function callEveryOperation(client: ApiClient): Promise<void> {
  const vragen = need(await client.GET('/vragen'));
  const feit: string = vragen[0]?.feit ?? '';
  const tafels = need(await client.GET('/overlegtafels'));
  const id: string = tafels[0]?.id ?? '';
  const single = need(await client.GET('/overlegtafels/{id}', { params: { path: { id } } }));
  const nodig: boolean | undefined = single.pakketvelden[0]?.nodig;
  const gemeenten = need(await client.GET('/gemeenten'));
  const gemeente: string = gemeenten[0]?.id ?? '';
  need(await client.GET('/gemeenten/{id}', { params: { path: { id: gemeente } } }));
  need(await client.GET('/clientondersteuning', { params: { query: { gemeente } } }));
  need(await client.GET('/rollen'));
  need(await client.GET('/noodnummers'));
  need(await client.GET('/zoeken', { params: { query: { q: 'crisisdienst' } } }));
  if (feit === '' || nodig === undefined) throw new Error('There is no question or no field.');

  const antwoorden = { gemeente, signalen: ['veiligheid'] };
  const advies = need(await client.POST('/adviezen', { body: { antwoorden } }));
  const oordeel: 'voldoet' | 'voldoetNiet' | 'onvolledig' | 'nietNagegaan' | undefined =
    advies.overlegtafels[0]?.oordeel;
  if (oordeel === undefined) throw new Error('There is no oordeel.');

  const { response, error } = await client.POST('/verwijzingen', {
    body: {
      tafel: 'topx',
      antwoorden,
      verwijzing: { casuscode: 'TW-2026-014', overlegdatum: '2026-12-14' },
    },
  });
  const detail: string | undefined = error?.detail;
  if (!response.ok && detail === undefined) throw new Error('The refusal does not say why.');

  need(await client.GET('/hsds'));
  const services = need(await client.GET('/hsds/services', { params: { query: { page: 1, per_page: 5 } } }));
  const [service] = services.contents;
  const organizations = need(await client.GET('/hsds/organizations', { params: { query: { full: true } } }));
  const [organization] = organizations.contents;
  if (!service || !organization) throw new Error('HSDS is empty.');
  need(await client.GET('/hsds/services/{id}', { params: { path: { id: service.id } } }));
  need(
    await client.GET('/hsds/organizations/{id}', {
      params: { path: { id: organization.id }, query: { full_service: true } },
    }),
  );
}

function need<T>({ data, error }: { data?: T; error?: unknown }): T {
  if (data === undefined) throw new Error(`No data: ${JSON.stringify(error)}`);
  return data;
}
