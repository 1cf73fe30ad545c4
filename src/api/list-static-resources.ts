import type { Content } from '../domain/model/content.ts';
import { findClientondersteuning } from '../domain/referral/mail-model.ts';
import { createOpenApiDocument } from './openapi.ts';
import { toCriterium } from './to-advies-response.ts';
import { API_VERSION } from './version.ts';

/** Headers of everything that anyone may read: any site may use it. */
export const PUBLIC_HEADERS = {
  'API-Version': API_VERSION,
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** A resource that is the same for everyone: its address below /api/v1 and its JSON. */
export interface StaticResource {
  readonly pad: string;
  readonly json: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The content as data: questions, tables, gemeenten, roles and numbers, and the description of the API. */
export function listStaticResources({
  content,
  baseUrl,
}: {
  content: Content;
  baseUrl: string;
}): StaticResource[] {
  const tafels = content.tafels.map(({ regels, ...gegevens }) => ({
    ...gegevens,
    criteria: regels.criteria.map(toCriterium),
    regel: regels.regel,
    leeswijzer: regels.leeswijzer,
  }));
  const gemeenten = content.gemeenten.map((gemeente) => ({
    ...gemeente,
    clientondersteuning: findClientondersteuning(content, gemeente).map(({ id }) => id),
  }));
  const resources: [pad: string, data: unknown][] = [
    ['/openapi.json', createOpenApiDocument(content, baseUrl)],
    ['/vragen', content.vragen],
    ['/overlegtafels', tafels.filter(({ soort }) => soort === 'overlegtafel')],
    ...tafels.map((tafel): [string, unknown] => [`/overlegtafels/${tafel.id}`, tafel]),
    ['/gemeenten', gemeenten],
    ...gemeenten.map((gemeente): [string, unknown] => [`/gemeenten/${gemeente.id}`, gemeente]),
    ['/rollen', content.rollen],
    ['/noodnummers', content.noodnummers],
  ];
  return resources.map(([pad, data]) => ({ pad, json: JSON.stringify(data), headers: PUBLIC_HEADERS }));
}
