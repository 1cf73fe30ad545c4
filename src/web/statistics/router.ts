import { Router } from 'express';
import type { VraagTelling, WeekTelling } from '../../domain/model/telling.ts';
import { maskCount } from '../../domain/statistics/mask-count.ts';
import type { WebDeps } from '../deps.ts';
import { sendPagina } from '../page.ts';

/** How many weeks are shown, the latest first. */
const WEKEN = 12;

/** What the region can learn of the use of the site: counts per week, small ones masked. */
export function createStatisticsRouter({
  tellingen,
  model,
  render,
}: Pick<WebDeps, 'tellingen' | 'model' | 'render'>): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/statistiek', (_req, res) => {
    const weken = Object.entries(tellingen.perWeek())
      .sort(([a], [b]) => b.localeCompare(a))
      .slice(0, WEKEN);
    const naamVan = (tafel: string) => model.tafelVan.get(tafel)?.korteNaam ?? tafel;
    sendPagina(res, render, {
      template: 'statistiek',
      titel: 'Statistiek',
      kruimels: [{ tekst: 'Start', href: '/' }, { tekst: 'Statistiek' }],
      model: {
        leeg: weken.length === 0,
        weken: toTabel(
          'Vragenlijsten per week',
          ['Week', 'Begonnen', 'Afgerond'],
          weken.map(([week, { gestart, afgerond }]) => [week, [gestart, afgerond]]),
        ),
        tafels: toTabel(
          'Tafels in het advies',
          ['Tafel', 'Aantal'],
          addUp(weken, ({ tafels }) => tafels).map(([tafel, aantal]) => [naamVan(tafel), [aantal]]),
        ),
        uitkomsten: toTabel(
          'Uitkomsten',
          ['Uitkomst', 'Aantal'],
          addUp(weken, ({ uitkomsten }) => uitkomsten).map(([uitkomst, aantal]) => [uitkomst, [aantal]]),
        ),
        vragen: toTabel(
          'Vragen waarop het antwoord niet bekend was, en waar men stopte',
          ['Vraag', 'Weet ik niet', 'Hier gestopt'],
          addVragen(weken).map(([feit, telling]) => [
            model.vraagVan.get(feit)?.kort ?? feit,
            [telling.weetNiet, Math.max(0, telling.gesteld - telling.beantwoord)],
          ]),
        ),
      },
    });
  });
  return router;
}

type Weken = readonly (readonly [string, WeekTelling])[];

/** A table whose numbers are masked; the first heading is that of the row names. */
function toTabel(
  bijschrift: string,
  koppen: readonly string[],
  rijen: readonly (readonly [string, readonly number[]])[],
) {
  return {
    bijschrift,
    koppen,
    rijen: rijen.map(([naam, aantallen]) => ({
      kop: { tekst: naam },
      cellen: aantallen.map((aantal, index) => ({ kop: koppen[index + 1] ?? '', tekst: maskCount(aantal) })),
    })),
  };
}

function addUp(
  weken: Weken,
  pick: (week: WeekTelling) => Readonly<Record<string, number>>,
): [string, number][] {
  const totaal = new Map<string, number>();
  for (const [, week] of weken) {
    for (const [sleutel, aantal] of Object.entries(pick(week)))
      totaal.set(sleutel, (totaal.get(sleutel) ?? 0) + aantal);
  }
  return [...totaal].sort(([, a], [, b]) => b - a);
}

function addVragen(weken: Weken): [string, VraagTelling][] {
  const totaal = new Map<string, VraagTelling>();
  for (const [, { vragen }] of weken) {
    for (const [feit, { gesteld, beantwoord, weetNiet }] of Object.entries(vragen)) {
      const tot = totaal.get(feit) ?? { gesteld: 0, beantwoord: 0, weetNiet: 0 };
      totaal.set(feit, {
        gesteld: tot.gesteld + gesteld,
        beantwoord: tot.beantwoord + beantwoord,
        weetNiet: tot.weetNiet + weetNiet,
      });
    }
  }
  return [...totaal].sort(([, a], [, b]) => b.weetNiet - a.weetNiet);
}
