import { UITKOMSTEN, type Uitkomst } from '../../domain/model/uitkomst.ts';
import { type CountsPerWeek, isSmall, maskCount, roundCount } from '../../domain/statistics/counts.ts';
import { toPublishedCounts } from '../../domain/statistics/published-counts.ts';
import type { Say } from '../../domain/texts.ts';
import type { Services } from '../../services.ts';
import { toTable } from '../to-table.ts';

/** How many questions a chart shows; the table has them all. */
const VRAGEN = 8;

/** The view-model of the statistics: each subject as a chart and as a table, counts rounded in both. */
export function toStatisticsPage(
  { model, content, say, now }: Pick<Services, 'model' | 'content' | 'say' | 'now'>,
  perWeek: CountsPerWeek,
) {
  const published = toPublishedCounts(perWeek, now(), {
    tafels: model.tafels.map(({ id }) => id),
    uitkomsten: UITKOMSTEN,
    vragen: model.vragen.map(({ feit }) => feit),
  });
  const vragen = [...published.vragen].map(([feit, counts]) => ({
    naam: model.vraagOf.get(feit)?.kort ?? feit,
    ...counts,
  }));
  const toRows = (counts: ReadonlyMap<string, number>, toName: (id: string) => string) =>
    sortRows([...counts].map(([id, count]) => ({ naam: toName(id), counts: [count] })));
  return {
    delen: [
      toPart(
        say,
        say('statistiek.vragenlijsten'),
        [say('statistiek.week'), say('statistiek.begonnen'), say('statistiek.afgerond')],
        published.weken.map(({ week, gestart, afgerond }) => ({
          naam: toWeekName(say, week),
          counts: [gestart, afgerond],
        })),
      ),
      toPart(
        say,
        say('statistiek.tafels'),
        [say('statistiek.tafel'), say('statistiek.aantal')],
        toRows(published.tafels, (id) => model.tafelOf.get(id)?.korteNaam ?? id),
      ),
      toPart(
        say,
        say('statistiek.uitkomsten'),
        [say('statistiek.uitkomst'), say('statistiek.aantal')],
        toRows(published.uitkomsten, (id) => content.beslisboom.uitkomsten[id as Uitkomst].naam),
      ),
      toVraagPart(
        say,
        say('statistiek.weet-niet'),
        say('statistiek.aantal-weet-niet'),
        vragen,
        ({ weetNiet }) => weetNiet,
      ),
      toVraagPart(
        say,
        say('statistiek.gestopt'),
        say('statistiek.aantal-gestopt'),
        vragen,
        ({ abandoned }) => abandoned,
      ),
    ],
  };
}

type VraagRow = { readonly naam: string; readonly weetNiet: number; readonly abandoned: number };

/** A subject of which the chart shows the questions that stand out, and the table all of them. */
function toVraagPart(
  say: Say,
  titel: string,
  kop: string,
  vragen: readonly VraagRow[],
  pick: (vraag: VraagRow) => number,
) {
  const rijen = sortRows(vragen.map((vraag) => ({ naam: vraag.naam, counts: [pick(vraag)] })));
  return toPart(say, titel, [say('statistiek.vraag'), kop], rijen, rijen.slice(0, VRAGEN));
}

/** The highest first. What is shown as the same stands by name, because its place would tell more. */
function sortRows(rijen: readonly Row[]): Row[] {
  const weight = ({ counts: [count = 0] }: Row) => roundCount(count);
  return rijen.toSorted((a, b) => weight(b) - weight(a) || a.naam.localeCompare(b.naam, 'nl'));
}

/** A subject: its chart, and its table; the first heading is that of the names. */
function toPart(say: Say, titel: string, koppen: readonly string[], rijen: readonly Row[], drawn = rijen) {
  return {
    titel,
    diagram: toBarChart(koppen.slice(1), drawn),
    tabel: toTable(
      say('statistiek.in-cijfers', { titel }),
      koppen,
      rijen.map(({ naam, counts }) => [{ tekst: naam }, ...counts.map(maskCount)]),
    ),
  };
}

/** An ISO week as it is shown: "2026-W47" becomes "Week 47 van 2026". */
function toWeekName(say: Say, week: string): string {
  const [jaar = '', nummer] = week.split('-W');
  return say('statistiek.week-van', { week: Number(nummer), jaar });
}

/** A row of counts under one name, such as a week or a table; one count per series. */
export interface Row {
  readonly naam: string;
  readonly counts: readonly number[];
}

/** The longest bar, in per cent of the width: beside it there must be room for its number. */
const LONGEST = 84;
/** The bar of every count below five, from nought to four: its length says nothing. */
const SMALL = 2;
/** Height of a bar, and from one to the next, in pixels. */
const BAR = 14;
const STAP = 20;

/**
 * The view-model of a chart with lying bars: a picture per row, below its name. Lengths are in per cent and heights in
 * pixels, so that it fits a phone without making its letters smaller. A table says the same in words.
 */
export function toBarChart(series: readonly string[], rijen: readonly Row[]) {
  const highest = Math.max(1, ...rijen.flatMap(({ counts }) => counts.map(roundCount)));
  return {
    legenda: series.length > 1 ? series.map((naam, index) => ({ naam, reeks: index + 1 })) : [],
    hoogte: series.length * STAP,
    staafHoogte: BAR,
    rijen: rijen.map(({ naam, counts }) => ({
      naam,
      inWoorden: counts.map((count, index) => `${series[index]}: ${maskCount(count)}`).join(', '),
      staven: counts.map((count, index) => ({
        y: index * STAP + 1,
        yTekst: index * STAP + BAR - 1,
        breedte: `${toWidth(roundCount(count), highest)}%`,
        reeks: index + 1,
        klein: isSmall(count),
        tekst: maskCount(count),
      })),
    })),
  };
}

/** The length of a bar, in per cent with one decimal; of one that is shown always more than of one that is not. */
function toWidth(count: number, highest: number): number {
  if (isSmall(count)) return SMALL;
  return Math.round(Math.max(SMALL + 1, (count / highest) * LONGEST) * 10) / 10;
}
