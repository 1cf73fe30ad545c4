import { type Request, type Response, Router } from 'express';
import { PdfFailure } from '../../domain/referral/paper-document.ts';
import { findObjection, readSender } from '../../domain/sending/sender.ts';
import type { Sending } from '../../domain/sending/sending.ts';
import { toWho } from '../../http/rate-limit.ts';
import { toFileName } from '../../referral/file-formats.ts';
import type { ReferralService } from '../../referral/referral-service.ts';
import type { Services } from '../../services.ts';
import type { AttachCasus } from '../casus/attach-casus.ts';
import { logStorageFailure } from '../error-handler.ts';
import { checkVelden, readCarryingForm, readForm } from '../form.ts';
import { sendPage } from '../page.ts';
import { readReferralVelden } from '../referral/posted-form.ts';
import { MAX_FORM, type ReferralDesk } from '../referral/referral-desk.ts';
import { toLinkCrumbs, toLinkPage } from './to-link-page.ts';
import { toRefusal } from './to-refusal.ts';
import { toRequestedPage } from './to-sending-model.ts';

/** Sending by the server: asking for it, and the link with which the sender confirms. */
export function createSendingRouter(
  { content, say, render, now }: Pick<Services, 'content' | 'say' | 'render' | 'now'>,
  sending: Sending,
  service: ReferralService,
  { readReferralCase, make, showPreview, showForm }: ReferralDesk,
  attach: AttachCasus,
): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.post('/verwijzen/:tafel/versturen', readCarryingForm(MAX_FORM), async (req, res, next) => {
    const referralCase = await readReferralCase(req, res, next);
    if (!referralCase) return;
    const form = req.body as URLSearchParams;
    const values = readReferralVelden(form, referralCase.velden, ['afzender']);
    const made = make(referralCase, values, form);
    if ('fouten' in made) return showForm(res, referralCase, values, made.fouten);
    const attached = await attach(req, made);
    if ('fouten' in attached) return showForm(res, referralCase, values, attached.fouten);
    const { pakket } = made;
    const filledIn = form.get('afzender') ?? '';
    const refuse = (fout: string, status: number): void =>
      showPreview(res, referralCase, values, made, { afzender: filledIn, fout, status });
    if (findObjection(pakket)) return refuse(say('versturen.kan-niet'), 400);
    const parsed = readSender(say, filledIn, sending.domains);
    if ('fout' in parsed) return refuse(parsed.fout, 400);
    try {
      const result = await sending.requestSending({
        tafel: pakket.tafel,
        afzender: parsed.adres,
        mail: pakket.mail,
        eigenTekst: pakket.eigenTekst,
        pdfName: toFileName(pakket, 'pdf'),
        pdf: () => service.writePdf({ ...made, ...attached }, { who: toWho(req) }),
      });
      if (result.soort === 'gevraagd') {
        return sendPage(res, render, toRequestedPage(say, referralCase, values, parsed.adres, result));
      }
      const { status, fout, wacht } = toRefusal(say, result, now());
      if (wacht !== null) res.set('Retry-After', String(wacht));
      refuse(fout, status);
    } catch (error) {
      if (error instanceof PdfFailure) return refuse(say(`pdf.${error.reden}`), 503);
      logStorageFailure(req, error, 'een aanmelding is niet bewaard om te versturen');
      refuse(say('versturen.niet-bewaard'), 503);
    }
  });

  // Opening the link changes nothing: programs that check mail for dangerous links open them all.
  router.get('/versturen/:id', (req, res) => {
    const { sleutel } = req.query;
    return showLink(req, res, typeof sleutel === 'string' ? sleutel : '', sending.view);
  });

  router.post('/versturen/:id', readForm(2_000), (req, res) => {
    const form = req.body as URLSearchParams;
    checkVelden(form, ['sleutel']);
    return showLink(req, res, form.get('sleutel') ?? '', sending.confirm);
  });

  async function showLink(
    req: Request<Record<string, string>>,
    res: Response,
    sleutel: string,
    action: Sending['view'],
  ): Promise<void> {
    const id = req.params.id ?? '';
    try {
      const { pagina, status } = toLinkPage({ content, say }, await action(id, sleutel), { id, sleutel });
      sendPage(res, render, pagina, status);
    } catch (error) {
      logStorageFailure(req, error, 'een link om te bevestigen is niet te gebruiken');
      sendPage(
        res,
        render,
        {
          template: 'versturen-fout',
          titel: say('versturen.titel-fout'),
          kruimels: toLinkCrumbs(say),
          model: {},
        },
        503,
      );
    }
  }

  return router;
}
