import type { ErrorRequestHandler } from 'express';
import { StorageFailure } from '../../domain/storage-failure.ts';
import { sendPage } from '../page.ts';
import type { BeheerDeps, ShowPage } from './area.ts';
import { findBezoeker } from './bezoeker.ts';
import { NotAllowed } from './guard.ts';

/** The pages for what goes wrong in `/beheer` alone: no storage, or a role that does not suffice. Other faults go on. */
export function createFaultPages(
  { say, render }: Pick<BeheerDeps, 'say' | 'render'>,
  show: ShowPage,
): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error);
    if (error instanceof StorageFailure) {
      req.logError(error, 'het beheer kan niet bij de opslag');
      res.set('Retry-After', '30');
      const model = { gepost: req.method === 'POST' };
      return sendPage(
        res,
        render,
        { template: 'beheer-geen-opslag', titel: say('beheer.geen-opslag'), model },
        503,
      );
    }
    const bezoeker = findBezoeker(res);
    if (!(error instanceof NotAllowed && bezoeker)) return next(error);
    const model = { eigen: say(`beheer.rol-${bezoeker.wie.rol}`), nodig: say(`beheer.rol-${error.nodig}`) };
    const titel = say('beheer.mag-niet');
    show(res, { template: 'beheer-mag-niet', titel, kruimels: [{ tekst: titel }], model }, 403);
  };
}
