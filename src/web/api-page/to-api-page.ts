import type { Say } from '../../domain/texts.ts';
import { describePage, toCrumb } from '../describe-page.ts';
import type { StaticPage } from '../page.ts';
import { type Operation, openApiSchema } from './openapi-schema.ts';
import { toCurl } from './to-curl.ts';

/** The name of the example that goes well; the others show what can be wrong. */
const GOED = 'voorbeeld';

export const API_PATH = '/api';

/** The page about the API, as far as it is the same whatever the API holds. */
export function describeApiPage(say: Say) {
  return { pad: API_PATH, ...describePage(say, 'api', toCrumb(say, 'over')) };
}

/**
 * The page that says what the OpenAPI document says, for people.
 * @throws ZodError when the document lacks what the page shows.
 */
export function toApiPage(say: Say, openApi: object): StaticPage {
  const { info, servers, tags, paths } = openApiSchema.parse(openApi);
  const [{ url: basis }] = servers;
  const calls = Object.entries(paths).flatMap(([path, { get, post }]) => [
    ...(get ? [{ tag: get.tags[0], ...toCall('GET', basis, path, get) }] : []),
    ...(post ? [{ tag: post.tags[0], ...toCall('POST', basis, path, post) }] : []),
  ]);
  return {
    ...describeApiPage(say),
    model: {
      basis,
      versie: info.version,
      groepen: tags.map(({ name, description }) => ({
        naam: name,
        uitleg: description,
        aanroepen: calls.filter(({ tag }) => tag === name),
      })),
    },
  };
}

function toCall(methode: 'GET' | 'POST', basis: string, pad: string, operation: Operation) {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const body = requestBody?.content['application/json']?.examples[GOED]?.value;
  const read = (span: 'path' | 'query'): [string, string][] =>
    parameters.flatMap(({ name, in: waar, examples }) =>
      waar === span && examples[GOED] ? [[name, String(examples[GOED].value)]] : [],
    );
  const adres = read('path').reduce((until, [naam, waarde]) => until.replace(`{${naam}}`, waarde), pad);
  const query = new URLSearchParams(read('query')).toString();
  return {
    id: operationId,
    titel: summary,
    methode,
    pad,
    uitleg: description ?? null,
    parameters: parameters.map(({ name, schema, required }) => ({
      naam: name,
      uitleg: schema.description,
      verplicht: required,
    })),
    curl: toCurl({ url: `${basis}${adres}${query && `?${query}`}`, body }),
    vormen: Object.keys(responses['200']?.content ?? {}).join(', '),
    antwoord: toVoorbeelden(responses, '200')[0]?.json ?? null,
    fouten: Object.entries(responses)
      .filter(([status]) => status >= '400')
      .map(([status, { description: wat }]) => ({
        status: status === 'default' ? null : status,
        wat,
        voorbeelden: toVoorbeelden(responses, status),
      })),
  };
}

function toVoorbeelden(responses: Operation['responses'], status: string) {
  return Object.values(responses[status]?.content ?? {}).flatMap(({ examples }) =>
    Object.values(examples).map(({ summary, value }) => ({
      naam: summary,
      json: JSON.stringify(shorten(value), null, 2),
    })),
  );
}

/** The value with of each list the first only: enough to see its form. */
function shorten(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shorten);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, deel]) => [key, shorten(deel)]));
}
