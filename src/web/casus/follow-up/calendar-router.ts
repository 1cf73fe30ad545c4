import { Router } from 'express';
import { toDueEvents } from '../../../domain/casus/due-events.ts';
import { toNamePart } from '../../../domain/referral/casuscode.ts';
import type { Services } from '../../../services.ts';
import { type CasusDesk, handleCasus } from './casus-desk.ts';

/** Every day of a case that is to be kept in mind, in one calendar file. */
export function createCalendarRouter(deps: Services, desk: CasusDesk): Router {
  const { toIcs, now } = deps;
  const { rules, reader, advise, showCasus } = desk;
  const router = Router({ strict: true, caseSensitive: true });
  router.post(
    '/casus/termijnen',
    handleCasus(desk, async (res, casus) => {
      const events = toDueEvents({ ...deps, rules }, casus, await advise(casus), reader.today());
      if (events.length === 0) return showCasus(res, casus);
      res.attachment(`termijnen-${toNamePart(casus.casuscode)}.ics`).send(toIcs(events, now()));
    }),
  );
  return router;
}
