import { type NextFunction, type Request, type Response, Router } from 'express';
import { toGoneSignal } from '../../http/gone-signal.ts';
import { FILE_FORMATS, type FileFormat } from '../../referral/file-formats.ts';
import type { ReferralService } from '../../referral/referral-service.ts';
import type { Services } from '../../services.ts';
import type { AttachCasus } from '../casus/attach-casus.ts';
import { readCarryingForm } from '../form.ts';
import { StandFault } from '../stand-param.ts';
import { pickVelden, readVelden } from './read-fields.ts';
import { MAX_FORM, type ReferralDesk } from './referral-desk.ts';

/** The referral to one table: form, preview, and its files. What is typed lives in the request alone. */
export function createReferralRouter(
  { model }: Pick<Services, 'model'>,
  service: ReferralService,
  desk: ReferralDesk,
  attach: AttachCasus,
): Router {
  const { readReferralCase, make, showPreview, showForm } = desk;
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/verwijzen/:tafel', async (req, res, next) => {
    const referralCase = await readReferralCase(req, res, next);
    if (!referralCase) return;
    // What is typed comes back with the back button only when the form itself was kept: by this browser, for nobody else.
    res.set('Cache-Control', 'no-cache, private');
    showForm(res, referralCase, {});
  });

  router.post('/verwijzen/:tafel', readCarryingForm(MAX_FORM), async (req, res, next) => {
    const referralCase = await readReferralCase(req, res, next);
    if (!referralCase) return;
    const { wijzigen, meenemen } = req.query;
    const values =
      meenemen === undefined
        ? readVelden(req.body, referralCase.velden)
        : pickVelden(req.body, referralCase.velden);
    if (wijzigen !== undefined) return showForm(res, referralCase, values);
    const referral = make(referralCase, values, req.body);
    if ('fouten' in referral) return showForm(res, referralCase, values, referral.fouten);
    showPreview(res, referralCase, values, referral);
  });

  for (const format of Object.keys(FILE_FORMATS) as FileFormat[]) {
    router.post(`/verwijzen/:tafel/${format}`, readCarryingForm(MAX_FORM), async (req, res, next) => {
      const referralCase = await readReferralCase(req, res, next);
      if (!referralCase) return;
      const values = readVelden(req.body, referralCase.velden);
      const referral = make(referralCase, values, req.body);
      if ('fouten' in referral) return showForm(res, referralCase, values, referral.fouten);
      const attached = await attach(req, referral);
      if ('fouten' in attached) return showForm(res, referralCase, values, attached.fouten);
      const file = await service.deliver({ ...referral, ...attached }, format, toGoneSignal(res));
      if (!file) return showPreview(res, referralCase, values, referral);
      res.type(file.type).attachment(file.name).send(file.body);
    });
  }

  // After twelve hours the answers cannot be read any more, but what was typed came along: it goes back.
  router.use('/verwijzen/:tafel', (error: unknown, req: Request, res: Response, next: NextFunction) => {
    const tafel = model.tafelOf.get(String(req.params.tafel));
    if (!(error instanceof StandFault && tafel && req.body instanceof URLSearchParams)) return next(error);
    desk.showTypedBack(res, tafel, req.body, []);
  });

  return router;
}
