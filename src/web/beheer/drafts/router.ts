import type { Response, Router } from 'express';
import { toTimeText } from '../../../domain/calendar.ts';
import { type Concept, isOpen, isReturned } from '../../../domain/editing/draft.ts';
import { hasRol } from '../../../domain/editing/people.ts';
import type { Kept } from '../../../domain/editing/records.ts';
import { redirect } from '../../page.ts';
import type { Area, BeheerDeps } from '../area.ts';
import { getBezoeker, readNames } from '../bezoeker.ts';
import { checkText, findDone, readVelden, toDonePath } from '../form.ts';
import { toDraftPath } from '../paths.ts';
import { addActions } from './add-actions.ts';
import { addClashes } from './add-clashes.ts';
import { addComparisons } from './add-comparisons.ts';
import { createShowDraft, toStatus } from './show-draft.ts';
import { tellContents } from './tell-contents.ts';

/** Where drafts are begun, looked at, offered and approved. */
export const CONCEPTEN: Area = {
  pad: '/concepten',
  rol: 'redacteur',
  naam: 'concepten.naam',
  uitleg: 'concepten.uitleg',
  async wacht({ editing, say }, wie) {
    const drafts = (await editing.drafts.list()).map(({ value }) => ({
      ...{ value, isOwn: value.gemaaktDoor.includes(wie.id) },
    }));
    const returned = drafts.filter(({ value, isOwn }) => isOwn && isReturned(value)).length;
    const waiting = hasRol(wie.rol, 'uitgever')
      ? drafts.filter(({ value, isOwn }) => !isOwn && value.status === 'aangeboden').length
      : 0;
    const said = [
      ...(returned > 0 ? [say('concepten.wacht-terug', { aantal: returned })] : []),
      ...(waiting > 0 ? [say('concepten.wacht', { aantal: waiting })] : []),
    ];
    return said.join('. ') || null;
  },
  addRoutes,
};

/** Of those that are done, only the last ones are shown. */
const DONE_SHOWN = 50;

function addRoutes(router: Router, deps: BeheerDeps): void {
  const { say, show, editing, records } = deps;
  const showDraft = createShowDraft(deps);

  router.get('/', (_req, res) => showList(res, '', null));

  router.post('/', async (req, res) => {
    const { value, fout } = checkText(readVelden(req, 'titel'), 'titel');
    if (fout) return showList(res, value, say(`concepten.${fout}`));
    const id = await editing.drafts.start(getBezoeker(res).wie, value);
    redirect(res, toDonePath(toDraftPath(id), 'begonnen'));
  });

  router.get('/:id', async (req, res, next) => {
    const draft = await editing.drafts.open(req.params.id);
    if (!draft) return next();
    await showDraft(res, draft, { gedaan: findDone(say, 'concepten', req.query.gedaan) });
  });

  addActions(router, deps, showDraft);
  addClashes(router, deps, showDraft);
  addComparisons(router, deps);

  /** Shows all drafts, the open ones first; with a title that was refused, and why. */
  async function showList(res: Response, waarde: string, fout: string | null): Promise<void> {
    const [drafts, toName] = await Promise.all([editing.drafts.list(), readNames(records, say)]);
    const toItem = ({ id, value }: Kept<Concept>) => ({
      href: toDraftPath(id),
      naam: value.titel,
      status: toStatus(say, value, getBezoeker(res).wie),
      wie: value.gemaaktDoor.map(toName).join(', '),
      gewijzigd: toTimeText(new Date(value.gewijzigd)),
    });
    const open = drafts.filter(({ value }) => isOpen(value));
    const done = drafts.filter(({ value }) => !isOpen(value)).slice(0, DONE_SHOWN);
    const model = {
      fouten: fout === null ? null : [{ href: '#titel', tekst: fout }],
      titelVeld: { waarde, fout },
      open: await Promise.all(
        open.map(async (draft) => ({ ...toItem(draft), inhoud: await tellContents(deps, draft.id) })),
      ),
      klaar: done.map(toItem),
    };
    const page = { template: 'beheer-concepten', titel: say('concepten.naam'), fout: fout !== null, model };
    show(res, page, fout === null ? 200 : 422);
  }
}
