import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { problemSchema } from '../problem.ts';

type Responses = ZodOpenApiOperationObject['responses'];
type Inhoud = Record<string, { schema: z.ZodType }>;

/** What every operation says of itself. */
interface Kenmerken {
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
}

const versieHeader = z.object({
  'API-Version': z.string().meta({ description: 'De versie van de API' }),
});

/** Anything that goes wrong otherwise, such as too many requests. */
const ANDERS = { default: problem('Een andere fout') };

/** A fault, as problem details. */
export function problem(description: string) {
  return {
    description,
    headers: versieHeader,
    content: { 'application/problem+json': { schema: problemSchema } },
  };
}

/** Reading something: with its parameters, and what may be wrong with those. */
export function get(
  { tag, ...kenmerken }: Kenmerken,
  schema: z.ZodType,
  { params, fouten = {}, bewaren = true }: GetOpties = {},
): ZodOpenApiOperationObject {
  return {
    ...kenmerken,
    tags: [tag],
    ...(params ? { requestParams: params } : {}),
    responses: {
      200: ok({ 'application/json': { schema } }),
      ...(bewaren
        ? { 304: { description: 'Niet veranderd sinds de ETag in If-None-Match', headers: versieHeader } }
        : {}),
      ...fouten,
      ...ANDERS,
    },
  };
}
interface GetOpties {
  readonly params?: NonNullable<ZodOpenApiOperationObject['requestParams']>;
  readonly fouten?: Responses;
  /** Whether the answer may be kept, and asked for again with its ETag. */
  readonly bewaren?: boolean;
}

/** Reading one thing by its id. */
export function getById(kenmerken: Kenmerken, schema: z.ZodType): ZodOpenApiOperationObject {
  return get(kenmerken, schema, {
    params: { path: z.object({ id: z.string().meta({ description: 'Het id, zoals in de lijst' }) }) },
    fouten: { 404: problem('Dit id bestaat niet') },
  });
}

/** Asking something with a body; nothing of it is kept. */
export function post(
  { tag, ...kenmerken }: Kenmerken,
  body: z.ZodType,
  inhoud: Inhoud,
  fouten: Responses = {},
): ZodOpenApiOperationObject {
  return {
    ...kenmerken,
    tags: [tag],
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
    responses: {
      200: ok(inhoud),
      400: problem('De aanvraag klopt niet'),
      413: problem('De aanvraag is te groot'),
      ...fouten,
      ...ANDERS,
    },
  };
}

function ok(content: Inhoud) {
  return { description: 'Gelukt', headers: versieHeader, content };
}
