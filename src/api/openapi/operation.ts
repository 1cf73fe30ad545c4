import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { problemSchema } from '../problem.ts';

type Responses = ZodOpenApiOperationObject['responses'];
type MediaContent = Record<string, { schema: z.ZodType }>;

/** What every operation says of itself. */
interface Description {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
}

const versionHeader = z.object({
  'API-Version': z.string().meta({ description: 'De versie van de API' }),
});

/** Anything that goes wrong otherwise, such as too many requests. */
const OTHERWISE = { default: problem('Een andere fout') };

/** A fault, as problem details. */
export function problem(description: string) {
  return {
    description,
    headers: versionHeader,
    content: { 'application/problem+json': { schema: problemSchema } },
  };
}

interface GetOptions {
  readonly params?: NonNullable<ZodOpenApiOperationObject['requestParams']>;
  readonly fouten?: Responses;
  /** Whether the answer may be kept, and asked for again with its ETag. */
  readonly keep?: boolean;
  /** In which other forms the answer can be asked for. */
  readonly also?: MediaContent;
}

/** How to describe the operations of one group. */
export function ofTag(tag: string) {
  /** Reading something: with its parameters, and what may be wrong with those. */
  function get(
    about: Description,
    schema: z.ZodType,
    { params, fouten = {}, keep = true, also = {} }: GetOptions = {},
  ): ZodOpenApiOperationObject {
    return {
      ...about,
      tags: [tag],
      ...(params ? { requestParams: params } : {}),
      responses: {
        200: ok({ 'application/json': { schema }, ...also }),
        ...(keep
          ? { 304: { description: 'Niet veranderd sinds de ETag in If-None-Match', headers: versionHeader } }
          : {}),
        400: problem('Een parameter klopt niet, of bestaat niet'),
        ...fouten,
        ...OTHERWISE,
      },
    };
  }

  /** Reading one thing by its id. */
  function getById(
    about: Description,
    schema: z.ZodType,
    query?: NonNullable<GetOptions['params']>['query'],
  ): ZodOpenApiOperationObject {
    return get(about, schema, {
      params: {
        path: z.object({ id: z.string().meta({ description: 'Het id, zoals in de lijst' }) }),
        ...(query ? { query } : {}),
      },
      fouten: { 404: problem('Dit id bestaat niet') },
    });
  }

  /** Asking something with a body; nothing of it is kept. */
  function post(
    about: Description,
    body: z.ZodType,
    content: MediaContent,
    faults: Responses = {},
  ): ZodOpenApiOperationObject {
    return {
      ...about,
      tags: [tag],
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
      responses: {
        200: ok(content),
        400: problem('De aanvraag klopt niet'),
        413: problem('De aanvraag is te groot'),
        415: problem('De aanvraag is geen JSON in UTF-8 zonder compressie'),
        ...faults,
        ...OTHERWISE,
      },
    };
  }

  return { get, getById, post };
}

function ok(content: MediaContent) {
  return { description: 'Gelukt', headers: versionHeader, content };
}
