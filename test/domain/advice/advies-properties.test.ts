import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Advies } from '../../../src/domain/advice/advies.ts';
import { arbitraryAntwoord, arbitraryAntwoorden } from '../../support/arbitrary-antwoorden.ts';
import { type Antwoorden, FEITEN, TAFELS } from '../../support/domain-facts.ts';
import { advise, toUitkomst } from '../../support/real-content.ts';
import { isOpen, toReferentie } from '../../support/reference-advice.ts';

const ALL_FEITEN = fc.record(Object.fromEntries(FEITEN.map((feit) => [feit.feit, arbitraryAntwoord(feit)])));

/** All that the API shows of an advice. */
function toVisible(advies: Advies) {
  const criteria = advies.overlegtafels.map(({ criteria: parts }) => parts.map(({ oordeel }) => oordeel));
  const aanmelders = advies.overlegtafels.map(({ aanmelder }) => aanmelder);
  return { ...toUitkomst(advies), criteria, aanmelders, volgendeVraag: advies.volgendeVraag };
}

const advisePublic = async (antwoorden: Antwoorden) => toVisible(await advise(antwoorden));

describe('het advies, voor elke set antwoorden', () => {
  it('is dat van domain.md', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(arbitraryAntwoorden, async (antwoorden) => {
        const { ontbreekt: _, ...advies } = toUitkomst(await advise(antwoorden));
        const {
          opened: _opened,
          geprobeerd: _tried,
          relevant: _relevant,
          ...verwacht
        } = toReferentie(antwoorden);
        seen.add(advies.uitkomst);
        expect(advies).toEqual(verwacht);
      }),
      { numRuns: 1000 },
    );
    // The arbitrary answers are worth little when they do not lead everywhere.
    expect([...seen].toSorted()).toEqual([
      'aanmelden',
      'aanvullen',
      'belNu',
      'buitenTwente',
      'eerstLokaal',
      'geenTafel',
      'lokaalVerder',
    ]);
  });

  it('spreekt met één antwoord meer nooit een oordeel tegen', async () => {
    // Of tables that are opened both before and after: signals, and a crisis, decide which those are.
    const decides = ['voldoet', 'voldoetNiet'];
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryAntwoorden, ALL_FEITEN, fc.nat(), async (antwoorden, added, nummer) => {
        const { relevant } = toReferentie(antwoorden);
        const open = FEITEN.map(({ feit }) => feit).filter(
          (feit) => relevant.has(feit) && isOpen(antwoorden[feit]),
        );
        const feit = open[nummer % Math.max(open.length, 1)];
        const antwoord = added[feit ?? ''];
        if (feit === undefined || antwoord === undefined) return;
        const first = await advise(antwoorden);
        const daarna = await advise({ ...antwoorden, [feit]: antwoord });
        first.overlegtafels.forEach(({ tafel, oordeel, criteria }, place) => {
          const now = daarna.overlegtafels[place];
          if (oordeel === 'nietNagegaan' || now?.oordeel === 'nietNagegaan') return;
          if (decides.includes(oordeel)) expect([tafel.id, now?.oordeel]).toEqual([tafel.id, oordeel]);
          else if (now?.oordeel !== oordeel) changed += 1;
          criteria.forEach((criterium, rij) => {
            if (criterium.oordeel !== 'onbekend') expect(now?.criteria[rij]?.oordeel).toBe(criterium.oordeel);
          });
        });
      }),
      { numRuns: 300 },
    );
    expect(changed).toBeGreaterThan(10);
  });

  it('is precies hetzelfde met andere of zonder antwoorden die niet tellen', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAntwoorden, ALL_FEITEN, async (antwoorden, anders) => {
        const { relevant } = toReferentie(antwoorden);
        const telt = Object.fromEntries(Object.entries(antwoorden).filter(([feit]) => relevant.has(feit)));
        const without = await advise(telt);
        expect(await advise(antwoorden)).toEqual(without);
        expect(
          await advise({
            ...Object.fromEntries(Object.entries(anders).filter(([feit]) => !relevant.has(feit))),
            ...telt,
          }),
        ).toEqual(without);
      }),
      { numRuns: 200 },
    );
  });

  it('hangt niet af van de volgorde van de antwoorden, ook niet binnen een lijst', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAntwoorden, fc.nat(), async (antwoorden, nummer) => {
        const draai = <T>(list: readonly T[]) =>
          [
            ...list.slice(nummer % (list.length || 1)),
            ...list.slice(0, nummer % (list.length || 1)),
          ].reverse();
        const anders = Object.fromEntries(
          draai(Object.entries(antwoorden)).map(([feit, antwoord]) => [
            feit,
            typeof antwoord === 'string' ? antwoord : draai(antwoord),
          ]),
        );
        expect(await advisePublic(anders)).toEqual(await advisePublic(antwoorden));
      }),
      { numRuns: 200 },
    );
  });

  it('leest "weet niet" als niet beantwoord; alleen de volgende vraag weet beter', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAntwoorden, async (antwoorden) => {
        const { volgendeVraag: _, ...met } = await advisePublic(antwoorden);
        const beantwoord = Object.fromEntries(
          Object.entries(antwoorden).filter(([, antwoord]) => !isOpen(antwoord)),
        );
        const { volgendeVraag: __, ...without } = await advisePublic(beantwoord);
        expect(met).toEqual(without);
      }),
      { numRuns: 300 },
    );
  });

  it('houdt de lijsten uit elkaar en noemt nooit een tafel die niet past of al is geprobeerd', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAntwoorden, async (antwoorden) => {
        const advies = await advise(antwoorden);
        const named = [...advies.tafels, ...advies.voorzieningen, ...advies.daarna];
        expect(new Set(named).size).toBe(named.length);
        for (const { tafel, oordeel, geprobeerd } of advies.overlegtafels) {
          if (named.includes(tafel.id))
            expect([tafel.id, oordeel, geprobeerd]).toEqual([tafel.id, 'voldoet', false]);
        }
        expect(advies.uitkomst === 'aanmelden').toBe(
          advies.uitkomst !== 'belNu' &&
            (advies.tafels.length > 0 ||
              (advies.voorzieningen.length > 0 && advies.lokaleStap === 'vastgelopen')),
        );
        expect(TAFELS).toEqual(expect.arrayContaining(named));
      }),
      { numRuns: 300 },
    );
  });

  it('geeft bij adviezen die tegelijk lopen elk het eigen antwoord', async () => {
    const sets = fc.sample(arbitraryAntwoorden, { numRuns: 50 });
    const atOnce = await Promise.all(sets.map(advisePublic));
    for (const [nummer, antwoorden] of sets.entries())
      expect(atOnce[nummer]).toEqual(await advisePublic(antwoorden));
  });

  it('verandert de antwoorden niet die het krijgt', async () => {
    for (const antwoorden of fc.sample(arbitraryAntwoorden, { numRuns: 20 })) {
      const copy = structuredClone(antwoorden);
      await advise(antwoorden);
      expect(antwoorden).toEqual(copy);
    }
  });
});
