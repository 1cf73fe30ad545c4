import { type Request, type Response, Router } from 'express';
import { type Advies, giveAdvies } from '../../domain/advice/advies.ts';
import { suggestCasuscode } from '../../domain/referral/casuscode.ts';
import { composeVerwijzing } from '../../domain/referral/compose-verwijzing.ts';
import { toVerwijsStatus } from '../../domain/referral/verwijs-status.ts';
import {
  parseVerwijzing,
  VERWIJZING_VELDEN,
  type Verwijzing,
  type VerwijzingResultaat,
} from '../../domain/referral/verwijzing.ts';
import type { WebDeps } from '../deps.ts';
import { readForm } from '../form.ts';
import { sendPagina } from '../page.ts';
import { readStand, type Stand } from '../stand-param.ts';
import { toPreview, toReferralForm } from './to-referral-page.ts';

/** In bytes: room for every field at its longest, percent-encoded. */
const MAX_FORMULIER = 300_000;

/** The referral to one table: form, preview, and the mail as a draft. What is typed lives in the request alone. */
export function createReferralRouter(deps: WebDeps): Router {
  const { content, model, evaluate, views, zegel, render, writeEml, now } = deps;
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/verwijzen/:tafel', async (req, res, next) => {
    const zaak = await readZaak(req, res, req.params.tafel);
    if (!zaak) return res.headersSent ? undefined : next();
    showForm(res, zaak, {});
  });

  router.post('/verwijzen/:tafel', readForm(MAX_FORMULIER), async (req, res, next) => {
    const zaak = await readZaak(req, res, req.params.tafel ?? '');
    if (!zaak) return res.headersSent ? undefined : next();
    const velden = readVelden(req.body as URLSearchParams);
    if (req.query.wijzigen !== undefined) return showForm(res, zaak, velden);
    const resultaat = parseVerwijzing(velden);
    if ('fouten' in resultaat) return showForm(res, zaak, velden, resultaat);
    const pakket = compose(zaak, resultaat.waarde);
    const pad = `/verwijzen/${zaak.tafel}`;
    sendPagina(res, render, {
      template: 'verwijzing',
      titel: `Voorbeeld: ${pakket.mail.onderwerp}`,
      kruimels: toKruimels(zaak, pakket.tafel.korteNaam),
      model: toPreview(pakket, zaak.advies, resultaat.waarschuwingen, velden, {
        eml: zaak.stand.link(`${pad}/eml`),
        wijzigen: `${zaak.stand.link(pad)}&wijzigen`,
        advies: zaak.stand.link('/advies'),
      }),
    });
  });

  router.post('/verwijzen/:tafel/eml', readForm(MAX_FORMULIER), async (req, res, next) => {
    const zaak = await readZaak(req, res, req.params.tafel ?? '');
    if (!zaak) return res.headersSent ? undefined : next();
    const velden = readVelden(req.body as URLSearchParams);
    const resultaat = parseVerwijzing(velden);
    if ('fouten' in resultaat) return showForm(res, zaak, velden, resultaat);
    const { mail } = compose(zaak, resultaat.waarde);
    res
      .type('message/rfc822')
      .set('Cache-Control', 'no-store')
      .attachment(`verwijzing-${zaak.tafel}.eml`)
      .send(await writeEml(mail));
  });

  /** The case and its advice; null when there is no such table, or after sending the visitor to where the advice is. */
  async function readZaak(req: Request, res: Response, tafel: string): Promise<Zaak | null> {
    const gevonden = model.tafelVan.get(tafel);
    if (!gevonden) return null;
    const stand = readStand(zegel, req);
    const advies = await giveAdvies(model, evaluate, stand.antwoorden);
    const status = toVerwijsStatus(advies, tafel);
    if (status === 'nietMogelijk' || (status === 'concept' && advies.volgendeVraag !== null)) {
      // The advice says why this table is not for now; an incomplete stand goes on from there to its next question.
      res.redirect(303, stand.link('/advies'));
      return null;
    }
    return { tafel, naam: gevonden.korteNaam, stand, advies };
  }

  function compose({ advies, tafel }: Zaak, verwijzing: Verwijzing) {
    const pakket = composeVerwijzing(content, model, views, advies, tafel, verwijzing);
    if (!pakket) throw new Error(`Geen verwijzing mogelijk naar ${tafel}, terwijl het advies die toestaat.`);
    return pakket;
  }

  function showForm(
    res: Response,
    zaak: Zaak,
    velden: Readonly<Record<string, string>>,
    resultaat?: Extract<VerwijzingResultaat, { fouten: unknown }>,
  ): void {
    const oordeel = zaak.advies.overlegtafels.find(({ tafel }) => tafel.id === zaak.tafel);
    sendPagina(
      res,
      render,
      {
        template: 'verwijzen',
        titel: `Aanmelding maken: ${zaak.naam}`,
        fout: Boolean(resultaat),
        kruimels: toKruimels(zaak, zaak.naam),
        model: {
          tafelNaam: oordeel?.tafel.naam,
          samenvatting: oordeel?.tafel.samenvatting,
          mag: oordeel?.aanmelder.mag === true,
          ...toReferralForm(
            zaak.stand.link(`/verwijzen/${zaak.tafel}`),
            zaak.stand.link('/advies'),
            velden,
            resultaat?.fouten ?? [],
            suggestCasuscode(now()),
          ),
        },
      },
      resultaat ? 400 : 200,
    );
  }

  function toKruimels(zaak: Zaak, naam: string) {
    return [
      { tekst: 'Start', href: '/' },
      { tekst: 'Advies', href: zaak.stand.link('/advies') },
      { tekst: naam },
    ];
  }

  return router;
}

interface Zaak {
  readonly tafel: string;
  readonly naam: string;
  readonly stand: Stand;
  readonly advies: Advies;
}

/** The fields that the form has; what else was sent is not looked at. Of doubles the first counts. */
function readVelden(formulier: URLSearchParams): Record<string, string> {
  return Object.fromEntries(VERWIJZING_VELDEN.map(({ naam }) => [naam, formulier.get(naam) ?? '']));
}
