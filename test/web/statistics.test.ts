import { describe, expect, it } from 'vitest';
import type { CountsPerWeek } from '../../src/domain/statistics/counts.ts';
import { toBarChart } from '../../src/web/statistics/to-bar-chart.ts';
import { toStatisticsPage } from '../../src/web/statistics/to-statistics-page.ts';
import { model } from '../support/real-content.ts';

const bars = (counts: readonly number[]) =>
  toBarChart(
    ['Aantal'],
    counts.map((count, nummer) => ({ naam: `Rij ${nummer}`, counts: [count] })),
  ).rijen.map(({ staven: [bar] }) => bar);

describe('een staafdiagram', () => {
  it('is evenredig, tot vlak voor de rand, zodat het getal ernaast past', () => {
    expect(bars([50, 100]).map((bar) => bar?.breedte)).toEqual(['42%', '84%']);
  });

  it('verraadt niets onder de vijf: alle staven zijn dan gelijk, en de schaal hangt er niet van af', () => {
    const small = bars([0, 1, 4]);
    expect(new Set(small.map((bar) => bar?.breedte)).size).toBe(1);
    expect(small.map((bar) => bar?.tekst)).toEqual(['< 5', '< 5', '< 5']);
    expect(bars([0, 40])).toEqual(bars([4, 40]));
    expect(bars([5, 1000])[0]?.breedte).not.toBe(small[0]?.breedte);
  });
});

describe('de statistiek', () => {
  const toWeeks = (topx: number, triage: number): CountsPerWeek => ({
    '2026-W46': { gestart: 12, afgerond: 9, uitkomsten: { aanmelden: 9 }, tafels: {}, vragen: {} },
    '2026-W47': {
      gestart: 8,
      afgerond: 2,
      uitkomsten: { belNu: 2 },
      tafels: { topx, 'triage-transfertafel': triage, levensloopaanpak: 7 },
      vragen: { rol: { gesteld: 20, beantwoord: 13, weetNiet: 6 } },
    },
  });

  it('heeft bij elk diagram een tabel die hetzelfde zegt', () => {
    const { delen } = toStatisticsPage(model, toWeeks(1, 3));
    for (const { diagram, tabel } of delen) {
      const outTable = tabel.rijen.map(({ kop, cellen }) => [kop.tekst, ...cellen.map(({ tekst }) => tekst)]);
      const outOfView = diagram.rijen.map(({ naam, staven: rij }) => [
        naam,
        ...rij.map(({ tekst }) => tekst),
      ]);
      expect(outTable.slice(0, outOfView.length)).toEqual(outOfView);
    }
    expect(delen[0]?.diagram.rijen[0]).toMatchObject({
      naam: 'Week 47 van 2026',
      inWoorden: 'Begonnen: 8, Afgerond: < 5',
    });
    expect(delen[4]?.diagram.rijen[0]).toMatchObject({ inWoorden: 'Hier gestopt: 7' });
  });

  it('zet wat te klein is om te tonen op naam, zodat de plaats ook niets zegt', () => {
    const [, een] = toStatisticsPage(model, toWeeks(1, 3)).delen;
    const [, other] = toStatisticsPage(model, toWeeks(4, 0)).delen;
    expect(een).toEqual(other);
    expect(een?.diagram.rijen.map(({ naam }) => naam)).toEqual([
      'Levensloopaanpak',
      'TopX',
      'Triage- & Transfertafel',
    ]);
  });
});
