import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Express } from 'express';
import { request } from './request.ts';

type Examples = Readonly<Record<string, { readonly value: unknown }>>;
interface Content {
  readonly schema: object;
  readonly examples?: Examples;
}

/** One operation of an OpenAPI document. */
export interface Operation {
  readonly pad: string;
  readonly methode: 'get' | 'post';
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly examples?: Examples;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;
}

/** All operations of a document. */
export function readOperations(document: object): Operation[] {
  const { paths } = document as { paths: Record<string, Record<string, object>> };
  return Object.entries(paths).flatMap(([pad, methods]) =>
    Object.entries(methods).map(
      ([methode, operation]) => ({ ...operation, pad, methode }) as unknown as Operation,
    ),
  );
}

/** The request of the example with this name. */
export function sendExample(app: Express, operation: Operation, naam: string) {
  const { pad, methode, parameters = [], requestBody } = operation;
  const read = (span: string) =>
    parameters.flatMap(({ name, in: waar, examples }) =>
      waar === span && examples?.[naam] ? [[name, String(examples[naam].value)] as const] : [],
    );
  const adres = read('path').reduce((until, [name, waarde]) => until.replace(`{${name}}`, waarde), pad);
  const vraag = request(app)
    [methode](`/api/v1${adres}`)
    .query(Object.fromEntries(read('query')));
  const body = requestBody?.content['application/json']?.examples?.[naam]?.value;
  return body === undefined ? vraag : vraag.send(body as object);
}

/** Validates by the schemas of an OpenAPI document, as another program does: it knows nothing of zod. */
export function createValidate(document: object) {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  ajv.addFormat('uri', (tekst: string) => URL.canParse(tekst));
  // Zod gives these a pattern as well.
  for (const format of ['uuid', 'email', 'date']) ajv.addFormat(format, true);
  ajv.addSchema(document, 'api', false);
  const made = new Map<string, ValidateFunction>();

  /** What is wrong with a value, by the schema at a place in the document. */
  return (span: readonly string[], waarde: unknown): string[] => {
    const pointer = span.map((deel) => deel.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
    let validate = made.get(pointer);
    if (!validate) {
      validate = ajv.compile({ $ref: `api#/${encodeURI(pointer).replaceAll('%7E', '~')}` });
      made.set(pointer, validate);
    }
    validate(waarde);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
