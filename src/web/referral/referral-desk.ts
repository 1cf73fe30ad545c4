import type { Request, Response } from 'express';
import type { CasusRules } from '../../domain/casus/casus-rules.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { ROL } from '../../domain/model/routing-facts.ts';
import { suggestCasuscode } from '../../domain/referral/casuscode.ts';
import { listNeeded, toSoort } from '../../domain/referral/needed-fields.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import type { Referral, ReferralService } from '../../referral/referral-service.ts';
import type { Services } from '../../services.ts';
import { type Carried, findStand, readCarried } from '../carried.ts';
import { sendPage } from '../page.ts';
import { type Refusal, toSendingModel } from '../sending/to-sending-model.ts';
import type { Stand } from '../stand-param.ts';
import { MET_CASUS } from './posted-form.ts';
import { toPreview } from './to-preview.ts';
import { toCallModel, toReferralForm } from './to-referral-form.ts';
import { toTypedBackPage } from './to-typed-back-page.ts';
import { toCrumbs, toHeading, toInCasus, toTakeAlong, toUntil, type Zaak } from './zaak.ts';

/** A case of which the answers alone are known. */
const NOTHING_TYPED = { waarde: new Map<string, string>(), waarschuwingen: [] };

/** In bytes: far more than the fields hold, so that a text which is too long comes back, with what to shorten. */
export const MAX_FORM = 2_000_000;

/** A referral, and whether its sender wants the case file in its PDF. */
export interface MadeReferral extends Referral {
  readonly metCasus: boolean;
}

/** What every way of taking a referral along begins and ends with on the pages: reading, and the two pages. */
export type ReferralDesk = ReturnType<typeof createReferralDesk>;

/** Makes the desk. What is typed lives in the request alone. */
export function createReferralDesk(deps: Services, service: ReferralService, rules: CasusRules) {
  const { content, model, say, render, now, versturen } = deps;

  /** The case and its advice; null after going on, or after sending the visitor to where the advice is. */
  async function readReferralCase(
    req: Request<Record<string, string>>,
    res: Response,
    next: () => void,
  ): Promise<Zaak | null> {
    const tafel = model.tafelOf.get(req.params.tafel ?? '');
    if (!tafel) {
      next();
      return null;
    }
    const mee = readCarried(req.body);
    const stand = findStand(deps, rules, req as Request, mee);
    const found = await findZaak(tafel, stand, mee);
    if (found) return found;
    // The advice says why this table is not for now; an incomplete stand goes on from there to its next question.
    const isTyped = req.body instanceof URLSearchParams && stand.vervallen;
    if (mee.length === 0 && !isTyped) res.redirect(303, stand.onward('/advies'));
    else showTypedBack(res, tafel, req.body, [], isTyped ? stand.onward('/advies') : null);
    return null;
  }

  /** The case at a table, or null when that table is not for these answers now. */
  async function findZaak(
    tafel: Overlegtafel,
    stand: Stand,
    mee: readonly Carried[] = [],
  ): Promise<Zaak | null> {
    const referralCase = await service.read(tafel, stand.antwoorden);
    if (!referralCase || (referralCase.status === 'concept' && referralCase.advies.volgendeVraag !== null))
      return null;
    return { ...referralCase, stand, mee };
  }

  /** The referral of what was typed, or every fault in it. */
  function make(referralCase: Zaak, values: Record<string, string>, form: URLSearchParams) {
    const checked = service.check(referralCase.velden, values, form.getAll('bevestigd'));
    if ('fouten' in checked) return checked;
    return { ...service.compose(referralCase, checked), metCasus: form.has(MET_CASUS) };
  }

  function showPreview(
    res: Response,
    zaak: Zaak,
    values: Record<string, string>,
    referral: MadeReferral,
    refusal?: Refusal,
  ): void {
    const { stand, oordeel, advies } = zaak;
    const { pakket, waarschuwingen } = referral;
    const path = `/verwijzen/${oordeel.tafel.id}`;
    const links = {
      hier: stand.link(path),
      advies: stand.link('/advies'),
    };
    const laatVersturen =
      versturen &&
      toSendingModel(
        pakket,
        waarschuwingen,
        say('versturen.domeinen', { domeinen: versturen.domains.map((domain) => `@${domain}`).join(', ') }),
        stand.link(`${path}/versturen`),
        refusal,
      );
    const page = {
      template: 'verwijzing',
      titel: say('verwijzen.voorbeeld', { onderwerp: pakket.mail.onderwerp }),
      fout: refusal !== undefined,
      vervallen: stand.vervallen,
      kruimels: toCrumbs(say, zaak),
      model: {
        kop: toHeading(say, oordeel.tafel, pakket.soort),
        ...toPreview(say, referral, values, links),
        casus: toInCasus(zaak, values),
        laatVersturen,
        bijvoegen: pakket.belkaart ? null : { naam: MET_CASUS, aan: referral.metCasus },
        tot: toUntil(stand, now()),
        mee: toTakeAlong(advies, oordeel.tafel),
        fouten: refusal
          ? [{ href: refusal.afzender === null ? '#downloaden' : '#afzender', tekst: refusal.fout }]
          : [],
      },
    };
    sendPage(res, render, page, refusal?.status);
  }

  function showForm(
    res: Response,
    referralCase: Zaak,
    values: Record<string, string>,
    fouten: readonly VeldFault[] = [],
  ): void {
    const { stand, oordeel, velden, advies } = referralCase;
    const { tafel, aanmelder } = oordeel;
    const typed = new Map(Object.entries(values).filter(([, value]) => value !== ''));
    const soort = toSoort(tafel, aanmelder.via, typed);
    const kop = toHeading(say, tafel, soort);
    const page = {
      template: 'verwijzen',
      titel: kop,
      fout: fouten.length > 0,
      vervallen: stand.vervallen,
      kruimels: toCrumbs(say, referralCase),
      model: {
        kop,
        casus: toInCasus(referralCase, {}),
        // Who calls should not have to fill in a form first.
        belkaart:
          tafel.kanaal.soort === 'telefoon'
            ? toCallModel(service.compose(referralCase, NOTHING_TYPED).pakket)
            : null,
        isOpen: typed.size > 0,
        verstuurt: versturen !== null,
        actie: stand.link(`/verwijzen/${tafel.id}`),
        tot: toUntil(stand, now()),
        openen: `${stand.link('/casus/openen')}&tafel=${tafel.id}`,
        terug: stand.link('/advies'),
        ...toReferralForm({
          content,
          say,
          oordeel,
          rol: advies.situatie.antwoorden[ROL],
          velden,
          needed: listNeeded(velden, soort, typed),
          values,
          fouten,
          exampleCode: suggestCasuscode(now()),
        }),
      },
    };
    sendPage(res, render, page, fouten.length > 0 ? 400 : 200);
  }

  /** What was typed, back in fields, where the answers it belongs to are gone, or one of them (`vragen`); with the way on. */
  function showTypedBack(
    res: Response,
    tafel: Overlegtafel,
    form: URLSearchParams,
    fouten: readonly VeldFault[],
    vragen: string | null = null,
  ): void {
    const velden = service.listFields(tafel, {});
    const page = toTypedBackPage(say, tafel, velden, form, fouten, vragen);
    sendPage(res, render, page, fouten.length > 0 ? 400 : 410);
  }

  return { readReferralCase, findZaak, make, showPreview, showForm, showTypedBack };
}
