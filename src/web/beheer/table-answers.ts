import type { Response, Router } from 'express';
import { toDutchDate } from '../../domain/calendar.ts';
import { hasRol, type Wie } from '../../domain/editing/people.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { TABLE_LINK_DAYS } from '../../domain/table-answers/answer-link.ts';
import { listProposals, type Proposal } from '../../domain/table-answers/proposals.ts';
import { redirect } from '../page.ts';
import { toTafelHref } from '../tafel-presentation.ts';
import type { Area, BeheerDeps } from './area.ts';
import { getBezoeker } from './bezoeker.ts';
import { readVelden } from './form.ts';
import { requireRol } from './guard.ts';
import { BEHEER } from './paths.ts';

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
  addRoutes,
};

function addRoutes(router: Router, deps: BeheerDeps): void {
  const { say, show, login, records, now, model, antwoorden, antwoordlinks } = deps;

  router.get('/', async (req, res) => {
    const { wie } = getBezoeker(res);
    const tafel = model.tafelOf.get(String(req.query.tafel ?? ''));
    const isMade = tafel && hasRol(wie.rol, LINK_ROL) && (await isMadeToday(wie, tafel.id));
    await showAnswers(res, isMade ? tafel : null, null);
  });

  router.post('/link', requireRol(LINK_ROL), async (req, res) => {
    const { wie } = getBezoeker(res);
    const tafel = model.tafelOf.get(readVelden(req, 'tafel').get('tafel') ?? '');
    if (!tafel) return showAnswers(res, null, say('beheer.kies-tafel'));
    await records.commit([], [login.toLogEntry(wie.id, MADE, tafel.id)]);
    redirect(res, `${BEHEER}${PAD}?tafel=${tafel.id}`);
  });

  /** Shows what the answers of tables ask of an editor, with the link of `made`; `fout`: of no table was one asked. */
  async function showAnswers(res: Response, made: Overlegtafel | null, fout: string | null): Promise<void> {
    const proposals = listProposals(await antwoorden.counted(), now(), model.tafels, antwoordlinks.toVersie);
    const opties = model.tafels.map(({ id, naam }) => ({ id, tekst: naam, gekozen: made?.id === id }));
    const link = made && {
      ...{ tafel: made.inZin, dagen: TABLE_LINK_DAYS },
      adres: antwoordlinks.makeForTable(made.id),
    };
    const page = {
      template: 'beheer-antwoorden',
      titel: [say('beheer.tafelantwoorden'), ...(made ? [made.naam] : [])].join(': '),
      kruimels: [{ tekst: say('beheer.tafelantwoorden') }],
      fout: fout !== null,
      model: {
        fouten: fout ? [{ href: '#tafel', tekst: fout }] : [],
        voorstellen: proposals.map(toVoorstel),
        link,
        maken: hasRol(getBezoeker(res).wie.rol, LINK_ROL) ? { fout, opties } : null,
      },
    };
    show(res, page, fout ? 422 : 200);
  }

  function toVoorstel({ tafel: id, criterium, isNow, aantal, anders }: Proposal) {
    const tafel = model.tafelOf.get(id);
    return {
      ...{ isNow, aantal },
      tafel: tafel?.naam ?? id,
      href: tafel ? toTafelHref(id, tafel.soort) : null,
      criterium: tafel?.regels.criteria.find((one) => one.id === criterium)?.tekst ?? criterium,
      // Of a few others there is nothing to say but that they are few.
      anders: anders > 0 ? anders : null,
    };
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
}
