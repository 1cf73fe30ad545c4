import { Router } from 'express';
import type { Services } from '../../services.ts';
import { createErrorHandler, createNotFound } from '../error-handler.ts';
import type { Area, BeheerDeps } from './area.ts';
import { AREAS } from './areas.ts';
import { createFaultPages } from './fault-pages.ts';
import { createGuard, requireRol } from './guard.ts';
import { createHomeRouter } from './home-router.ts';
import { createLoginRouter } from './login/router.ts';
import { BEHEER } from './paths.ts';
import { createSessionCookie } from './session-cookie.ts';
import { createShow } from './show.ts';

/**
 * All of `/beheer`: what is open to anyone comes first, then the guard, then the areas, each for its role. Nothing passes on to
 * the site.
 */
export function createBeheerRouter(services: Services, areas: readonly Area[] = AREAS): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const { say } = services;
  // What is the same on every page, such as the link to a report, must not name the link of this one.
  const render: Services['render'] = (_path, page) => services.render(BEHEER, page);
  const show = createShow({ say, render }, areas);
  router.use((_req, res, next) => {
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    next();
  });
  const deps: BeheerDeps = { ...services, render, cookie: createSessionCookie(services.baseUrl), show };
  router.use(createLoginRouter(deps), createGuard(deps), createHomeRouter(deps, areas));
  for (const { rol, elders, ...area } of areas)
    for (const { pad, create } of [area, ...(elders ? [elders] : [])])
      router.use(pad, requireRol(rol), create(deps));
  router.use(createNotFound(render, say), createFaultPages(deps, show), createErrorHandler(render, say));
  return router;
}
