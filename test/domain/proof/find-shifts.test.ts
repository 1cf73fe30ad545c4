import { describe, expect, it } from 'vitest';
import { decideAtOnce } from '../../../src/domain/advice/uitkomst.ts';
import { createBeslismodel } from '../../../src/domain/model/beslismodel.ts';
import { findShifts } from '../../../src/domain/proof/find-shifts.ts';
import { content } from '../../support/real-content.ts';
import { listEveryCase, makeSmallContent, type SmallContent } from '../../support/small-content.ts';

const small = makeSmallContent();

type Tafel = SmallContent['tafels'][number];

function withTafel(id: string, change: (tafel: Tafel) => object): SmallContent {
  return {
    ...small,
    tafels: small.tafels.map((tafel) =>
      tafel.id === id ? ({ ...tafel, ...change(tafel) } as Tafel) : tafel,
    ),
  };
}

function withRegels(id: string, regels: object): SmallContent {
  return withTafel(id, (tafel) => ({ regels: { ...tafel.regels, ...regels } }));
}

const withVraag = (feit: string, change: object): SmallContent => ({
  ...small,
  vragen: small.vragen.map((vraag) => (vraag.feit === feit ? { ...vraag, ...change } : vraag)),
});

const P10 = 'mobiel-p10-team';
const CRISISTEAM = 'crisisteam-zorgkantoor';

const CHANGES: readonly (readonly [wat: string, fresh: SmallContent])[] = [
  ['een andere regel', withRegels(P10, { regel: { condition: 'verward-gedrag' } })],
  ['een ander signaal', withRegels(P10, { signaal: 'zorg-valt-weg' })],
  ['de lokale stap niet meer overslaan', withRegels(CRISISTEAM, { slaatLokaalOver: { ja: false } })],
  ['een spoedtafel die telt als geprobeerd', withRegels(CRISISTEAM, { spoed: false })],
  ['een optie minder', withVraag('plotselingeVerandering', { opties: [{ id: 'ja', tekst: 'Ja' }] })],
  [
    'een optie van een lijst minder',
    withVraag('signalen', { opties: small.vragen.find(({ feit }) => feit === 'signalen')?.opties.slice(1) }),
  ],
  [
    'een vraag die bij een andere tafel hoort',
    withVraag('verwardGedrag', { wanneer: { tafels: [CRISISTEAM] } }),
  ],
  ['een tafel minder', { ...small, tafels: small.tafels.filter(({ id }) => id !== P10) }],
];

describe('wat een wijziging doet', () => {
  it.each(CHANGES)('is bij %s wat er is als elk geval apart wordt bekeken', (_wat, fresh) => {
    const [old, now] = [createBeslismodel(small), createBeslismodel(fresh)];
    const cases = new Map(
      [...listEveryCase(old), ...listEveryCase(now)].map((antwoorden) => [
        JSON.stringify(Object.entries(antwoorden).toSorted()),
        antwoorden,
      ]),
    );
    const expected = new Map<string, bigint>();
    for (const antwoorden of cases.values()) {
      const [before, after] = [decideAtOnce(old, antwoorden), decideAtOnce(now, antwoorden)];
      const listOf = ({ tafels, daarna, voorzieningen }: typeof before, id: string) =>
        Object.entries({ tafels, daarna, voorzieningen }).find(([, ids]) => ids.includes(id))?.[0] ?? null;
      const pairs = [
        ['uitkomst', before.uitkomst, after.uitkomst],
        ...[P10, CRISISTEAM].map((id) => [id, listOf(before, id), listOf(after, id)]),
      ];
      for (const [wat, van, to] of pairs)
        if (van !== to) {
          const key = JSON.stringify([wat, van, to]);
          expected.set(key, (expected.get(key) ?? 0n) + 1n);
        }
    }
    const { totaal, shifts, anders, alleenEerst } = findShifts(small, fresh);
    const found = shifts
      .filter(({ soort }) => soort === 'uitkomst' || soort === 'lijst')
      .map(
        ({ soort, tafel, van, to, aantal }) => [JSON.stringify([tafel ?? soort, van, to]), aantal] as const,
      );
    expect(totaal).toBe(BigInt(cases.size));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    expect(anders.aantal + alleenEerst).toBeGreaterThan(0n);
    for (const { voorbeeld, soort, van, to } of shifts)
      if (soort === 'uitkomst')
        expect([
          decideAtOnce(old, voorbeeld ?? {}).uitkomst,
          decideAtOnce(now, voorbeeld ?? {}).uitkomst,
        ]).toEqual([van, to]);
  });

  it('is niets als alleen woorden of de volgorde van vragen anders zijn', () => {
    const other = {
      tafels: content.tafels.map((tafel) => ({ ...tafel, naam: 'Anders' })),
      vragen: [...content.vragen.slice(0, 6), ...content.vragen.slice(6).toReversed()],
    };
    const { shifts, anders, alleenNu, alleenEerst } = findShifts(content, other);
    expect([anders.aantal, alleenNu, alleenEerst]).toEqual([0n, 0n, 0n]);
    expect(shifts).toEqual([]);
  });

  it('ziet wie mag aanmelden, een aandachtspunt, wie betaalt en een stap die te zetten is', () => {
    const kinds = (change: (tafel: (typeof content.tafels)[number]) => object, stap = false) => {
      const fresh = {
        tafels: content.tafels.map((tafel) => ({ ...tafel, ...change(tafel) })),
        vragen: content.vragen.map((vraag) =>
          stap && vraag.feit === 'gebiedsVeiligheid' ? { ...vraag, stapTeZetten: true } : vraag,
        ),
      };
      return findShifts(content, fresh).shifts.map(({ soort, tafel, criterium }) => [
        soort,
        tafel,
        criterium,
      ]);
    };
    expect(
      kinds(({ id, aanmelders }) =>
        id === 'topx' ? { aanmelders: { ...aanmelders, via: 'wijkcoach' } } : {},
      ),
    ).toEqual([['aanmelder', 'topx', null]]);
    expect(
      kinds(({ id, regels }) =>
        id === CRISISTEAM
          ? {
              regels: {
                ...regels,
                criteria: regels.criteria.map((criterium) =>
                  criterium.id === 'verblijf'
                    ? { ...criterium, voorwaarde: { ...criterium.voorwaarde, value: ['thuis'] } }
                    : criterium,
                ),
              },
            }
          : {},
      ),
    ).toEqual([['criterium', CRISISTEAM, 'verblijf']]);
    expect(
      kinds(({ id, regels }) =>
        id === P10
          ? { regels: { ...regels, financiering: { ...regels.financiering, feit: 'verwardGedrag' } } }
          : {},
      ),
    ).toEqual([['betaling', P10, null]]);
    expect(kinds(() => ({}), true)).toEqual([['bijna', 'topx', null]]);
  });
});
