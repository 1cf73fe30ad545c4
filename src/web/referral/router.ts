import { Router } from 'express';
import { FILE_FORMATS, type FileFormat } from '../../referral/file-formats.ts';
import type { ReferralService } from '../../referral/referral-service.ts';
import { readForm } from '../form.ts';
import { MAX_FORMULIER, type ReferralDesk, readVelden } from './referral-desk.ts';

/** The referral to one table: form, preview, and its files. What is typed lives in the request alone. */
export function createReferralRouter(service: ReferralService, desk: ReferralDesk): Router {
  const { readZaak, make, showPreview, showForm } = desk;
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/verwijzen/:tafel', async (req, res, next) => {
    const zaak = await readZaak(req, res, next);
    if (zaak) showForm(res, zaak, {});
  });

  router.post('/verwijzen/:tafel', readForm(MAX_FORMULIER), async (req, res, next) => {
    const zaak = await readZaak(req, res, next);
    if (!zaak) return;
    const waarden = readVelden(req.body, zaak.velden);
    if (req.query.wijzigen !== undefined) return showForm(res, zaak, waarden);
    const referral = make(zaak, waarden, req.body);
    if ('fouten' in referral) return showForm(res, zaak, waarden, referral.fouten);
    showPreview(res, zaak, waarden, referral);
  });

  for (const format of Object.keys(FILE_FORMATS) as FileFormat[]) {
    router.post(`/verwijzen/:tafel/${format}`, readForm(MAX_FORMULIER), async (req, res, next) => {
      const zaak = await readZaak(req, res, next);
      if (!zaak) return;
      const waarden = readVelden(req.body, zaak.velden);
      const referral = make(zaak, waarden, req.body);
      if ('fouten' in referral) return showForm(res, zaak, waarden, referral.fouten);
      const file = await service.deliver(referral, format);
      if (!file) return showPreview(res, zaak, waarden, referral);
      res.type(file.type).attachment(file.name).send(file.body);
    });
  }

  return router;
}
