import { type Request, type Response, Router } from 'express';
import { giveAdvies } from '../../domain/advice/advies.ts';
import { type Casus, MAX_CASUS, MEDIA_TYPE } from '../../domain/casus/casus.ts';
import type { CasusRules } from '../../domain/casus/casus-rules.ts';
import {
  putAdvies,
  putAntwoorden,
  readAntwoorden,
  withoutEmptyAdvies,
} from '../../domain/casus/change-casus.ts';
import { findPersonal } from '../../domain/casus/find-personal.ts';
import { isSameCasus, toCasusFileName, writeCasus } from '../../domain/casus/write-casus.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import { onlyIf, toWho } from '../../http/rate-limit.ts';
import { readMultipart, type Upload } from '../../http/read-multipart.ts';
import type { Services } from '../../services.ts';
import { isKept, toCasusStand } from '../carried.ts';
import { MAX_VELDEN, readCarryingForm } from '../form.ts';
import { redirect, sendPage } from '../page.ts';
import { pickVelden } from '../referral/posted-form.ts';
import { MAX_FORM, type ReferralDesk } from '../referral/referral-desk.ts';
import { toNewStand } from '../stand-param.ts';
import { act } from './act.ts';
import { createCasePackages } from './case-packages.ts';
import { createCaseQuestions } from './case-questions.ts';
import { followCasusAction } from './follow-action.ts';
import { createFollowUpRouter } from './follow-up/router.ts';
import { readTyped } from './item-actions.ts';
import { createFileOpener } from './open-files.ts';
import { bringsPassphrase, readNewPassphrase, readPassphrase, toPassphraseField } from './passphrase.ts';
import type { CasusReader, RefusedCasus } from './read-casus.ts';
import { renewLink } from './renew-link.ts';
import { type Shown, toJoined, toWalked } from './shown.ts';
import { readTableCode } from './table-code.ts';
import { toBeginPage } from './to-begin-page.ts';
import { toCasusAdvies, toCasusPage } from './to-casus-page.ts';

/** Two files, and the fields of the page. Of a larger file the rest is dropped: what was typed beside it is kept. */
const UPLOAD = {
  body: 64 * MAX_CASUS,
  part: 2 * MAX_CASUS,
  text: MAX_FORM + MAX_CASUS,
  files: 2,
  fields: MAX_VELDEN,
};

/**
 * The case file: opening, joining, changing and handing it out. It travels in the body of posts alone; nothing of it is
 * kept, and nothing of it comes into an address or a log.
 */
export function createCasusRouter(
  deps: Services,
  rules: CasusRules,
  reader: CasusReader,
  desk: ReferralDesk,
): Router {
  const { model, evaluate, say, zegel, render, now, sealer } = deps;
  const openFiles = createFileOpener({ say, parseText: reader.parseText, sealer });
  const limitTries = onlyIf(({ body }) => bringsPassphrase(body), deps.rateLimits.wachtwoord);
  const { walk, hasNext } = createCaseQuestions(deps, reader.moment);
  const packages = createCasePackages(deps, rules, desk);
  const router = Router({ strict: true, caseSensitive: true });

  const advise = (casus: Casus) => giveAdvies(model, evaluate, readAntwoorden(casus));

  async function showCasus(
    res: Response,
    casus: Casus,
    shown: Shown = {},
    status = shown.fouten?.length ? 400 : 200,
  ): Promise<void> {
    const heeftVraag = hasNext(casus);
    const page = toCasusPage(deps, rules, casus, await advise(casus), { ...shown, heeftVraag });
    sendPage(res, render, page, status);
  }

  /** `actie` is where a new case begins: with the answers that came along, if any. */
  function showBegin(
    res: Response,
    fouten: readonly VeldFault[],
    { casuscode = '', actie = '/casus', status = 400 } = {},
  ): void {
    sendPage(res, render, toBeginPage(say, now(), fouten, casuscode, actie), status);
  }

  /** What is wrong, on the page where it can be put right: the form with its text, that text alone, or the begin. */
  async function refuse(req: Request, res: Response, { fouten, casus }: RefusedCasus): Promise<void> {
    const form = req.body as URLSearchParams;
    const tafel = model.tafelOf.get(String(req.query.tafel ?? ''));
    if (tafel && casus) return packages.showFaults(res, casus, tafel, form, fouten);
    const stand = toNewStand(zegel, reader.readAnswers(req));
    const casuscode = form.get('casuscode') ?? '';
    if (!tafel) return showBegin(res, fouten, { casuscode, actie: stand.link('/casus') });
    const zaak = await desk.findZaak(tafel, stand);
    if (zaak) desk.showForm(res, zaak, pickVelden(form, zaak.velden), fouten);
    else desk.showTypedBack(res, tafel, form, fouten);
  }

  const readUpload = readMultipart('bestand', UPLOAD);
  const readBody = readCarryingForm(MAX_FORM);
  router.post(
    ['/casus', '/casus/bestand'],
    (req, res, next) => (req.is('multipart/form-data') ? readUpload : readBody)(req, res, next),
    followCasusAction,
  );

  router.post('/casus', readBody, async (req, res) => {
    const form = req.body as URLSearchParams;
    const brought = await reader.readForm(req as Request, form);
    if ('fouten' in brought) return refuse(req as Request, res, brought);
    const { casus, gevallen, gezet } = brought;
    const show = (changed: Casus, shown: Shown) =>
      showCasus(res, changed, { gevallen, bewaard: !gezet && isKept(form, casus, changed), ...shown });
    const asked = { moment: reader.moment(), today: reader.today() };
    const acted =
      act(deps, casus, form, asked) ??
      readTableCode(deps, casus, form, asked) ??
      renewLink(deps, casus, form);
    if (acted) return show(acted.casus, acted.shown);
    const values = readTyped(say, casus, form);
    const walked = walk(res, casus, form);
    if (walked?.asked) return;
    if (walked) return show(walked.casus, { values, ...toWalked(say, form, hasNext(walked.casus)) });
    if (form.get('actie') === 'advies') return redirect(res, toCasusStand(zegel, casus).link('/advies'));
    if (await packages.act(res, casus, form)) return;
    const melding = gezet && { plaats: 'verwijzingen', tekst: say(`casus.klaar-${gezet}`) };
    return show(casus, melding ? { values, melding } : { values });
  });

  router.post('/casus/bestand', readBody, limitTries, async (req: Request, res: Response) => {
    const brought = await reader.readForm(req, req.body);
    if ('fouten' in brought) return refuse(req, res, brought);
    const advies = toCasusAdvies(await advise(brought.casus));
    const casus = withoutEmptyAdvies(putAdvies(brought.casus, advies, reader.moment()));
    const form = req.body as URLSearchParams;
    const refuseFile = (fouten: readonly VeldFault[], status?: number) =>
      form.has('casus')
        ? showCasus(
            res,
            brought.casus,
            { fouten, values: readTyped(say, casus, form), bewaard: isKept(form, brought.casus) },
            status,
          )
        : refuse(req, res, { fouten });
    const chosen = readNewPassphrase(say, form);
    if ('fouten' in chosen) return refuseFile(chosen.fouten);
    const text = writeCasus(casus);
    if (Buffer.byteLength(text) > MAX_CASUS)
      return refuseFile([{ veld: 'casuscode', melding: say('casus.te-groot') }]);
    const { passphrase } = chosen;
    const file = passphrase === '' ? text : await sealer.seal(text, passphrase, toWho(req));
    if (file === null) return refuseFile([{ veld: 'wachtwoord', melding: say('versleuteld.te-druk') }], 503);
    // `attachment` sets a type by the ending of the name.
    const name = toCasusFileName(casus.casuscode, reader.today(), passphrase !== '');
    res.attachment(name).type(MEDIA_TYPE).send(file);
  });

  router.post('/casus/openen', readUpload, limitTries, async (req: Request, res: Response) => {
    const { velden, bestanden, teGroot } = req.body as Upload;
    const base = velden.has('casus') ? await reader.readForm(req, velden) : null;
    if (base && 'fouten' in base) return showBegin(res, base.fouten);
    const typed = base ? readTyped(say, base.casus, velden) : {};
    const opened = teGroot
      ? { fout: say('casus.te-groot'), veld: 'bestand' as const, teDruk: false }
      : await openFiles(bestanden, readPassphrase(velden), base?.casus ?? null, toWho(req));
    if ('fout' in opened) {
      const veld = opened.veld === 'wachtwoord' ? toPassphraseField(base !== null) : opened.veld;
      const fouten = [{ veld, melding: opened.fout }];
      const status = opened.teDruk ? 503 : 400;
      return base
        ? showCasus(res, base.casus, { fouten, values: typed, bewaard: isKept(velden, base.casus) }, status)
        : showBegin(res, fouten, { status });
    }
    const { heel, gevallen, eerder } = opened;
    let { casus } = opened;
    const { tafel } = req.query;
    if (typeof tafel === 'string') {
      // Who opens a file at the form of a table just answered the questions: those answers are the newest.
      const antwoorden = { ...readAntwoorden(casus), ...reader.readAnswers(req) };
      casus = putAntwoorden(casus, antwoorden, reader.moment());
      if (gevallen.length === 0 && (await packages.show(res, casus, tafel, new URLSearchParams()))) return;
    }
    const isInFile = heel.some((file) => isSameCasus(file, casus));
    const bewaard = isInFile || (base !== null && isKept(velden, base.casus, casus));
    const persoonlijk = findPersonal(rules, casus);
    const melding = toJoined(say, base?.casus ?? null, casus, heel, bestanden.length);
    const shown = { gevallen, eerder, bewaard, persoonlijk, values: typed };
    return showCasus(res, casus, melding ? { ...shown, melding } : shown);
  });

  const { showGoingOn } = packages;
  router.use(createFollowUpRouter(deps, { rules, reader, readBody, advise, showCasus, refuse, showGoingOn }));
  return router;
}
