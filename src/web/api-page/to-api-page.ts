import { z } from 'zod';
import type { Say } from '../../domain/texts.ts';
import { describePage, toCrumb } from '../describe-page.ts';
import type { StaticPage } from '../page.ts';

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
  const read = (place: 'path' | 'query'): [string, string][] =>
    parameters.flatMap(({ name, in: where, examples }) =>
      where === place && examples[GOED] ? [[name, String(examples[GOED].value)]] : [],
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

/** A request, to try it with curl. */
interface CurlRequest {
  readonly url: string;
  /** Present for a POST. */
  readonly body?: unknown;
}

/** The command for a shell that sends a request. */
export function toCurl({ url, body }: CurlRequest): string {
  if (body === undefined) return `curl ${quote(url)}`;
  return [
    `curl ${quote(url)} \\`,
    "  -H 'Content-Type: application/json' \\",
    `  -d ${quote(JSON.stringify(body, null, 2))}`,
  ].join('\n');
}

/** Between single quotes a shell leaves everything as it is, but for the quote itself. */
function quote(tekst: string): string {
  return `'${tekst.replaceAll("'", String.raw`'\''`)}'`;
}

// As much of an OpenAPI document as the page shows. A document without it stops the start.
const examplesSchema = z
  .record(z.string(), z.object({ summary: z.string(), value: z.unknown() }))
  .default({});
const contentSchema = z.record(z.string(), z.object({ examples: examplesSchema })).default({});

const operationSchema = z.object({
  operationId: z.string(),
  tags: z.tuple([z.string()]),
  summary: z.string(),
  description: z.string().optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(['path', 'query']),
        required: z.boolean().default(false),
        schema: z.object({ description: z.string() }),
        examples: examplesSchema,
      }),
    )
    .default([]),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: contentSchema })),
});
type Operation = z.infer<typeof operationSchema>;

const openApiSchema = z.object({
  info: z.object({ version: z.string() }),
  servers: z.tuple([z.object({ url: z.url() })]),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(
    z.string(),
    z.object({ get: operationSchema.optional(), post: operationSchema.optional() }),
  ),
});
