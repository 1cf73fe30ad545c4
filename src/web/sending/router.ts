import { type Request, type Response, Router } from 'express';
import { findObjection, readSender } from '../../domain/sending/sender.ts';
import type { Sending } from '../../domain/sending/sending.ts';
import { StorageFailure } from '../../domain/storage-failure.ts';
import { toFileName } from '../../referral/file-formats.ts';
import type { ReferralService } from '../../referral/referral-service.ts';
import type { WebDeps } from '../deps.ts';
import { checkVelden, readForm } from '../form.ts';
import { sendPagina } from '../page.ts';
import { MAX_FORMULIER, type ReferralDesk, readVelden } from '../referral/referral-desk.ts';
import { LINK_KRUIMELS, toLinkPage } from './to-link-page.ts';
import { toWeigering } from './to-refusal.ts';
import { toGevraagdPage } from './to-requested-page.ts';

/** Sending by the server: asking for it, and the link with which the sender confirms. */
export function createSendingRouter(
  { content, render, now }: Pick<WebDeps, 'content' | 'render' | 'now'>,
  versturen: Sending,
  service: ReferralService,
  { readZaak, make, showPreview, showForm }: ReferralDesk,
): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.post('/verwijzen/:tafel/versturen', readForm(MAX_FORMULIER), async (req, res, next) => {
    const zaak = await readZaak(req, res, next);
    if (!zaak) return;
    const formulier = req.body as URLSearchParams;
    const waarden = readVelden(formulier, zaak.velden, ['afzender']);
    const gemaakt = make(zaak, waarden, formulier);
    if ('fouten' in gemaakt) return showForm(res, zaak, waarden, gemaakt.fouten);
    const { pakket } = gemaakt;
    const ingevuld = formulier.get('afzender') ?? '';
    const weiger = (fout: string, status: number) =>
      showPreview(res, zaak, waarden, gemaakt, { afzender: ingevuld, fout, status });
    if (findObjection(pakket)) return weiger('Deze aanmelding kan de wegwijzer niet versturen.', 400);
    const gelezen = readSender(ingevuld, versturen.domains);
    if ('fout' in gelezen) return weiger(gelezen.fout, 400);
    try {
      const resultaat = await versturen.requestSending({
        tafel: pakket.tafel,
        afzender: gelezen.adres,
        mail: pakket.mail,
        pdfName: toFileName(pakket, 'pdf'),
        pdf: () => service.writePdf(gemaakt),
      });
      if (resultaat.soort === 'gevraagd') {
        return sendPagina(res, render, toGevraagdPage(zaak, gelezen.adres, resultaat));
      }
      const { status, fout, wacht } = toWeigering(resultaat, now());
      if (wacht !== null) res.set('Retry-After', String(wacht));
      weiger(fout, status);
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
      req.logFout(error, 'een aanmelding is niet bewaard om te versturen');
      weiger(
        'De aanmelding kon nu niet worden bewaard. Er is niets verstuurd. Probeer het later opnieuw.',
        503,
      );
    }
  });

  // Opening the link changes nothing: programs that check mail for dangerous links open them all.
  router.get('/versturen/:id', (req, res) => {
    const { sleutel } = req.query;
    return showLink(req, res, typeof sleutel === 'string' ? sleutel : '', versturen.view);
  });

  router.post('/versturen/:id', readForm(2_000), (req, res) => {
    const formulier = req.body as URLSearchParams;
    checkVelden(formulier, ['sleutel']);
    return showLink(req, res, formulier.get('sleutel') ?? '', versturen.confirm);
  });

  async function showLink(
    req: Request<Record<string, string>>,
    res: Response,
    sleutel: string,
    doe: Sending['view'],
  ): Promise<void> {
    const id = req.params.id ?? '';
    try {
      const { pagina, status } = toLinkPage(content, await doe(id, sleutel), { id, sleutel });
      sendPagina(res, render, pagina, status);
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
      req.logFout(error, 'een link om te bevestigen is niet te gebruiken');
      sendPagina(
        res,
        render,
        { template: 'versturen-fout', titel: 'Dit lukt nu niet', kruimels: LINK_KRUIMELS, model: {} },
        503,
      );
    }
  }

  return router;
}
