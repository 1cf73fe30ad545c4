import { Router } from 'express';
import { describe, expect, it } from 'vitest';
import { type BeheerRol, hasRol, ROLLEN } from '../../../src/domain/editing/people.ts';
import type { Area, BeheerDeps } from '../../../src/web/beheer/area.ts';
import { AREAS } from '../../../src/web/beheer/router.ts';
import { logIn } from '../../support/logged-in.ts';
import { createMemoryRecords } from '../../support/memory-records.ts';
import { request } from '../../support/request.ts';
import { createTestApp, createTestEditing, SPACIOUS } from '../../support/test-app.ts';

const records = createMemoryRecords();
const app = createTestApp({ records });
/** Enough to make routers of; they ask for the rest when they are used. */
const deps = new Proxy(
  { editing: createTestEditing(records) },
  { get: (own, naam) => (naam === 'editing' ? own.editing : () => '') },
) as unknown as BeheerDeps;

interface Layer {
  readonly route?: {
    readonly path: string | readonly string[];
    readonly methods: Readonly<Record<string, boolean>>;
    readonly stack: readonly { readonly handle: { readonly nodig?: BeheerRol } }[];
  };
  readonly handle: { readonly stack?: readonly Layer[] };
}

/** Every route of a router, those of routers in it included, as Express has them. */
function listLayers({ stack = [] }: Layer['handle']): Layer[] {
  return stack.flatMap((layer) => (layer.route ? [layer] : listLayers(layer.handle)));
}

/** The routes of an area, each with the role that it needs: nothing is asked of the services before a request. */
function listRoutes({ pad, rol, addRoutes }: Pick<Area, 'pad' | 'rol' | 'addRoutes'>) {
  const router = Router();
  addRoutes(router, deps);
  return listLayers(router as unknown as Layer['handle']).flatMap(({ route }) =>
    [route?.path ?? []].flat().flatMap((path) =>
      Object.keys(route?.methods ?? {}).map((method) => ({
        method: method as 'get' | 'post',
        // What stands for an id is an id.
        pad: `${pad}${path === '/' ? '' : path}`.replaceAll(/:\w+/g, 'x'),
        rol: route?.stack.find(({ handle }) => handle.nodig)?.handle.nodig ?? rol,
      })),
    ),
  );
}

const ROUTES = [
  { method: 'get' as const, pad: '', rol: 'redacteur' as const },
  { method: 'post' as const, pad: '/uitloggen', rol: 'redacteur' as const },
  ...AREAS.flatMap((area) => [area, ...(area.elders ? [{ ...area, ...area.elders }] : [])]).flatMap(
    listRoutes,
  ),
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

it('neemt uit een formulier weg wat niemand ziet, en laat de rest staan', async () => {
  const records = createMemoryRecords();
  const redacteur = await logIn(createTestApp({ records }), records, 'redacteur');
  const titel = 'Nieuw\u0000 \u202enummer\u2069\u0007 👩🏽‍⚕️';
  const { headers } = await redacteur.post('/concepten', { titel }).expect(303);
  const id = /concepten\/([\w-]+)/.exec(headers.location ?? '')?.[1] ?? '';
  expect((await records.read('concept', id))?.value.titel).toBe('Nieuw nummer 👩🏽‍⚕️');
});

it('telt formulieren van het beheer mee, ook van wie niet is ingelogd', async () => {
  const once = { perAddress: 1, samen: 100 };
  const limited = createTestApp({ records, limits: { ...SPACIOUS, posts: once } });
  const post = () => request(limited).post('/beheer/concepten').type('form').send('titel=x');
  expect((await post()).status).toBe(401);
  expect((await post()).status).toBe(429);
  expect((await request(limited).get('/beheer/inloggen')).status).toBe(200);
});

it('zegt op de pagina van een weigering niet bij welk adres dat was: daarin kan een link staan om in te loggen', async () => {
  const post = request(app).post('/beheer/link/geheim-van-iemand').set('Sec-Fetch-Site', 'cross-site');
  const { status, text } = await post.type('form').send('');
  expect(status).toBe(403);
  expect(text).toContain('/klopt-niet?pagina=/');
  expect(text).not.toContain('geheim-van-iemand');
});

it('laat wie met een link inlogt niet wachten op wat anderen aan formulieren sturen', async () => {
  const limited = createTestApp({ records, limits: { ...SPACIOUS, posts: { perAddress: 1, samen: 1 } } });
  const send = (path: string) => request(limited).post(path).type('form').send('titel=x');
  await send('/beheer/concepten').expect(401);
  await send('/beheer/concepten').expect(429);
  expect((await send('/beheer/link/bestaat-niet')).status).not.toBe(429);
});
