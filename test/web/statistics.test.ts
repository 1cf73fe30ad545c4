import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountsPerWeek, maskCount } from '../../src/domain/statistics/counts.ts';
import { toBarChart, toStatisticsPage } from '../../src/web/statistics/to-statistics-page.ts';
import { content, model } from '../support/real-content.ts';
import { say } from '../support/texts.ts';

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

  const NOW = new Date('2026-11-25T12:00:00Z');
  const show = (weeks: CountsPerWeek, now = NOW) =>
    toStatisticsPage({ model, content, say, now: () => now }, weeks);

  it('heeft bij elk diagram een tabel die hetzelfde zegt', () => {
    const { delen } = show(toWeeks(1, 3));
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
      inWoorden: 'Begonnen: 10, Afgerond: < 5',
    });
    expect(delen[4]?.diagram.rijen[0]).toMatchObject({ inWoorden: 'Hier gestopt: 5' });
  });

  it('zegt niets over de week die nog loopt: wie elke minuut kijkt, ziet geen moment van een casus', () => {
    const before = toWeeks(1, 3);
    const busy = { ...before, '2026-W48': { ...before['2026-W47'], gestart: 40 } } as CountsPerWeek;
    expect(show(busy)).toEqual(show(before));
    expect(show(busy, new Date('2026-12-01T12:00:00Z')).delen[0]?.diagram.rijen[0]?.inWoorden).toContain(
      '40',
    );
  });

  it('heeft altijd dezelfde rijen, en zet wat hetzelfde getoond wordt op naam: rij en plaats zeggen niets', () => {
    const names = (weeks: CountsPerWeek) =>
      show(weeks).delen.map(({ tabel }) => tabel.rijen.map(({ kop }) => kop.tekst).sort());
    expect(names({})).toEqual(names(toWeeks(1, 3)));
    expect(show(toWeeks(1, 3)).delen[1]).toEqual(show(toWeeks(4, 0)).delen[1]);
    expect(show(toWeeks(1, 3)).delen[1]?.diagram.rijen[0]?.naam).toBe('Levensloopaanpak');
  });

  it('geeft geen klein aantal prijs aan wie aftrekt, binnen een pagina of tussen twee weken', () => {
    // Who knows the rounding knows which counts are shown as this one.
    const ranges = new Map<string, [number, number]>();
    for (let count = 0; count <= 500; count += 1) {
      const [low] = ranges.get(maskCount(count)) ?? [count];
      ranges.set(maskCount(count), [low, count]);
    }
    const toRange = (shown: string): [number, number] => ranges.get(shown) ?? [0, 0];
    const uitkomsten = ['belNu', 'eerstLokaal', 'aanmelden', 'geenTafel'] as const;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)), { minLength: 12, maxLength: 12 }),
        fc.nat(4),
        (counts, few) => {
          const weeks = Object.fromEntries(
            counts.map(([belNu, eerstLokaal, aanmelden], index) => {
              const geenTafel = index === 6 ? few : 0;
              return [
                `2026-W${36 + index}`,
                {
                  gestart: 0,
                  afgerond: belNu + eerstLokaal + aanmelden + geenTafel,
                  uitkomsten: { belNu, eerstLokaal, aanmelden, geenTafel },
                  tafels: {},
                  vragen: {},
                },
              ];
            }),
          );
          const read = (now: Date) => {
            const [perWeek, , perOutcome] = show(weeks, now).delen;
            const cells = (rows: NonNullable<typeof perWeek>['tabel']['rijen'], at: number) =>
              new Map(rows.map(({ kop, cellen }) => [kop.tekst, toRange(cellen[at]?.tekst ?? '')]));
            return {
              afgerond: [...cells(perWeek?.tabel.rijen ?? [], 1).values()],
              outcome: cells(perOutcome?.tabel.rijen ?? [], 0),
            };
          };
          const now = read(NOW);
          const earlier = read(new Date(NOW.getTime() - 7 * 24 * 60 * 60 * 1000));
          const total = now.afgerond.reduce(([low, high], [a, b]) => [low + a, high + b], [0, 0]);
          for (const id of uitkomsten) {
            const name = content.beslisboom.uitkomsten[id].naam;
            const own = now.outcome.get(name) ?? [0, 0];
            if (own[0] > 0) continue;
            // What is left of the total, and what came since last week, may say no more than that it is below five.
            const others = [...now.outcome].filter(([other]) => other !== name).map(([, range]) => range);
            const left = [
              total[0] - others.reduce((sum, [, high]) => sum + high, 0),
              total[1] - others.reduce((sum, [low]) => sum + low, 0),
            ];
            const since = earlier.outcome.get(name)?.[0] ?? 0;
            const low = Math.max(own[0], left[0] ?? 0, since);
            const high = Math.min(own[1], left[1] ?? 0);
            expect(high - low, `${low}-${high}`).toBeGreaterThanOrEqual(1);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
