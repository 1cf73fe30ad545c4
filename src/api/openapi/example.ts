import type { Antwoord } from '../problem.ts';

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
