interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: see below.
  readonly data?: any;
  readonly error?: { readonly detail: string };
  readonly response: Response;
}

/**
 * Stands in for the client whose types `client.test.ts` generates from our OpenAPI document and compiles the calls with:
 * for the type check of the whole project, which generates nothing, an answer may be anything.
 */
export interface ApiClient {
  GET(path: string, init?: object): Promise<Answer>;
  POST(path: string, init: object): Promise<Answer>;
}
