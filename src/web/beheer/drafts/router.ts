import { type Response, Router } from 'express';
import { hasRol } from '../../../domain/editing/people.ts';
import { checkVelden } from '../../form.ts';
import { redirect } from '../../page.ts';
import type { Area, BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { BEHEER } from '../paths.ts';
import { readNames } from '../read-names.ts';
import { addActions } from './add-actions.ts';
import { addClashes } from './add-clashes.ts';
import { addComparisons } from './add-comparisons.ts';
import { DONE, findDone } from './done.ts';
import { checkText } from './read-text.ts';
import { createShowDraft } from './show-draft.ts';
import { toListPage } from './to-list-page.ts';

const PAD = '/concepten';

/** Where drafts are begun, looked at, offered and approved. */
export const CONCEPTEN: Area = {
  pad: PAD,
  rol: 'redacteur',
  naam: 'concepten.naam',
  uitleg: 'concepten.uitleg',
  async wacht({ editing, say }, wie) {
    if (!hasRol(wie.rol, 'uitgever')) return null;
    const waiting = (await editing.drafts.list()).filter(
      ({ value }) => value.status === 'aangeboden' && !value.gemaaktDoor.includes(wie.id),
    );
    return waiting.length === 0 ? null : say('concepten.wacht', { aantal: waiting.length });
  },
  create: createDraftsRouter,
};

function createDraftsRouter(deps: BeheerDeps): Router {
  const { say, show, editing, records } = deps;
  const router = Router({ strict: true, caseSensitive: true });
  const showDraft = createShowDraft(deps);

  router.get('/', (_req, res) => showList(res, { waarde: '', fout: null }));

  router.post('/', async (req, res) => {
    const form = req.body as URLSearchParams;
    checkVelden(form, ['titel']);
    const { value, fout } = checkText(form, 'titel');
    if (fout) return showList(res, { waarde: value, fout: say(`concepten.${fout}`) }, 422);
    const id = await editing.drafts.start(getBezoeker(res).wie, value);
    redirect(res, `${BEHEER}${PAD}/${id}?gedaan=${DONE.begonnen}`);
  });

  router.get('/:id', async (req, res, next) => {
    const draft = await editing.drafts.open(req.params.id);
    if (!draft) return next();
    await showDraft(res, draft, { gedaan: findDone(say, req.query.gedaan) });
  });

  addActions(router, deps, showDraft);
  addClashes(router, deps, showDraft);
  addComparisons(router, deps);
  return router;

  async function showList(res: Response, titelVeld: { waarde: string; fout: string | null }, status = 200) {
    const [drafts, toName] = await Promise.all([editing.drafts.list(), readNames(records, say)]);
    show(res, toListPage(say, drafts, toName, titelVeld), status);
  }
}
