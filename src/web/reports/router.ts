import { type Response, Router } from 'express';
import type { z } from 'zod';
import { CORRECTION_MAX, newCorrectionSchema } from '../../domain/corrections/corrections.ts';
import { findPersonalData } from '../../domain/privacy/find-personal-data.ts';
import type { Say } from '../../domain/texts.ts';
import type { Services } from '../../services.ts';
import { logStorageFailure } from '../error-handler.ts';
import { checkVelden, KEPT_FOR_BACK, readForm } from '../form.ts';
import { sendPage } from '../page.ts';

/** In bytes: far more than the fields hold, so that a text which is too long comes back, with what to shorten. */
const MAX_FORM = 200_000;
const VELDEN = ['pagina', 'veld', 'watMoetHetZijn', 'email'] as const;
type Values = Readonly<Record<(typeof VELDEN)[number], string>>;
type Faults = Readonly<Partial<Record<(typeof VELDEN)[number], string>>>;

/** "Klopt dit niet?": a correction report on a page, kept for the operator. */
export function createReportRouter({
  meldingen,
  say,
  render,
}: Pick<Services, 'meldingen' | 'say' | 'render'>): Router {
  const kruimels = [{ tekst: say('klopt-niet.titel') }];
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/klopt-niet', (req, res) => {
    const { pagina } = req.query;
    res.set('Cache-Control', KEPT_FOR_BACK);
    showForm(
      res,
      { pagina: typeof pagina === 'string' ? pagina : '/', veld: '', watMoetHetZijn: '', email: '' },
      {},
      200,
    );
  });

  router.post('/klopt-niet', readForm(MAX_FORM), async (req, res) => {
    const form = req.body as URLSearchParams;
    checkVelden(form, VELDEN);
    const values = Object.fromEntries(VELDEN.map((veld) => [veld, form.get(veld) ?? ''])) as Values;
    const { email, ...rest } = values;
    const parsed = newCorrectionSchema.safeParse(email === '' ? rest : values);
    const faults: Faults = parsed.success
      ? checkPersonalData(say('klopt-niet.bsn'), values)
      : toFaults(say, parsed.error.issues);
    if (!parsed.success || Object.keys(faults).length > 0) return showForm(res, values, faults, 400);
    try {
      const melding = await meldingen.report(parsed.data);
      if (!melding) return showForm(res, values, { watMoetHetZijn: say('klopt-niet.vol') }, 503);
      sendPage(res, render, {
        template: 'klopt-niet-dank',
        titel: say('klopt-niet.titel-dank'),
        kruimels,
        model: { nummer: melding.id, pagina: melding.pagina },
      });
    } catch (error) {
      logStorageFailure(req, error, 'een melding is niet bewaard');
      showForm(res, values, { watMoetHetZijn: say('klopt-niet.niet-bewaard') }, 503);
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
        titel: say('klopt-niet.titel'),
        fout: status !== 200,
        kruimels,
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

  return router;
}

/** What is wrong with each field, in words. */
function toFaults(say: Say, issues: readonly z.core.$ZodIssue[]): Faults {
  return Object.fromEntries(
    issues.map((issue) => {
      const veld = issue.path[0] as keyof Values;
      return [
        veld,
        issue.code === 'too_big'
          ? say('klopt-niet.te-lang', { hoogstens: Number(issue.maximum) })
          : say(`klopt-niet.fout-${veld}`),
      ];
    }),
  );
}

/** A report is about the site, never about a case; `melding` says so of a field. */
function checkPersonalData(melding: string, { veld, watMoetHetZijn }: Values): Faults {
  const hasBsn = (tekst: string) => findPersonalData(tekst).some(({ severity }) => severity === 'weigeren');
  return {
    ...(hasBsn(veld) ? { veld: melding } : {}),
    ...(hasBsn(watMoetHetZijn) ? { watMoetHetZijn: melding } : {}),
  };
}
