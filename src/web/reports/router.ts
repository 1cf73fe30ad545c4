import { type Response, Router } from 'express';
import { CORRECTION_MAX, newCorrectionSchema } from '../../domain/model/correction.ts';
import { findPersonalData } from '../../domain/privacy/find-personal-data.ts';
import { StorageFailure } from '../../domain/storage-failure.ts';
import type { WebDeps } from '../deps.ts';
import { checkVelden, readForm } from '../form.ts';
import { sendPage } from '../page.ts';

const VELDEN = ['pagina', 'veld', 'watMoetHetZijn', 'email'] as const;
type Values = Readonly<Record<(typeof VELDEN)[number], string>>;
type Faults = Readonly<Partial<Record<(typeof VELDEN)[number], string>>>;

const CRUMBS = [{ tekst: 'Klopt dit niet?' }];

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
    const form = req.body as URLSearchParams;
    checkVelden(form, VELDEN);
    const values = Object.fromEntries(VELDEN.map((veld) => [veld, form.get(veld) ?? ''])) as Values;
    const { email, ...rest } = values;
    const parsed = newCorrectionSchema.safeParse(email === '' ? rest : values);
    const faults: Faults = parsed.success
      ? checkPersonalData(values)
      : Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]));
    if (!parsed.success || Object.keys(faults).length > 0) return showForm(res, values, faults, 400);
    try {
      const melding = await meldingen.report(parsed.data);
      if (!melding)
        return showCorrectionForm(res, 'Er staan nu te veel meldingen open. Probeer het later opnieuw.', 503);
      sendPage(res, render, {
        template: 'klopt-niet-dank',
        titel: 'Dank u wel',
        kruimels: CRUMBS,
        model: { nummer: melding.id, pagina: melding.pagina },
      });
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
      req.logError(error, 'een melding is niet bewaard');
      showForm(
        res,
        values,
        { watMoetHetZijn: 'Uw melding kon niet worden bewaard. Probeer het later opnieuw.' },
        503,
      );
    }
  });

  function showForm(res: Response, values: Values, faults: Faults, status: number): void {
    const toVeld = (naam: 'veld' | 'watMoetHetZijn' | 'email') => ({
      waarde: values[naam],
      fout: faults[naam] ?? null,
    });
    sendPage(
      res,
      render,
      {
        template: 'klopt-niet',
        titel: 'Klopt dit niet?',
        fout: status !== 200,
        kruimels: CRUMBS,
        model: {
          pagina: values.pagina,
          veld: toVeld('veld'),
          watMoetHetZijn: toVeld('watMoetHetZijn'),
          email: toVeld('email'),
          max: CORRECTION_MAX.watMoetHetZijn,
          fouten: Object.entries(faults).map(([veld, tekst]) => ({ href: `#${veld}`, tekst })),
        },
      },
      status,
    );
  }

  function showCorrectionForm(res: Response, melding: string, status: number): void {
    sendPage(
      res,
      render,
      {
        template: 'fout-melding',
        titel: 'Uw melding is niet verstuurd',
        kruimels: CRUMBS,
        model: { melding },
      },
      status,
    );
  }

  return router;
}

/** A report is about the site, never about a case. */
function checkPersonalData({ veld, watMoetHetZijn }: Values): Faults {
  const hasBsn = (tekst: string) => findPersonalData(tekst).some(({ severity }) => severity === 'weigeren');
  const melding =
    'Hier lijkt een burgerservicenummer (BSN) in te staan. Haal dat weg: een melding gaat over de site, niet over een persoon.';
  return {
    ...(hasBsn(veld) ? { veld: melding } : {}),
    ...(hasBsn(watMoetHetZijn) ? { watMoetHetZijn: melding } : {}),
  };
}
