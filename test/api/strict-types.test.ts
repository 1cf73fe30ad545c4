import { describe, expect, it } from 'vitest';
import { P10, TAFELS, TOPX } from '../support/domain-facts.ts';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { createValidate } from '../support/openapi-document.ts';
import { openApi } from '../support/real-openapi.ts';
import { request } from '../support/request.ts';
import { createTestApp, SPACIOUS } from '../support/test-app.ts';

interface Pakketveld {
  readonly id: string;
  readonly type: string;
  readonly max: number;
  readonly opties: readonly { readonly id: string }[] | null;
}
type Path = readonly string[];

const app = createTestApp({ limits: SPACIOUS });
const validate = createValidate(openApi);
const place = ['paths', '/verwijzingen', 'post', 'requestBody', 'content', 'application/json', 'schema'];
const post = (body: object) => request(app).post('/api/v1/verwijzingen').send(body);

/** The fields that a table says it takes. */
async function readVelden(tafel: string): Promise<Pakketveld[]> {
  return (await request(app).get(`/api/v1/overlegtafels/${tafel}`).expect(200)).body.pakketvelden;
}

/** A value that a field says it takes. */
function toValue({ id, type, opties }: Pakketveld): string | number {
  if (id === 'casuscode') return 'TW-2026-014';
  switch (type) {
    case 'datum':
      return id === 'overlegdatum' ? '2026-12-14' : '2026-11-01';
    case 'getal':
      return 3;
    case 'keuze':
      return opties?.[0]?.id ?? '';
    case 'e-mail':
      return 'team@example.nl';
    default:
      return 'tekst';
  }
}

/** A referral with these fields, nested as the API has it. */
function fill(tafel: string, velden: readonly Pakketveld[]): object {
  const verwijzing: Record<string, unknown> = { bevestigd: ['x'] };
  for (const veld of velden) {
    const parts = veld.id.split('.');
    const last = parts.pop() ?? '';
    let span = verwijzing;
    for (const [index, part] of parts.entries()) {
      span[part] ??= part === 'plan' && index === 0 ? [] : {};
      span = span[part] as Record<string, unknown>;
    }
    span[last] = toValue(veld);
  }
  return { tafel, antwoorden: { ...LOKAAL_VAST, ...toFitting(tafel) }, verwijzing };
}

/** Every place in a value, itself included. */
function listPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, deel]) => listPaths(deel, [...path, key]))];
}

/** A copy with something else at one place. */
function put(value: unknown, [first, ...rest]: Path, other: unknown): unknown {
  if (first === undefined) return other;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  Object.assign(copy, { [first]: put((value as Record<string, unknown>)[first], rest, other) });
  return copy;
}

const OTHERS = ['tekst', 5, 1.5, -3, 123_456, true, null, [], {}, [5], { a: 1 }];

describe('POST /verwijzingen', () => {
  it.each(TAFELS)(
    'takes every field that GET /overlegtafels/%s names, in the type that it names',
    async (tafel) => {
      const body = fill(tafel, await readVelden(tafel));
      expect(validate(place, body)).toEqual([]);
      const { status, body: answer } = await post(body);
      expect(answer.fouten ?? []).toEqual([]);
      expect([200, 409]).toContain(status);
    },
  );

  it('refuses whatever has not the type that the schema says, and says where', async () => {
    const velden = await readVelden(P10);
    // One of each kind, of each place where they stand.
    const toKind = ({ id, type }: Pakketveld) => `${id.replace(/\..*$/, '.')}`.replace(/[^.]+$/, type);
    const kinds = new Map(velden.toReversed().map((veld) => [toKind(veld), veld]));
    const casuscode = velden.filter(({ id }) => id === 'casuscode');
    const body = fill(P10, [...casuscode, ...kinds.values()]);
    await post(body).expect(200);
    let refused = 0;
    for (const path of listPaths(body).filter(({ length }) => length > 0)) {
      for (const other of OTHERS) {
        const wrong = put(body, path, other) as object;
        if (validate(place, wrong).length === 0) continue;
        const what = `${path.join('.')}: ${JSON.stringify(other)}`;
        const { status, body: answer } = await post(wrong);
        expect(status, what).toBe(400);
        const pointers: string[] = answer.fouten.map(({ pointer }: { pointer: string }) => pointer);
        expect(
          pointers.filter((pointer) => pointer.startsWith(`/${path.join('/')}`)),
          what,
        ).not.toEqual([]);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(100);
  });

  it('says of a list that is too long how long it may be', async () => {
    const { body } = await post({
      tafel: TOPX,
      antwoorden: {},
      verwijzing: { casuscode: 'TW-2026-014', plan: Array.from({ length: 6 }, () => ({ wie: 'x' })) },
    }).expect(400);
    expect(body.fouten).toEqual([
      { pointer: '/verwijzing/plan', melding: 'Stuur een lijst van hoogstens 5.' },
    ]);
  });
});
