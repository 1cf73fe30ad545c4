import type { Request, Response } from 'express';
import type { TafelOordeel } from '../../domain/advice/advies.ts';
import type { ReferralCase } from '../../domain/referral/compose-verwijzing.ts';
import type { Veld } from '../../domain/referral/veld.ts';
import { suggestCasuscode, type VeldFault } from '../../domain/referral/verwijzing.ts';
import type { Referral, ReferralService } from '../../referral/referral-service.ts';
import type { WebDeps } from '../deps.ts';
import { checkVelden } from '../form.ts';
import { type Kruimel, sendPagina } from '../page.ts';
import { toVersturenModel, type VersturenInvoer } from '../sending/to-sending-model.ts';
import { readStand, type Stand } from '../stand-param.ts';
import { toPreview } from './to-preview.ts';
import { toReferralForm } from './to-referral-form.ts';

/** In bytes: several long fields at their longest, percent-encoded. */
export const MAX_FORMULIER = 1_000_000;

/** A case at the table it is referred to, with the stand that its links carry. */
export interface Zaak extends ReferralCase {
  readonly stand: Stand;
}

/** What every way of taking a referral along begins and ends with on the pages: reading, and the two pages. */
export type ReferralDesk = ReturnType<typeof createReferralDesk>;

/** Makes the desk. What is typed lives in the request alone. */
export function createReferralDesk(deps: WebDeps, service: ReferralService) {
  const { content, model, zegel, render, now, versturen } = deps;

  /** The case and its advice; null after going on, or after sending the visitor to where the advice is. */
  async function readZaak(
    req: Request<Record<string, string>>,
    res: Response,
    next: () => void,
  ): Promise<Zaak | null> {
    const tafel = model.tafelOf.get(req.params.tafel ?? '');
    if (!tafel) {
      next();
      return null;
    }
    const stand = readStand(zegel, req);
    const zaak = await service.read(tafel, stand.antwoorden);
    if (!zaak || (zaak.status === 'concept' && zaak.advies.volgendeVraag !== null)) {
      // The advice says why this table is not for now; an incomplete stand goes on from there to its next question.
      res.redirect(303, stand.link('/advies'));
      return null;
    }
    return { ...zaak, stand };
  }

  /** The referral of what was typed, or every fault in it. */
  function make(zaak: Zaak, waarden: Record<string, string>, formulier: URLSearchParams) {
    const checked = service.check(zaak.velden, waarden, formulier.getAll('bevestigd'));
    return 'fouten' in checked ? checked : service.compose(zaak, checked);
  }

  function showPreview(
    res: Response,
    { stand, oordeel }: Zaak,
    waarden: Record<string, string>,
    referral: Referral,
    invoer?: VersturenInvoer,
  ): void {
    const { pakket, waarschuwingen } = referral;
    const pad = `/verwijzen/${oordeel.tafel.id}`;
    const naar = (deel: string) => stand.link(`${pad}/${deel}`);
    const links = {
      hier: stand.link(pad),
      wijzigen: `${stand.link(pad)}&wijzigen`,
      advies: stand.link('/advies'),
      eml: naar('eml'),
      txt: naar('txt'),
      pdf: naar('pdf'),
      ics: naar('ics'),
    };
    const laatVersturen =
      versturen && toVersturenModel(pakket, waarschuwingen, versturen.domains, naar('versturen'), invoer);
    const pagina = {
      template: 'verwijzing',
      titel: `Voorbeeld: ${pakket.mail.onderwerp}`,
      fout: invoer !== undefined,
      kruimels: toKruimels(stand, oordeel),
      model: {
        ...toPreview(referral, waarden, links),
        laatVersturen,
        fouten: invoer && laatVersturen ? [{ href: '#afzender', tekst: invoer.fout }] : [],
      },
    };
    sendPagina(res, render, pagina, invoer?.status);
  }

  function showForm(
    res: Response,
    { stand, oordeel, velden }: Zaak,
    waarden: Record<string, string>,
    fouten: readonly VeldFault[] = [],
  ): void {
    const { tafel, aanmelder } = oordeel;
    const pagina = {
      template: 'verwijzen',
      titel: `Aanmelding maken: ${tafel.korteNaam}`,
      fout: fouten.length > 0,
      kruimels: toKruimels(stand, oordeel),
      model: {
        inZin: tafel.inZin,
        mag: aanmelder.mag === true,
        verstuurt: versturen !== null,
        actie: stand.link(`/verwijzen/${tafel.id}`),
        terug: stand.link('/advies'),
        ...toReferralForm({
          content,
          oordeel,
          velden,
          waarden,
          fouten,
          voorbeeldcode: suggestCasuscode(now()),
        }),
      },
    };
    sendPagina(res, render, pagina, fouten.length > 0 ? 400 : 200);
  }

  return { readZaak, make, showPreview, showForm };
}

/** The trail to what belongs to the referral to one table. */
export function toKruimels(stand: Stand, { tafel }: TafelOordeel): Kruimel[] {
  return [{ tekst: 'Advies', href: stand.link('/advies') }, { tekst: tafel.korteNaam }];
}

/**
 * The fields of the form. `ook` may be in it once as well.
 * @throws AanvraagFout for a field that it does not have, or has once.
 */
export function readVelden(
  formulier: URLSearchParams,
  velden: readonly Veld[],
  ook: readonly string[] = [],
): Record<string, string> {
  const namen = velden.map(({ pad }) => pad);
  checkVelden(formulier, [...namen, ...ook], ['bevestigd']);
  return Object.fromEntries(namen.map((pad) => [pad, formulier.get(pad) ?? '']));
}
