import { Router } from 'express';
import { checkVelden } from '../form.ts';
import { redirect } from '../page.ts';
import type { Area, BeheerDeps } from './area.ts';
import { getBezoeker } from './bezoeker.ts';
import { BEHEER, LOGIN_PATH } from './paths.ts';
import { listAreas } from './show.ts';

/** The first page of `/beheer`, with what waits in each part, and the button to log out. */
export function createHomeRouter(deps: BeheerDeps, areas: readonly Area[]): Router {
  const { say, show, login, cookie } = deps;
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/', async (_req, res) => {
    const { wie } = getBezoeker(res);
    const gebieden = await Promise.all(
      listAreas(areas, wie.rol).map(async ({ pad, naam, uitleg, wacht }) => ({
        href: `${BEHEER}${pad}`,
        naam: say(naam),
        uitleg: say(uitleg),
        wacht: (await wacht?.(deps, wie)) ?? null,
      })),
    );
    show(res, { template: 'beheer-start', titel: say('beheer.titel'), model: { gebieden } });
  });

  router.post('/uitloggen', async (req, res) => {
    checkVelden(req.body as URLSearchParams, []);
    const { wie, sessie } = getBezoeker(res);
    await login.sessions.end(sessie, login.toLogEntry(wie.id, 'uitgelogd', wie.email));
    cookie.clear(res);
    redirect(res, `${LOGIN_PATH}?uit=ja`);
  });

  return router;
}
