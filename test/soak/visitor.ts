/** What one request came to. */
export interface Measurement {
  readonly soort: string;
  readonly status: number;
  /** From sending to the last byte of the answer, in milliseconds. */
  readonly time: number;
}

/** An answer, read to its end. */
export interface Antwoord {
  readonly status: number;
  readonly location: string;
  readonly text: string;
}

type Velden = readonly (readonly [naam: string, waarde: string])[];

/** Someone who uses the site, and whose every request is measured. */
export interface Visitor {
  readonly get: (soort: string, path: string) => Promise<Antwoord>;
  /** Posts fields as a form does. */
  readonly post: (soort: string, path: string, velden: Velden) => Promise<Antwoord>;
  /** Posts a text as it is, by default as JSON. */
  readonly send: (
    soort: string,
    path: string,
    body: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Antwoord>;
}

/** Makes a visitor with an address of its own, as a proxy in front of the server names it. */
export function createVisitor(url: string, adres: string, note: (measurement: Measurement) => void): Visitor {
  async function ask(soort: string, path: string, init: RequestInit = {}): Promise<Antwoord> {
    const begin = performance.now();
    const headers = { 'X-Forwarded-For': adres, ...(init.headers as Record<string, string>) };
    const res = await fetch(url + path, { redirect: 'manual', ...init, headers });
    const text = await res.text();
    note({ soort, status: res.status, time: performance.now() - begin });
    return {
      status: res.status,
      location: (res.headers.get('location') ?? '').replace(/^https?:\/\/[^/]+/, ''),
      text,
    };
  }
  return {
    get: (soort, path) => ask(soort, path),
    post: (soort, path, velden) =>
      ask(soort, path, {
        method: 'POST',
        body: new URLSearchParams(velden.map(([naam, waarde]) => [naam, waarde])),
      }),
    send: (soort, path, body, headers = { 'Content-Type': 'application/json' }) =>
      ask(soort, path, { method: 'POST', body, headers }),
  };
}
