import { type ErrorRequestHandler, type Request, Router } from 'express';
import { PdfFailure } from '../../domain/referral/paper-document.ts';
import { toAsker } from '../../http/rate-limit.ts';
import { FILE_FORMATS, type FileFormat } from '../../referral/file-formats.ts';
import type { ReferralService } from '../../referral/referral-service.ts';
import type { Services } from '../../services.ts';
import type { AttachCasus } from '../casus/attach-casus.ts';
import { KEPT_FOR_BACK, readCarryingForm } from '../form.ts';
import { StandFault } from '../stand-param.ts';
import { pickVelden, readReferralVelden } from './posted-form.ts';
import { MAX_FORM, type ReferralDesk } from './referral-desk.ts';

/** The referral to one table: form, preview, and its files. What is typed lives in the request alone. */
export function createReferralRouter(
  { say }: Pick<Services, 'say'>,
  service: ReferralService,
  desk: ReferralDesk,
  attach: AttachCasus,
): Router {
  const { readReferralCase, make, showPreview, showForm } = desk;
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/verwijzen/:tafel', async (req, res, next) => {
    const referralCase = await readReferralCase(req, res, next);
    if (!referralCase) return;
    res.set('Cache-Control', KEPT_FOR_BACK);
    showForm(res, referralCase, {});
  });

  router.post('/verwijzen/:tafel', readCarryingForm(MAX_FORM), async (req, res, next) => {
    const referralCase = await readReferralCase(req, res, next);
    if (!referralCase) return;
    const { wijzigen, meenemen } = req.query;
    const values =
      meenemen === undefined
        ? readReferralVelden(req.body, referralCase.velden)
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
      const values = readReferralVelden(req.body, referralCase.velden);
      const referral = make(referralCase, values, req.body);
      if ('fouten' in referral) return showForm(res, referralCase, values, referral.fouten);
      const attached = await attach(req, referral);
      if ('fouten' in attached) return showForm(res, referralCase, values, attached.fouten);
      try {
        const file = await service.deliver(
          { ...referral, ...attached },
          format,
          toAsker(req as Request, res),
        );
        if (!file) {
          const fout = say('agenda.geen-dag');
          return showPreview(res, referralCase, values, referral, { afzender: null, fout, status: 409 });
        }
        res.type(file.type).attachment(file.name).send(file.body);
      } catch (error) {
        if (!(error instanceof PdfFailure)) throw error;
        const fout = say(`pdf.${error.reden}`);
        showPreview(res, referralCase, values, referral, { afzender: null, fout, status: 503 });
      }
    });
  }

  return router;
}

/**
 * Gives back what was typed for a table when the answers in the address cannot be read any more, after twelve hours: it
 * came along with the request. For every address below `/verwijzen/:tafel`.
 */
export function createGiveBack(
  { model }: Pick<Services, 'model'>,
  { showTypedBack }: ReferralDesk,
): ErrorRequestHandler {
  return (error, req, res, next) => {
    const tafel = model.tafelOf.get(String(req.params.tafel));
    if (!(error instanceof StandFault && tafel && req.body instanceof URLSearchParams)) return next(error);
    showTypedBack(res, tafel, req.body, []);
  };
}
