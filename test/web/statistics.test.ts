import { describe, expect, it } from 'vitest';
import type { CountsPerWeek } from '../../src/domain/statistics/counts.ts';
import { toStaafdiagram } from '../../src/web/statistics/to-bar-chart.ts';
import { toStatisticsPage } from '../../src/web/statistics/to-statistics-page.ts';
import { model } from '../support/real-content.ts';

const staven = (aantallen: readonly number[]) =>
  toStaafdiagram(
    ['Aantal'],
    aantallen.map((aantal, nummer) => ({ naam: `Rij ${nummer}`, aantallen: [aantal] })),
  ).rijen.map(({ staven: [staaf] }) => staaf);

describe('een staafdiagram', () => {
  it('is evenredig, tot vlak voor de rand, zodat het getal ernaast past', () => {
    expect(staven([50, 100]).map((staaf) => staaf?.breedte)).toEqual(['42%', '84%']);
  });

  it('verraadt niets onder de vijf: alle staven zijn dan gelijk, en de schaal hangt er niet van af', () => {
    const klein = staven([0, 1, 4]);
    expect(new Set(klein.map((staaf) => staaf?.breedte)).size).toBe(1);
    expect(klein.map((staaf) => staaf?.tekst)).toEqual(['< 5', '< 5', '< 5']);
    expect(staven([0, 40])).toEqual(staven([4, 40]));
    expect(staven([5, 1000])[0]?.breedte).not.toBe(klein[0]?.breedte);
  });
});

describe('de statistiek', () => {
  const toWeken = (topx: number, triage: number): CountsPerWeek => ({
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
    const { delen } = toStatisticsPage(model, toWeken(1, 3));
    for (const { diagram, tabel } of delen) {
      const uitTabel = tabel.rijen.map(({ kop, cellen }) => [kop.tekst, ...cellen.map(({ tekst }) => tekst)]);
      const uitBeeld = diagram.rijen.map(({ naam, staven: rij }) => [naam, ...rij.map(({ tekst }) => tekst)]);
      expect(uitTabel.slice(0, uitBeeld.length)).toEqual(uitBeeld);
    }
    expect(delen[0]?.diagram.rijen[0]).toMatchObject({
      naam: 'Week 47 van 2026',
      inWoorden: 'Begonnen: 8, Afgerond: < 5',
    });
    expect(delen[4]?.diagram.rijen[0]).toMatchObject({ inWoorden: 'Hier gestopt: 7' });
  });

  it('zet wat te klein is om te tonen op naam, zodat de plaats ook niets zegt', () => {
    const [, een] = toStatisticsPage(model, toWeken(1, 3)).delen;
    const [, ander] = toStatisticsPage(model, toWeken(4, 0)).delen;
    expect(een).toEqual(ander);
    expect(een?.diagram.rijen.map(({ naam }) => naam)).toEqual([
      'Levensloopaanpak',
      'TopX',
      'Triage- & Transfertafel',
    ]);
  });
});
