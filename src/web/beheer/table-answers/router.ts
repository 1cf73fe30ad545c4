import { type Response, Router } from 'express';
import { toDutchDate } from '../../../domain/calendar.ts';
import { hasRol, type Wie } from '../../../domain/editing/people.ts';
import { listProposals } from '../../../domain/table-answers/proposals.ts';
import { checkVelden } from '../../form.ts';
import { redirect } from '../../page.ts';
import type { Area, BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { NotAllowed } from '../guard.ts';
import { BEHEER } from '../paths.ts';
import { toAnswersPage } from './to-answers-page.ts';

const PAD = '/tafelantwoorden';
/** Who hands a table the link with which it speaks on the site, for a year. */
const LINK_ROL = 'uitgever';
/** What the log says of such a link; `over` is the id of the table. */
const MADE = 'tafellink-gemaakt';
/** How many lines of the log to look through for a link that was just made. */
const RECENT = 50;

/** Where an editor sees which criteria tables read differently, and an uitgever makes the link of a table. */
export const TAFELANTWOORDEN: Area = {
  pad: PAD,
  rol: 'redacteur',
  naam: 'beheer.tafelantwoorden',
  uitleg: 'beheer.tafelantwoorden-uitleg',
  create: createTableAnswersRouter,
};

function createTableAnswersRouter(deps: BeheerDeps): Router {
  const { show, login, records, now, model, antwoorden, antwoordlinks } = deps;
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/', async (req, res) => {
    const { wie } = getBezoeker(res);
    const tafel = model.tafelOf.get(String(req.query.tafel ?? ''));
    const isMade = tafel && hasRol(wie.rol, LINK_ROL) && (await isMadeToday(wie, tafel.id));
    await showAnswers(res, {
      link: isMade ? { tafel, adres: antwoordlinks.makeForTable(tafel.id) } : null,
    });
  });

  router.post('/link', async (req, res) => {
    const form = req.body as URLSearchParams;
    checkVelden(form, ['tafel']);
    const { wie } = getBezoeker(res);
    if (!hasRol(wie.rol, LINK_ROL)) throw new NotAllowed(LINK_ROL);
    const tafel = model.tafelOf.get(form.get('tafel') ?? '');
    if (!tafel) return showAnswers(res, { link: null, isFaulty: true }, 422);
    await records.commit([], [login.toLogEntry(wie.id, MADE, tafel.id)]);
    redirect(res, `${BEHEER}${PAD}?tafel=${tafel.id}`);
  });

  async function showAnswers(
    res: Response,
    shown: Pick<Parameters<typeof toAnswersPage>[1], 'link' | 'isFaulty'>,
    status = 200,
  ): Promise<void> {
    const counted = await antwoorden.counted();
    const proposals = listProposals(counted, now(), model.tafels, antwoordlinks.toVersie);
    const mayLink = hasRol(getBezoeker(res).wie.rol, LINK_ROL);
    show(res, toAnswersPage(deps, { proposals, mayLink, ...shown }), status);
  }

  /** A link shows only to who had it made, as the log tells: no page gives one that nobody knows of. */
  async function isMadeToday({ id }: Wie, tafel: string): Promise<boolean> {
    const today = toDutchDate(now());
    const lines = await records.readLog(RECENT);
    return lines.some(
      ({ wat, wie, over, op }) =>
        wat === MADE && wie === id && over === tafel && toDutchDate(new Date(op)) === today,
    );
  }

  return router;
}
