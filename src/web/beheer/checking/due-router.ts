import { type Response, Router } from 'express';
import { listDue } from '../../../domain/editing/due-list.ts';
import { hasRol, type Wie } from '../../../domain/editing/people.ts';
import { wantsDigest } from '../../../editing/digest.ts';
import { checkVelden } from '../../form.ts';
import { redirect } from '../../page.ts';
import type { Area, BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { addCheckActions } from './check-actions.ts';
import { DUE_PATH, toDuePage } from './to-due-page.ts';

/** Where stands what was checked a year ago. */
export const TE_CONTROLEREN: Area = {
  pad: '/te-controleren',
  rol: 'redacteur',
  naam: 'nakijken.te-controleren',
  uitleg: 'nakijken.te-controleren-uitleg',
  wacht: async ({ live, now, say }) => {
    const aantal = listDue(live.files, now()).nu.length;
    return aantal > 0 ? say('nakijken.wacht-nu', { aantal }) : null;
  },
  create: createDueRouter,
};

type Bericht = Parameters<typeof toDuePage>[1]['bericht'];

function createDueRouter(deps: BeheerDeps): Router {
  const { say, show, editing, live, now, records, mailBeheer } = deps;
  const router = Router({ strict: true, caseSensitive: true });

  /** Whether somebody gets the mail of the week; null where there is none for them. */
  async function readDigestChoice(wie: Wie): Promise<boolean | null> {
    if (!mailBeheer || !hasRol(wie.rol, 'uitgever')) return null;
    const kept = await records.read('medewerker', wie.id);
    return kept !== null && wantsDigest(kept.value);
  }

  async function showDue(res: Response, bericht: Bericht, status = 200): Promise<void> {
    const { wie } = getBezoeker(res);
    const [own, weekbericht] = await Promise.all([editing.checking.find(wie), readDigestChoice(wie)]);
    show(res, toDuePage(say, { files: live.files, own, now: now(), bericht, weekbericht }), status);
  }

  router.get('/', async (req, res) => {
    const ok = (tekst: string): Bericht => ({ soort: 'ok', tekst });
    if (req.query.genoteerd === 'ja') return showDue(res, ok(say('nakijken.genoteerd')));
    if (req.query.weekbericht === 'aan') return showDue(res, ok(say('nakijken.bericht-aan')));
    if (req.query.weekbericht === 'uit') return showDue(res, ok(say('nakijken.bericht-uit')));
    await showDue(res, null);
  });

  router.post('/weekbericht', async (req, res, next) => {
    const form = req.body as URLSearchParams;
    checkVelden(form, ['weekbericht']);
    const { wie } = getBezoeker(res);
    const isOn = form.get('weekbericht') === 'aan';
    const kept = await records.read('medewerker', wie.id);
    if (!kept || (await readDigestChoice(wie)) === null) return next();
    const { geenWeekbericht: _, ...rest } = kept.value;
    const value = isOn ? rest : { ...rest, geenWeekbericht: true };
    const done = await records.commit(
      [{ kind: 'medewerker', id: wie.id, revision: kept.revision, value }],
      [editing.drafts.toEntry(wie, isOn ? 'weekbericht-aan' : 'weekbericht-uit', wie.email)],
    );
    // On a conflict somebody changed this account just now: the page shows how it is.
    redirect(res, done === 'ok' ? `${DUE_PATH}?weekbericht=${isOn ? 'aan' : 'uit'}` : DUE_PATH);
  });

  addCheckActions(router, deps, {
    toPath: () => `${DUE_PATH}?`,
    velden: [],
    showAgain: (_req, res, tekst) => showDue(res, { soort: 'warning', tekst }, 409),
  });
  // Who loads the page again after a refusal asks for the address of its form.
  for (const pad of ['/nog-juist', '/wijzig', '/weekbericht'])
    router.get(pad, (_req, res) => redirect(res, DUE_PATH));

  return router;
}
