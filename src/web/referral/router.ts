import { type Response, Router } from 'express';
import { toBestandsnaam } from '../../domain/referral/bestandsnaam.ts';
import type { WebDeps } from '../deps.ts';
import { readForm } from '../form.ts';
import { type Levering, leveringen } from './leveringen.ts';
import { type Gemaakt, MAX_FORMULIER, type ReferralDesk, readVelden, type Zaak } from './referral-desk.ts';

/** The referral to one table: form, preview, and its forms of delivery. What is typed lives in the request alone. */
export function createReferralRouter(deps: WebDeps, desk: ReferralDesk): Router {
  const { vandaag, readZaak, make, showPreview, showForm } = desk;
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
    const gemaakt = make(zaak, waarden, req.body);
    if ('fouten' in gemaakt) return showForm(res, zaak, waarden, gemaakt.fouten);
    showPreview(res, zaak, waarden, gemaakt);
  });

  for (const levering of leveringen(deps)) {
    router.post(`/verwijzen/:tafel/${levering.naam}`, readForm(MAX_FORMULIER), async (req, res, next) => {
      const zaak = await readZaak(req, res, next);
      if (!zaak) return;
      const waarden = readVelden(req.body, zaak.velden);
      const gemaakt = make(zaak, waarden, req.body);
      if ('fouten' in gemaakt) return showForm(res, zaak, waarden, gemaakt.fouten);
      await sendLevering(res, levering, zaak, waarden, gemaakt);
    });
  }

  async function sendLevering(
    res: Response,
    levering: Levering,
    zaak: Zaak,
    waarden: Record<string, string>,
    gemaakt: Gemaakt,
  ) {
    const { pakket, termijn } = gemaakt;
    const inhoud = await levering.make({ pakket, termijn, vandaag: vandaag() });
    if (inhoud === null) return showPreview(res, zaak, waarden, gemaakt);
    res.type(levering.type).attachment(toBestandsnaam(zaak.oordeel.tafel.id, levering.naam)).send(inhoud);
  }

  return router;
}
