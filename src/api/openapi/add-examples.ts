import type { Antwoord } from '../problem.ts';

type Voorbeelden = { examples?: Record<string, { summary: string; value: unknown }> };
interface Operation {
  operationId?: string;
  parameters?: readonly ({ name: string } & Voorbeelden)[];
  requestBody?: { content: Record<string, Voorbeelden> };
  responses?: Record<string, { content?: Record<string, Voorbeelden> }>;
}
interface Document {
  paths?: Record<string, object>;
}

/**
 * Puts each example at its parameters, its body and its answer, under one name.
 * @throws Error when an operation does not have the place for it.
 */
export function addExamples<T extends object>(document: T, examples: readonly Example[]): T {
  const { paths = {} } = document as Document;
  const operations = Object.values(paths).flatMap((path) => Object.values(path) as Operation[]);
  for (const example of examples) {
    const { operationId, params = {}, body, status, antwoord } = example;
    const operation = operations.find((candidate) => candidate.operationId === operationId);
    for (const [naam, waarde] of Object.entries(params)) {
      add(
        operation?.parameters?.find(({ name }) => name === naam),
        example,
        waarde,
      );
    }
    if (body !== undefined) add(operation?.requestBody?.content['application/json'], example, body);
    const soort = status === 200 ? 'application/json' : 'application/problem+json';
    add(operation?.responses?.[status]?.content?.[soort], example, antwoord);
  }
  return document;
}

function add(
  place: Voorbeelden | undefined,
  { operationId, naam, samenvatting, status }: Example,
  value: unknown,
) {
  if (!place) throw new Error(`No place for example ${naam} of ${operationId} (${status}).`);
  place.examples = { ...place.examples, [naam]: { summary: samenvatting, value } };
}

/** A request and what the API answers to it. */
export interface Example {
  readonly operationId: string;
  /** Ties the parameters, the body and the answer of one example together. */
  readonly naam: string;
  readonly samenvatting: string;
  /** Values of path and query. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  readonly status: number;
  readonly antwoord: unknown;
}

/** An example with what the API answers to it, whatever that is. */
export function toExample<T>(vraag: Omit<Example, 'status' | 'antwoord'>, antwoord: Antwoord<T>): Example {
  return 'problem' in antwoord
    ? { ...vraag, status: antwoord.problem.status, antwoord: antwoord.problem }
    : { ...vraag, status: 200, antwoord: antwoord.data };
}
