import type { Request, Response } from 'express';
import { type Advies, giveAdvies, type TafelOordeel } from '../../domain/advice/advies.ts';
import { ROL } from '../../domain/model/routing-facts.ts';
import { suggestCasuscode } from '../../domain/referral/casuscode.ts';
import { composeVerwijzing, type VerwijsPakket } from '../../domain/referral/compose-verwijzing.ts';
import { findTermijn, type Termijn } from '../../domain/referral/tafel-termijn.ts';
import { listVelden, type Veld } from '../../domain/referral/veld.ts';
import { toVerwijsStatus } from '../../domain/referral/verwijs-status.ts';
import { parseVerwijzing, type VeldFout, type Waarschuwing } from '../../domain/referral/verwijzing.ts';
import type { WebDeps } from '../deps.ts';
import { checkVelden } from '../form.ts';
import { type Kruimel, sendPagina } from '../page.ts';
import { toVersturenModel, type VersturenInvoer } from '../sending/to-versturen-model.ts';
import { readStand, type Stand } from '../stand-param.ts';
import { toPreview } from './to-preview.ts';
import { toReferralForm } from './to-referral-form.ts';

/** In bytes: several long fields at their longest, percent-encoded. */
export const MAX_FORMULIER = 1_000_000;

/** A case at the table it is referred to. */
export interface Zaak {
  readonly stand: Stand;
  readonly advies: Advies;
  readonly oordeel: TafelOordeel;
  readonly velden: readonly Veld[];
}

/** A referral that was checked and composed. */
export interface Gemaakt {
  readonly pakket: VerwijsPakket;
  readonly termijn: Termijn | null;
  readonly waarschuwingen: readonly Waarschuwing[];
}

/** What every way of taking a referral along begins and ends with: reading, composing, and the two pages. */
export type ReferralDesk = ReturnType<typeof createReferralDesk>;

/** Makes the desk. What is typed lives in the request alone. */
export function createReferralDesk(deps: WebDeps) {
  const { content, model, evaluate, views, zegel, render, now, versturen } = deps;
  const vandaag = () => now().toISOString().slice(0, 10);

  /** The case and its advice; null after going on, or after sending the visitor to where the advice is. */
  async function readZaak(
    req: Request<Record<string, string>>,
    res: Response,
    next: () => void,
  ): Promise<Zaak | null> {
    const tafel = model.tafelVan.get(req.params.tafel ?? '');
    if (!tafel) {
      next();
      return null;
    }
    const stand = readStand(zegel, req);
    const advies = await giveAdvies(model, evaluate, stand.antwoorden);
    const oordeel = advies.overlegtafels.find((gevonden) => gevonden.tafel === tafel);
    const status = toVerwijsStatus(advies, tafel.id);
    if (!oordeel || status === 'nietMogelijk' || (status === 'concept' && advies.volgendeVraag !== null)) {
      // The advice says why this table is not for now; an incomplete stand goes on from there to its next question.
      res.redirect(303, stand.link('/advies'));
      return null;
    }
    return { stand, advies, oordeel, velden: listVelden(content, tafel, stand.antwoorden[ROL]) };
  }

  function make(
    { advies, oordeel, velden }: Zaak,
    waarden: Record<string, string>,
    formulier: URLSearchParams,
  ) {
    const resultaat = parseVerwijzing(velden, waarden, formulier.getAll('bevestigd'));
    if ('fouten' in resultaat) return resultaat;
    const pakket = composeVerwijzing(content, model, views, advies, oordeel.tafel.id, resultaat);
    if (!pakket)
      throw new Error(`Geen verwijzing mogelijk naar ${oordeel.tafel.id}, terwijl het advies die toestaat.`);
    const { waarde, waarschuwingen } = resultaat;
    return { pakket, waarschuwingen, termijn: findTermijn(oordeel.tafel, waarde, vandaag()) };
  }

  function showPreview(
    res: Response,
    { stand, oordeel }: Zaak,
    waarden: Record<string, string>,
    gemaakt: Gemaakt,
    invoer?: VersturenInvoer,
  ): void {
    const { pakket, termijn, waarschuwingen } = gemaakt;
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
      versturen && toVersturenModel(pakket, waarschuwingen, versturen.domeinen, naar('versturen'), invoer);
    const pagina = {
      template: 'verwijzing',
      titel: `Voorbeeld: ${pakket.mail.onderwerp}`,
      fout: invoer !== undefined,
      kruimels: toKruimels(stand, oordeel),
      model: {
        ...toPreview(pakket, waarschuwingen, waarden, termijn, links),
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
    fouten: readonly VeldFout[] = [],
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

  return { vandaag, readZaak, make, showPreview, showForm };
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
