import type { Response, Router } from 'express';
import { toDutchDate } from '../../../domain/calendar.ts';
import { type DueItem, listDue } from '../../../domain/editing/due-list.ts';
import { hasRol, type Wie } from '../../../domain/editing/people.ts';
import { wantsDigest } from '../../../editing/digest.ts';
import { redirect } from '../../page.ts';
import type { Area, BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { readVelden } from '../form.ts';
import { BEHEER } from '../paths.ts';
import { addCheckActions, type Bericht, toCheckItem, toOwnDraft } from './check-item.ts';

const PAD = '/te-controleren';
const PATH = `${BEHEER}${PAD}`;

/** Where stands what was checked a year ago. */
export const TE_CONTROLEREN: Area = {
  pad: PAD,
  rol: 'redacteur',
  naam: 'nakijken.te-controleren',
  uitleg: 'nakijken.te-controleren-uitleg',
  wacht: async ({ live, now, say }) => {
    const aantal = listDue(live.files, now()).nu.length;
    return aantal > 0 ? say('nakijken.wacht-nu', { aantal }) : null;
  },
  addRoutes,
};

function addRoutes(router: Router, deps: BeheerDeps): void {
  const { say, show, editing, live, now, records, mailBeheer } = deps;

  /** Whether somebody gets the mail of the week; null where there is none for them. */
  async function readDigestChoice(wie: Wie): Promise<boolean | null> {
    if (!mailBeheer || !hasRol(wie.rol, 'uitgever')) return null;
    const kept = await records.read('medewerker', wie.id);
    return kept !== null && wantsDigest(kept.value);
  }

  async function showDue(res: Response, bericht: Bericht | null, status = 200): Promise<void> {
    const { wie } = getBezoeker(res);
    const [own, weekbericht] = await Promise.all([editing.checking.find(wie), readDigestChoice(wie)]);
    const due = listDue(live.files, now());
    const toItem = (item: DueItem) => ({
      ...toCheckItem(say, live.files, item, own, toDutchDate(now())),
      label: item.titel,
      wat: say(`nakijken.wat-${item.soort}`),
      waarde: item.waarde ?? say('nakijken.niet-bekend'),
      href: item.soort === 'bron' ? item.waarde : null,
    });
    const model = {
      bericht,
      acties: PATH,
      eigen: toOwnDraft(own),
      nu: due.nu.map(toItem),
      binnenkort: due.binnenkort.map(toItem),
      navragen: due.navragen.map(({ titel, tekst }) => ({ label: titel, tekst })),
      weekbericht: weekbericht === null ? null : { isAan: weekbericht },
    };
    show(res, { template: 'beheer-te-controleren', titel: say('nakijken.te-controleren'), model }, status);
  }

  router.get('/', async (req, res) => {
    const { genoteerd, weekbericht } = req.query;
    const ok = (tekst: string): Bericht => ({ soort: 'ok', tekst });
    if (genoteerd === 'ja') return showDue(res, ok(say('nakijken.genoteerd')));
    const isKnown = weekbericht === 'aan' || weekbericht === 'uit';
    await showDue(res, isKnown ? ok(say(`nakijken.bericht-${weekbericht}`)) : null);
  });

  router.post('/weekbericht', async (req, res, next) => {
    const isOn = readVelden(req, 'weekbericht').get('weekbericht') === 'aan';
    const { wie } = getBezoeker(res);
    const kept = await records.read('medewerker', wie.id);
    if (!kept || (await readDigestChoice(wie)) === null) return next();
    const { geenWeekbericht: _, ...rest } = kept.value;
    const value = isOn ? rest : { ...rest, geenWeekbericht: true };
    const choice = isOn ? 'aan' : 'uit';
    const done = await records.commit(
      [{ kind: 'medewerker', id: wie.id, revision: kept.revision, value }],
      [editing.drafts.toLogEntry(wie.id, `weekbericht-${choice}`, wie.email)],
    );
    // On a conflict somebody changed this account just now: the page shows how it is.
    redirect(res, done === 'ok' ? `${PATH}?weekbericht=${choice}` : PATH);
  });
  router.get('/weekbericht', (_req, res) => redirect(res, PATH));

  addCheckActions(router, deps, {
    toPath: () => `${PATH}?`,
    velden: [],
    showAgain: (_req, res, bericht) => showDue(res, bericht, 409),
  });
}
