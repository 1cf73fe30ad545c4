import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import type { Uitkomst } from '../../domain/model/uitkomst.ts';
import {
  type CountsPerWeek,
  countAbandoned,
  isSmall,
  maskCount,
  type VraagCount,
  type WeekCount,
} from '../../domain/statistics/counts.ts';
import { type Rij, toStaafdiagram } from './to-bar-chart.ts';

/** The outcomes in words. */
const UITKOMSTEN: Readonly<Record<Uitkomst, string>> = {
  belNu: 'Bel nu',
  buitenTwente: 'Woont buiten Twente',
  eerstLokaal: 'Eerst naar de gemeente',
  lokaalVerder: 'Verder in de gemeente',
  aanmelden: 'Aanmelden bij een tafel',
  aanvullen: 'Eerst iets uitzoeken',
  geenTafel: 'Geen tafel past',
};

/** How many weeks are shown, the latest first. */
const WEKEN = 12;
/** How many questions a chart shows; the table has them all. */
const VRAGEN = 8;

/** The view-model of the statistics: each subject as a chart and as a table, small counts masked in both. */
export function toStatisticsPage(model: Beslismodel, perWeek: CountsPerWeek) {
  const weken = Object.entries(perWeek)
    .sort(([a], [b]) => b.localeCompare(a))
    .slice(0, WEKEN);
  const vragen = addVragen(weken).map(([feit, telling]) => ({
    naam: model.vraagOf.get(feit)?.kort ?? feit,
    weetNiet: telling.weetNiet,
    afgehaakt: countAbandoned(telling),
  }));
  return {
    leeg: weken.length === 0,
    delen: [
      toDeel(
        'Vragenlijsten per week',
        ['Week', 'Begonnen', 'Afgerond'],
        weken.map(([week, { gestart, afgerond }]) => ({
          naam: toWeekNaam(week),
          aantallen: [gestart, afgerond],
        })),
      ),
      toDeel(
        'Tafels in het advies',
        ['Tafel', 'Aantal'],
        sortRijen(
          addUp(weken, ({ tafels }) => tafels).map(([tafel, aantal]) => ({
            naam: model.tafelOf.get(tafel)?.korteNaam ?? tafel,
            aantallen: [aantal],
          })),
        ),
      ),
      toDeel(
        'Uitkomsten',
        ['Uitkomst', 'Aantal'],
        sortRijen(
          addUp(weken, ({ uitkomsten }) => uitkomsten).map(([uitkomst, aantal]) => ({
            naam: UITKOMSTEN[uitkomst as Uitkomst] ?? uitkomst,
            aantallen: [aantal],
          })),
        ),
      ),
      toVraagDeel(
        'Vragen waarop het antwoord niet bekend was',
        'Weet ik niet',
        vragen,
        ({ weetNiet }) => weetNiet,
      ),
      toVraagDeel('Vragen waar men stopte', 'Hier gestopt', vragen, ({ afgehaakt }) => afgehaakt),
    ],
  };
}

type VraagRij = { readonly naam: string; readonly weetNiet: number; readonly afgehaakt: number };

/** A subject of which the chart shows the questions that stand out, and the table all of them. */
function toVraagDeel(
  titel: string,
  kop: string,
  vragen: readonly VraagRij[],
  pick: (vraag: VraagRij) => number,
) {
  const rijen = sortRijen(vragen.map((vraag) => ({ naam: vraag.naam, aantallen: [pick(vraag)] })));
  return toDeel(titel, ['Vraag', kop], rijen, rijen.slice(0, VRAGEN));
}

/** The highest first. What is too small to show stands by name, because its place would tell how small it is. */
function sortRijen(rijen: readonly Rij[]): Rij[] {
  const gewicht = ({ aantallen: [aantal = 0] }: Rij) => (isSmall(aantal) ? 0 : aantal);
  return rijen.toSorted((a, b) => gewicht(b) - gewicht(a) || a.naam.localeCompare(b.naam, 'nl'));
}

/** A subject: its chart, and its table; the first heading is that of the names. */
function toDeel(titel: string, koppen: readonly string[], rijen: readonly Rij[], getekend = rijen) {
  return {
    titel,
    diagram: toStaafdiagram(koppen.slice(1), getekend),
    tabel: {
      bijschrift: `${titel}, in cijfers`,
      koppen,
      rijen: rijen.map(({ naam, aantallen }) => ({
        kop: { tekst: naam },
        cellen: aantallen.map((aantal, index) => ({
          kop: koppen[index + 1] ?? '',
          tekst: maskCount(aantal),
        })),
      })),
    },
  };
}

/** An ISO week as it is shown: "2026-W47" becomes "Week 47 van 2026". */
function toWeekNaam(week: string): string {
  const [jaar, nummer] = week.split('-W');
  return `Week ${Number(nummer)} van ${jaar}`;
}

type Weken = readonly (readonly [string, WeekCount])[];

function addUp(
  weken: Weken,
  pick: (week: WeekCount) => Readonly<Record<string, number>>,
): [string, number][] {
  const totaal = new Map<string, number>();
  for (const [, week] of weken) {
    for (const [sleutel, aantal] of Object.entries(pick(week)))
      totaal.set(sleutel, (totaal.get(sleutel) ?? 0) + aantal);
  }
  return [...totaal];
}

function addVragen(weken: Weken): [string, VraagCount][] {
  const totaal = new Map<string, VraagCount>();
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
  return [...totaal];
}
