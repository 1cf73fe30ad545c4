import { describe, expect, it } from 'vitest';
import { hasRol, ROLLEN } from '../../../src/domain/editing/people.ts';
import type { Area, BeheerDeps } from '../../../src/web/beheer/area.ts';
import { AREAS } from '../../../src/web/beheer/areas.ts';
import { logIn } from '../../support/logged-in.ts';
import { createMemoryRecords } from '../../support/memory-records.ts';
import { request } from '../../support/request.ts';
import { createTestApp, createTestEditing } from '../../support/test-app.ts';

const records = createMemoryRecords();
const app = createTestApp({ records });

const editing = createTestEditing(records);

/** Every route of an area, as Express has it: beside what content there is, nothing is asked of the services before a request. */
function listRoutes({ pad, rol, create }: Area) {
  const router = create({ editing } as BeheerDeps) as unknown as {
    stack: { route?: { path: string | string[]; methods: Record<string, boolean> } }[];
  };
  return router.stack.flatMap(({ route }) =>
    Object.keys(route?.methods ?? {}).flatMap((method) =>
      [route?.path ?? []].flat().map((path) => ({
        method: method as 'get' | 'post',
        // What stands for an id is an id.
        pad: `${pad}${path === '/' ? '' : path.replaceAll(/:\w+/g, 'x')}`,
        rol,
      })),
    ),
  );
}

const ROUTES = [
  { method: 'get' as const, pad: '', rol: 'redacteur' as const },
  { method: 'post' as const, pad: '/uitloggen', rol: 'redacteur' as const },
  ...AREAS.flatMap(listRoutes),
];

describe.each(ROUTES)('de wacht voor $method /beheer$pad', ({ method, pad, rol }) => {
  it('laat niemand door die niet is ingelogd', async () => {
    const answer = await request(app)[method](`/beheer${pad}`);
    expect(answer.status).toBe(method === 'get' ? 303 : 401);
    if (method === 'get') expect(answer.headers.location).toBe('/beheer/inloggen');
  });

  it.each(ROLLEN.filter((other) => !hasRol(other, rol)))('weigert een %s', async (other) => {
    const { get, post } = await logIn(app, records, other);
    expect((await (method === 'get' ? get(pad) : post(pad))).status).toBe(403);
  });
});

it.each(ROUTES.filter(({ method }) => method !== 'get'))(
  'weigert een formulier zonder het teken van deze sessie: $method /beheer$pad',
  async ({ method, pad }) => {
    const own = await logIn(app, records, 'beheerder');
    const other = await logIn(app, records, 'beheerder');
    const post = (form: string) =>
      request(app)[method](`/beheer${pad}`).set('Cookie', own.cookie).type('form').send(form);
    for (const form of ['', 'csrf=', `csrf=${other.csrf}`, `csrf=${own.csrf}&csrf=${own.csrf}`])
      expect((await post(form)).status, form).toBe(403);
  },
);
