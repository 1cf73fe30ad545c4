import { type Response, Router } from 'express';
import { CORRECTION_MAX, newCorrectionSchema } from '../../domain/model/correction.ts';
import { findPersonalData } from '../../domain/privacy/find-personal-data.ts';
import { StorageFailure } from '../../domain/storage-failure.ts';
import type { WebDeps } from '../deps.ts';
import { checkVelden, readForm } from '../form.ts';
import { sendPagina } from '../page.ts';

const VELDEN = ['pagina', 'veld', 'watMoetHetZijn', 'email'] as const;
type Waarden = Readonly<Record<(typeof VELDEN)[number], string>>;
type Fouten = Readonly<Partial<Record<(typeof VELDEN)[number], string>>>;

const KRUIMELS = [{ tekst: 'Klopt dit niet?' }];

/** "Klopt dit niet?": a correction report on a page, kept for the operator. */
export function createReportRouter({ meldingen, render }: Pick<WebDeps, 'meldingen' | 'render'>): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/klopt-niet', (req, res) => {
    const { pagina } = req.query;
    showForm(
      res,
      { pagina: typeof pagina === 'string' ? pagina : '/', veld: '', watMoetHetZijn: '', email: '' },
      {},
      200,
    );
  });

  router.post('/klopt-niet', readForm(20_000), async (req, res) => {
    const formulier = req.body as URLSearchParams;
    checkVelden(formulier, VELDEN);
    const waarden = Object.fromEntries(VELDEN.map((veld) => [veld, formulier.get(veld) ?? ''])) as Waarden;
    const { email, ...rest } = waarden;
    const gelezen = newCorrectionSchema.safeParse(email === '' ? rest : waarden);
    const fouten: Fouten = gelezen.success
      ? checkPersoonsgegevens(waarden)
      : Object.fromEntries(gelezen.error.issues.map(({ path, message }) => [String(path[0]), message]));
    if (!gelezen.success || Object.keys(fouten).length > 0) return showForm(res, waarden, fouten, 400);
    try {
      const melding = await meldingen.report(gelezen.data);
      if (!melding)
        return showMelding(res, 'Er staan nu te veel meldingen open. Probeer het later opnieuw.', 503);
      sendPagina(res, render, {
        template: 'klopt-niet-dank',
        titel: 'Dank u wel',
        kruimels: KRUIMELS,
        model: { nummer: melding.id, pagina: melding.pagina },
      });
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
      req.logFout(error, 'een melding is niet bewaard');
      showForm(
        res,
        waarden,
        { watMoetHetZijn: 'Uw melding kon niet worden bewaard. Probeer het later opnieuw.' },
        503,
      );
    }
  });

  function showForm(res: Response, waarden: Waarden, fouten: Fouten, status: number): void {
    const toVeld = (naam: 'veld' | 'watMoetHetZijn' | 'email') => ({
      waarde: waarden[naam],
      fout: fouten[naam] ?? null,
    });
    sendPagina(
      res,
      render,
      {
        template: 'klopt-niet',
        titel: 'Klopt dit niet?',
        fout: status !== 200,
        kruimels: KRUIMELS,
        model: {
          pagina: waarden.pagina,
          veld: toVeld('veld'),
          watMoetHetZijn: toVeld('watMoetHetZijn'),
          email: toVeld('email'),
          max: CORRECTION_MAX.watMoetHetZijn,
          fouten: Object.entries(fouten).map(([veld, tekst]) => ({ href: `#${veld}`, tekst })),
        },
      },
      status,
    );
  }

  function showMelding(res: Response, melding: string, status: number): void {
    sendPagina(
      res,
      render,
      {
        template: 'fout-melding',
        titel: 'Uw melding is niet verstuurd',
        kruimels: KRUIMELS,
        model: { melding },
      },
      status,
    );
  }

  return router;
}

/** A report is about the site, never about a case. */
function checkPersoonsgegevens({ veld, watMoetHetZijn }: Waarden): Fouten {
  const heeftBsn = (tekst: string) =>
    findPersonalData(tekst).some(({ severity: ernst }) => ernst === 'weigeren');
  const melding =
    'Hier lijkt een burgerservicenummer (BSN) in te staan. Haal dat weg: een melding gaat over de site, niet over een persoon.';
  return {
    ...(heeftBsn(veld) ? { veld: melding } : {}),
    ...(heeftBsn(watMoetHetZijn) ? { watMoetHetZijn: melding } : {}),
  };
}
