import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Advies, TafelOordeel } from '../../src/domain/advice/advies.ts';
import { type Antwoorden, isOpen } from '../../src/domain/model/antwoorden.ts';
import type { Contact } from '../../src/domain/model/contact.ts';
import { listGemeenteContacten } from '../../src/domain/model/gemeente.ts';
import { UITKOMSTEN } from '../../src/domain/model/uitkomst.ts';
import { findGemeente } from '../../src/domain/referral/mail-model.ts';
import { arbitraryAntwoorden, SEED } from '../support/arbitrary-antwoorden.ts';
import { EERDER_TE_BESPREKEN, FEITEN, TAFELS } from '../support/domain-facts.ts';
import { LOKAAL_VAST, toFitting, toNotFitting } from '../support/fitting-antwoorden.ts';
import { content, model } from '../support/real-content.ts';
import { advisePlain } from './plain-advies.ts';
import { proofCases } from './proof-cases.ts';
import { listKnown } from './tafel-combinations.ts';

const LOKAAL = [
  { lokaalBesproken: 'nee' },
  { lokaalBesproken: 'ja', lokaalVastgelopen: 'nee' },
  { lokaalBesproken: 'ja', lokaalVastgelopen: 'ja' },
];
const EARLIER = [{}, { eerderBesproken: ['geen'] }, { eerderBesproken: EERDER_TE_BESPREKEN }];
const WHERE = [{}, { gemeente: 'weetNiet' }, { gemeente: 'tubbergen' }, { gemeente: 'buiten-twente' }];
const GEVAAR = [{ acuutGevaar: 'nee' }, { acuutGevaar: 'ja' }];

/** Each two tables, each fitting, not fitting or open, at each local step, tried or not, anywhere, with danger or not. */
function* listSituaties(): Generator<Antwoorden> {
  const standen = (id: string) => [
    toFitting(id),
    toNotFitting(id),
    { signalen: toFitting(id).signalen ?? [] },
  ];
  for (const [nummer, een] of TAFELS.entries())
    for (const other of TAFELS.slice(nummer))
      for (const first of standen(een))
        for (const second of standen(other))
          for (const lokaal of LOKAAL)
            for (const earlier of EARLIER) {
              const signalen = [first, second].flatMap((stand) => stand.signalen ?? []);
              const together = {
                ...first,
                ...second,
                ...lokaal,
                ...earlier,
                signalen: [...new Set(signalen)],
              };
              for (const waar of een === other ? WHERE : WHERE.slice(2, 3))
                for (const gevaar of een === other ? GEVAAR : GEVAAR.slice(0, 1))
                  yield { ...together, ...waar, ...gevaar };
            }
}

const isReachable = ({ waarde, alsOnbekend }: Pick<Contact, 'waarde' | 'alsOnbekend'>) =>
  (waarde ?? alsOnbekend ?? '').length > 3;

/** Whom this advice says to contact, or what to do where that is not known; empty where it leads nowhere. */
function findContacten(advies: Advies): string[] {
  const { uitkomst, tafels, voorzieningen, situatie, ontbreekt } = advies;
  const gemeente = content.gemeenten.find(({ id }) => id === situatie.antwoorden.gemeente);
  switch (uitkomst) {
    case 'belNu':
      return content.noodnummers.filter(({ direct, kies }) => direct && kies).map(({ naam }) => naam);
    case 'aanmelden':
      return [...tafels, ...voorzieningen].flatMap((id) =>
        findContactenOf(advies.overlegtafels.find(({ tafel }) => tafel.id === id)),
      );
    case 'aanvullen':
      return ontbreekt.flatMap((feit) => model.vraagOf.get(feit)?.wieWeetHet ?? []);
    default:
      // Where the gemeente is not known, what to do at any gemeente says whom to call.
      return gemeente
        ? listGemeenteContacten(gemeente)
            .filter(isReachable)
            .map(({ label }) => label)
        : content.lokaal.watTeDoen;
  }
}

function findContactenOf(oordeel: TafelOordeel | undefined): string[] {
  if (!oordeel) return [];
  const { tafel, aanmelder } = oordeel;
  const via = model.vraagOf.get('rol')?.opties.find(({ id }) => id === aanmelder.via)?.tekst;
  if (aanmelder.mag !== true && via === undefined) return [];
  if (!isReachable({ waarde: tafel.kanaal.adres, alsOnbekend: tafel.kanaal.alsOnbekend })) return [];
  return tafel.contacten.filter(isReachable).map(({ label }) => label);
}

describe('elke uitkomst', () => {
  it('komt voor, en eindigt in iets om te doen en iemand om te bereiken', async () => {
    const seen = new Map<string, number>();
    const dead: unknown[] = [];
    for (const antwoorden of listSituaties()) {
      const advies = await advisePlain(antwoorden);
      seen.set(advies.uitkomst, (seen.get(advies.uitkomst) ?? 0) + 1);
      if (findContacten(advies).length === 0) dead.push({ antwoorden, uitkomst: advies.uitkomst });
    }
    expect(dead.slice(0, 3)).toEqual([]);
    expect([...seen.keys()].toSorted()).toEqual(UITKOMSTEN.toSorted());
  });

  it('toont een onafhankelijke cliëntondersteuner, of hoe iemand die vindt', () => {
    const forInwoner = content.clientondersteuning.aanbieders.filter(({ voor }) => voor === 'inwoner');
    expect(forInwoner.flatMap(({ contacten }) => contacten.filter(isReachable)).length).toBeGreaterThan(0);
    expect(content.clientondersteuning.alsOnbekend.tekst.length).toBeGreaterThan(10);
  });
});

describe('direct gevaar', () => {
  const empty = {
    uitkomst: 'belNu',
    tafels: [],
    voorzieningen: [],
    daarna: [],
    ontbreekt: [],
    volgendeVraag: null,
  };

  it('gaat voor alles: in elk geval en in elke situatie', async () => {
    for (const { antwoorden } of proofCases)
      expect(await advisePlain({ ...antwoorden, acuutGevaar: 'ja' })).toMatchObject(empty);
    for (const antwoorden of listSituaties())
      if (antwoorden.acuutGevaar === 'ja') expect(await advisePlain(antwoorden)).toMatchObject(empty);
  });

  it('gaat voor welke antwoorden dan ook', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAntwoorden, async (antwoorden) => {
        expect(await advisePlain({ ...antwoorden, acuutGevaar: 'ja' })).toMatchObject(empty);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe('een antwoord op een open vraag', () => {
  it('keert geen oordeel om dat vaststaat, over welke tafels het ook gaat', async () => {
    // Which signals there are decides which tables are looked into at all, so that is not such an answer.
    const feiten = FEITEN.map(({ feit }) => feit).filter((feit) => feit !== 'signalen');
    const antwoord = fc
      .constantFrom(...feiten)
      .chain((feit) => fc.record({ feit: fc.constant(feit), keuze: fc.constantFrom(...listKnown(feit)) }));
    await fc.assert(
      fc.asyncProperty(arbitraryAntwoorden, antwoord, async (antwoorden, { feit, keuze }) => {
        fc.pre(isOpen(antwoorden[feit]));
        const first = await advisePlain(antwoorden);
        const daarna = await advisePlain({ ...antwoorden, [feit]: keuze });
        for (const [nummer, { tafel, oordeel }] of first.overlegtafels.entries())
          if (oordeel === 'voldoet' || oordeel === 'voldoetNiet')
            expect([tafel.id, daarna.overlegtafels[nummer]?.oordeel]).toEqual([tafel.id, oordeel]);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe('elke vraag', () => {
  /** All that an answer can change: outcome, lists, oordelen of tables and criteria, who refers, to whom, and who pays. */
  const toConsequence = (advies: Advies) =>
    JSON.stringify([
      advies.uitkomst,
      advies.tafels,
      advies.voorzieningen,
      advies.daarna,
      findGemeente(content, advies)?.algemeen,
      advies.overlegtafels.map(({ tafel, oordeel, criteria, aanmelder, geprobeerd }) => [
        oordeel,
        criteria.map((criterium) => criterium.oordeel),
        aanmelder,
        geprobeerd,
        tafel.regels.financiering && advies.situatie.antwoorden[tafel.regels.financiering.feit],
      ]),
    ]);

  it('doet ertoe: ergens verandert er iets als haar antwoord wegvalt', async () => {
    const basis: Antwoorden[] = TAFELS.flatMap((id) => [
      { ...LOKAAL_VAST, ggzIngeschreven: 'nee', verblijf: 'thuis', ...toFitting(id) },
      { ...LOKAAL_VAST, lokaalVastgelopen: 'nee', ...toNotFitting(id) },
      ...proofCases
        .filter(({ bestand }) => bestand.endsWith(`/${id}.json`))
        .map(({ antwoorden }) => antwoorden),
      { ...LOKAAL_VAST, acuutGevaar: 'ja' },
    ]);
    const matters = new Set<string>();
    for (const antwoorden of basis) {
      const consequence = toConsequence(await advisePlain(antwoorden));
      for (const feit of Object.keys(antwoorden)) {
        const { [feit]: _, ...without } = antwoorden;
        if (!matters.has(feit) && toConsequence(await advisePlain(without)) !== consequence)
          matters.add(feit);
      }
    }
    expect(model.vragen.map(({ feit }) => feit).filter((feit) => !matters.has(feit))).toEqual([]);
  });
});
