import { type Request, type Response, Router } from 'express';
import { giveAdvies } from '../../domain/advice/advies.ts';
import { type Casus, MAX_CASUS, MEDIA_TYPE } from '../../domain/casus/casus.ts';
import { createCasusRules } from '../../domain/casus/casus-rules.ts';
import { putAdvies, putStatus, readAntwoorden, readVelden } from '../../domain/casus/change-casus.ts';
import { mergeCasussen } from '../../domain/casus/merge-casus.ts';
import { toCasusFileName, writeCasus } from '../../domain/casus/write-casus.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import { readMultipart, type Upload } from '../../http/read-multipart.ts';
import type { Services } from '../../services.ts';
import { readForm } from '../form.ts';
import { redirect, sendPage } from '../page.ts';
import { MAX_FORM, type ReferralDesk } from '../referral/referral-desk.ts';
import { pickVelden } from '../referral/to-take-along.ts';
import { readStand, toNewStand } from '../stand-param.ts';
import { actOnItem, readTyped } from './item-actions.ts';
import { type BroughtCasus, createCasusReader } from './read-casus.ts';
import type { Shown } from './shown.ts';
import { toBeginPage } from './to-begin-page.ts';
import { toCasusAdvies, toCasusPage } from './to-casus-page.ts';

/** In bytes: the file percent-encoded, with what is typed beside it. */
const MAX_POST = 3 * MAX_CASUS + MAX_FORM;
/** Two files, and the one that the page carries. Of a larger file the rest is dropped: what was typed beside it is kept. */
const UPLOAD = { body: 64 * MAX_CASUS, part: 2 * MAX_CASUS, files: 2, fields: 60 };
const PACKAGE = 'pakket-';

/**
 * The case file: opening, joining, changing and handing it out. It travels in the body of posts alone; nothing of it is
 * kept, and nothing of it comes into an address or a log.
 */
export function createCasusRouter(deps: Services, desk: ReferralDesk): Router {
  const { content, model, evaluate, say, zegel, render, now } = deps;
  const rules = createCasusRules(say, content, model);
  const reader = createCasusReader(deps, rules, desk);
  const router = Router({ strict: true, caseSensitive: true });

  const advise = (casus: Casus) => giveAdvies(model, evaluate, readAntwoorden(casus));

  async function showCasus(res: Response, casus: Casus, shown: Shown = {}): Promise<void> {
    const page = toCasusPage(deps, rules, casus, await advise(casus), shown);
    sendPage(res, render, page, shown.fouten?.length ? 400 : 200);
  }

  /** `actie` is where a new case begins: with the answers that came along, if any. */
  function showBegin(res: Response, fouten: readonly VeldFault[], casuscode?: string, actie?: string): void {
    sendPage(res, render, toBeginPage(say, now(), fouten, casuscode, actie), 400);
  }

  /** What is wrong, on the page where it can be put right: the form with its text, that text alone, or the begin. */
  async function refuse(
    req: Request,
    res: Response,
    { fouten }: BroughtCasus & { fouten: readonly VeldFault[] },
  ): Promise<void> {
    const form = req.body as URLSearchParams;
    const tafel = model.tafelOf.get(String(req.query.tafel ?? ''));
    const stand = toNewStand(zegel, reader.readAnswers(req));
    if (!tafel) return showBegin(res, fouten, form.get('casuscode') ?? '', stand.link('/casus'));
    const zaak = await desk.findZaak(tafel, stand);
    if (zaak) desk.showForm(res, zaak, pickVelden(form, zaak.velden), fouten);
    else desk.showTypedBack(res, tafel, Object.fromEntries(form), fouten);
  }

  router.post('/casus', readForm(MAX_POST), async (req, res) => {
    const form = req.body as URLSearchParams;
    const brought = await reader.readForm(req as Request, form);
    if ('fouten' in brought) return refuse(req as Request, res, brought);
    const { casus, gevallen } = brought;
    const acted = actOnItem(say, casus, form, { moment: reader.moment(), today: reader.today() });
    if (acted) return showCasus(res, acted.casus, { gevallen, ...acted.shown });
    const values = readTyped(say, casus, form);
    const actie = form.get('actie') ?? '';
    switch (actie) {
      case 'vragen':
      case 'advies': {
        const stand = toCasusStand(casus);
        const next = (await advise(casus)).volgendeVraag;
        const vraag = model.vraagOf.get(next ?? '') ?? model.vragen[0];
        return redirect(res, stand.link(actie === 'advies' ? '/advies' : `/vragen/${vraag?.slug ?? ''}`));
      }
      case 'sluiten':
        return showCasus(res, putStatus(casus, 'afgesloten', reader.moment()), { gevallen, values });
      case 'heropenen':
        return showCasus(res, putStatus(casus, 'open', reader.moment()), { gevallen, values });
      default:
        if (actie.startsWith(PACKAGE) && (await showPackage(res, casus, actie.slice(PACKAGE.length)))) return;
        return showCasus(res, casus, { gevallen, values });
    }
  });

  /** The form of a table, with what the file has for it; false where that table is not for this case now. */
  async function showPackage(
    res: Response,
    casus: Casus,
    id: string,
    stand = toCasusStand(casus),
  ): Promise<boolean> {
    const tafel = model.tafelOf.get(id);
    const zaak = tafel && (await desk.findZaak(tafel, stand));
    if (!zaak) return false;
    desk.showForm(res, zaak, readVelden(casus, rules, id));
    return true;
  }

  function toCasusStand(casus: Casus) {
    return toNewStand(zegel, readAntwoorden(casus));
  }

  router.post('/casus/bestand', readForm(MAX_POST), async (req, res) => {
    const brought = await reader.readForm(req as Request, req.body);
    if ('fouten' in brought) return refuse(req as Request, res, brought);
    const casus = putAdvies(brought.casus, toCasusAdvies(await advise(brought.casus)), reader.moment());
    const text = writeCasus(casus);
    if (Buffer.byteLength(text) > MAX_CASUS)
      return showCasus(res, casus, { fouten: [{ veld: 'casus', melding: say('casus.te-groot') }] });
    // `attachment` sets a type by the ending of the name.
    res.attachment(toCasusFileName(casus.casuscode, reader.today())).type(MEDIA_TYPE).send(text);
  });

  router.post('/casus/openen', readMultipart('bestand', UPLOAD), async (req, res) => {
    const { velden, bestanden, teGroot } = req.body as Upload;
    const base = velden.has('casus') ? await reader.readForm(req as Request, velden) : null;
    if (base && 'fouten' in base) return showBegin(res, base.fouten);
    const typed = base ? readTyped(say, base.casus, velden) : {};
    const refuseFile = (melding: string) => {
      const fouten = [{ veld: 'bestand', melding }];
      return base ? showCasus(res, base.casus, { fouten, values: typed }) : showBegin(res, fouten);
    };
    if (teGroot) return refuseFile(say('casus.te-groot'));
    if (bestanden.length === 0) return refuseFile(say('casus.geen-bestand'));
    let casus = base?.casus ?? null;
    const gevallen: string[] = [];
    let eerder: Shown['eerder'];
    for (const bytes of bestanden) {
      const parsed = reader.parseBytes(bytes);
      if ('fout' in parsed) return refuseFile(parsed.fout);
      if (casus && casus.casuscode !== parsed.casus.casuscode) {
        const codes = { code: casus.casuscode, andere: parsed.casus.casuscode };
        return refuseFile(say('casus.andere-casus', codes));
      }
      // What changed is told against the first file: that is the user's own.
      eerder ??= casus?.advies?.waarde ?? parsed.casus.advies?.waarde;
      casus = casus ? mergeCasussen(casus, parsed.casus) : parsed.casus;
      gevallen.push(...parsed.gevallen);
    }
    if (!casus) return;
    const { tafel } = req.query;
    if (typeof tafel === 'string' && gevallen.length === 0) {
      if (await showPackage(res, casus, tafel, readStand(zegel, req as Request))) return;
    }
    const bewaard = bestanden.length === 1 && !base && gevallen.length === 0;
    return showCasus(res, casus, { gevallen, eerder, bewaard, values: typed });
  });

  return router;
}
