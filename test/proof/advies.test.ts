import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Advies, TafelOordeel } from '../../src/domain/advice/advies.ts';
import { type Antwoorden, isOpen } from '../../src/domain/model/antwoorden.ts';
import type { Contact } from '../../src/domain/model/contact.ts';
import { UITKOMSTEN } from '../../src/domain/model/uitkomst.ts';
import { findGemeente } from '../../src/domain/referral/mail-model.ts';
import { arbitraryAntwoorden, SEED } from '../support/arbitrary-antwoorden.ts';
import { EERDER_TE_BESPREKEN, FEITEN, TAFELS } from '../support/domain-facts.ts';
import { LOKAAL_VAST, toNietPassend, toPassend } from '../support/fitting-antwoorden.ts';
import { content, model } from '../support/real-content.ts';
import { advisePlain } from './plain-advies.ts';
import { proofCases } from './proof-cases.ts';
import { listBekend } from './tafel-combinations.ts';

const LOKAAL = [
  { lokaalBesproken: 'nee' },
  { lokaalBesproken: 'ja', lokaalVastgelopen: 'nee' },
  { lokaalBesproken: 'ja', lokaalVastgelopen: 'ja' },
];
const EERDER = [{}, { eerderBesproken: ['geen'] }, { eerderBesproken: EERDER_TE_BESPREKEN }];
const WAAR = [{}, { gemeente: 'weetNiet' }, { gemeente: 'tubbergen' }, { gemeente: 'buiten-twente' }];
const GEVAAR = [{ acuutGevaar: 'nee' }, { acuutGevaar: 'ja' }];

/** Each two tables, each fitting, not fitting or open, at each local step, tried or not, anywhere, with danger or not. */
function* listSituaties(): Generator<Antwoorden> {
  const standen = (id: string) => [
    toPassend(id),
    toNietPassend(id),
    { signalen: toPassend(id).signalen ?? [] },
  ];
  for (const [nummer, een] of TAFELS.entries())
    for (const ander of TAFELS.slice(nummer))
      for (const eerste of standen(een))
        for (const tweede of standen(ander))
          for (const lokaal of LOKAAL)
            for (const eerder of EERDER) {
              const signalen = [eerste, tweede].flatMap((stand) => stand.signalen ?? []);
              const samen = { ...eerste, ...tweede, ...lokaal, ...eerder, signalen: [...new Set(signalen)] };
              for (const waar of een === ander ? WAAR : WAAR.slice(2, 3))
                for (const gevaar of een === ander ? GEVAAR : GEVAAR.slice(0, 1))
                  yield { ...samen, ...waar, ...gevaar };
            }
}

const isBereikbaar = ({ waarde, alsOnbekend }: Pick<Contact, 'waarde' | 'alsOnbekend'>) =>
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
        findContactenVan(advies.overlegtafels.find(({ tafel }) => tafel.id === id)),
      );
    case 'aanvullen':
      return ontbreekt.flatMap((feit) => model.vraagOf.get(feit)?.wieWeetHet ?? []);
    default:
      // Where the gemeente is not known, what to do at any gemeente says whom to call.
      return gemeente
        ? gemeente.lokaleIngang.contacten.filter(isBereikbaar).map(({ label }) => label)
        : content.lokaal.watTeDoen;
  }
}

function findContactenVan(oordeel: TafelOordeel | undefined): string[] {
  if (!oordeel) return [];
  const { tafel, aanmelder } = oordeel;
  const via = model.vraagOf.get('rol')?.opties.find(({ id }) => id === aanmelder.via)?.tekst;
  if (aanmelder.mag !== true && via === undefined) return [];
  if (!isBereikbaar({ waarde: tafel.kanaal.adres, alsOnbekend: tafel.kanaal.alsOnbekend })) return [];
  return tafel.contacten.filter(isBereikbaar).map(({ label }) => label);
}

describe('elke uitkomst', () => {
  it('komt voor, en eindigt in iets om te doen en iemand om te bereiken', async () => {
    const gezien = new Map<string, number>();
    const dood: unknown[] = [];
    for (const antwoorden of listSituaties()) {
      const advies = await advisePlain(antwoorden);
      gezien.set(advies.uitkomst, (gezien.get(advies.uitkomst) ?? 0) + 1);
      if (findContacten(advies).length === 0) dood.push({ antwoorden, uitkomst: advies.uitkomst });
    }
    expect(dood.slice(0, 3)).toEqual([]);
    expect([...gezien.keys()].toSorted()).toEqual(UITKOMSTEN.toSorted());
  });

  it('toont een onafhankelijke cliëntondersteuner, of hoe iemand die vindt', () => {
    const voorInwoner = content.clientondersteuning.aanbieders.filter(({ voor }) => voor === 'inwoner');
    expect(voorInwoner.flatMap(({ contacten }) => contacten.filter(isBereikbaar)).length).toBeGreaterThan(0);
    expect(content.clientondersteuning.alsOnbekend.tekst.length).toBeGreaterThan(10);
  });
});

describe('direct gevaar', () => {
  const leeg = {
    uitkomst: 'belNu',
    tafels: [],
    voorzieningen: [],
    daarna: [],
    ontbreekt: [],
    volgendeVraag: null,
  };

  it('gaat voor alles: in elk geval en in elke situatie', async () => {
    for (const { antwoorden } of proofCases)
      expect(await advisePlain({ ...antwoorden, acuutGevaar: 'ja' })).toMatchObject(leeg);
    for (const antwoorden of listSituaties())
      if (antwoorden.acuutGevaar === 'ja') expect(await advisePlain(antwoorden)).toMatchObject(leeg);
  });

  it('gaat voor welke antwoorden dan ook', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAntwoorden, async (antwoorden) => {
        expect(await advisePlain({ ...antwoorden, acuutGevaar: 'ja' })).toMatchObject(leeg);
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
      .chain((feit) => fc.record({ feit: fc.constant(feit), keuze: fc.constantFrom(...listBekend(feit)) }));
    await fc.assert(
      fc.asyncProperty(arbitraryAntwoorden, antwoord, async (antwoorden, { feit, keuze }) => {
        fc.pre(isOpen(antwoorden[feit]));
        const eerst = await advisePlain(antwoorden);
        const daarna = await advisePlain({ ...antwoorden, [feit]: keuze });
        for (const [nummer, { tafel, oordeel }] of eerst.overlegtafels.entries())
          if (oordeel === 'voldoet' || oordeel === 'voldoetNiet')
            expect([tafel.id, daarna.overlegtafels[nummer]?.oordeel]).toEqual([tafel.id, oordeel]);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe('elke vraag', () => {
  /** All that an answer can change: outcome, lists, oordelen of tables and criteria, who refers, to whom, and who pays. */
  const toGevolg = (advies: Advies) =>
    JSON.stringify([
      advies.uitkomst,
      advies.tafels,
      advies.voorzieningen,
      advies.daarna,
      findGemeente(content, advies)?.lokaleIngang.contacten,
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
      { ...LOKAAL_VAST, ggzIngeschreven: 'nee', verblijf: 'thuis', ...toPassend(id) },
      { ...LOKAAL_VAST, lokaalVastgelopen: 'nee', ...toNietPassend(id) },
      ...proofCases
        .filter(({ bestand }) => bestand.endsWith(`/${id}.json`))
        .map(({ antwoorden }) => antwoorden),
      { ...LOKAAL_VAST, acuutGevaar: 'ja' },
    ]);
    const doetErtoe = new Set<string>();
    for (const antwoorden of basis) {
      const gevolg = toGevolg(await advisePlain(antwoorden));
      for (const feit of Object.keys(antwoorden)) {
        const { [feit]: _, ...zonder } = antwoorden;
        if (!doetErtoe.has(feit) && toGevolg(await advisePlain(zonder)) !== gevolg) doetErtoe.add(feit);
      }
    }
    expect(model.vragen.map(({ feit }) => feit).filter((feit) => !doetErtoe.has(feit))).toEqual([]);
  });
});
