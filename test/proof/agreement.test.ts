import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Advies } from '../../src/domain/advice/advies.ts';
import { findBijna } from '../../src/domain/advice/explanation.ts';
import { decideAtOnce } from '../../src/domain/advice/uitkomst.ts';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { createBeslismodel } from '../../src/domain/model/beslismodel.ts';
import { UITKOMSTEN } from '../../src/domain/model/uitkomst.ts';
import { countPerValue } from '../../src/domain/proof/diagram/count.ts';
import { listNodes } from '../../src/domain/proof/diagram/store.ts';
import { listAspects } from '../../src/domain/proof/list-aspects.ts';
import { createProof, type Proof } from '../../src/domain/proof/proof.ts';
import { isRelevant, listRelevant, toSituatie } from '../../src/domain/questions/situatie.ts';
import { generateContent } from '../bench/generated-content.ts';
import { arbitraryAntwoorden } from '../support/arbitrary-antwoorden.ts';
import { chooseShare } from '../support/long-form.ts';
import { advise, content, model } from '../support/real-content.ts';
import { listEveryCase, makeSmallContent } from '../support/small-content.ts';
import { vignettes } from '../support/vignettes.ts';
import { proofCases } from './proof-cases.ts';
import { listAllAntwoorden } from './question-paths.ts';

const proof = createProof(content);

/** All that the diagrams say of a case, in the form of an advice. */
function readAdvies({ advies: { tafels, ...rest }, read }: Proof, antwoorden: Antwoorden) {
  const at = [...tafels.values()].map((tafel) => ({
    id: tafel.tafel.id,
    lijst: read(tafel.lijst, antwoorden),
    spoed: tafel.tafel.regels.spoed,
    bijna: JSON.parse(read(tafel.bijna, antwoorden) ?? '[]'),
    overlegtafel: [
      read(tafel.oordeel, antwoorden),
      read(tafel.geprobeerd, antwoorden),
      JSON.parse(read(tafel.aanmelder, antwoorden)),
      [...tafel.criteria.values()].map((criterium) => read(criterium, antwoorden)),
    ],
  }));
  const inList = (name: string) =>
    at
      .filter(({ lijst }) => lijst === name)
      .sort((a, b) => Number(b.spoed) - Number(a.spoed))
      .map(({ id }) => id);
  return {
    uitkomst: read(rest.uitkomst, antwoorden),
    lokaleStap: read(rest.lokaleStap, antwoorden),
    tafels: inList('tafels'),
    daarna: inList('daarna'),
    voorzieningen: inList('voorzieningen'),
    overlegtafels: at.map(({ overlegtafel }) => overlegtafel),
    bijna: at.filter(({ bijna }) => bijna.length > 0).map(({ id, bijna }) => [id, bijna]),
    relevant: [...rest.relevant].filter(([, relevant]) => read(relevant, antwoorden)).map(([feit]) => feit),
  };
}

function toComparable(advies: Advies): ReturnType<typeof readAdvies> {
  const { uitkomst, lokaleStap, tafels, daarna, voorzieningen, overlegtafels, situatie } = advies;
  return {
    uitkomst,
    lokaleStap,
    tafels: [...tafels],
    daarna: [...daarna],
    voorzieningen: [...voorzieningen],
    overlegtafels: overlegtafels.map(({ oordeel, geprobeerd, aanmelder, criteria }) => [
      oordeel,
      geprobeerd,
      aanmelder,
      criteria.map((criterium) => criterium.oordeel),
    ]),
    bijna: findBijna(model, advies).map(({ tafel, wegen }) => [
      tafel,
      wegen
        .map(({ nogWeten, nogDoen }) => [nogWeten.toSorted(), nogDoen.toSorted()])
        .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ]),
    relevant: listRelevant(model, situatie).map(({ feit }) => feit),
  };
}

describe('het diagram zegt hetzelfde als het advies en de regelmotor', () => {
  it('voor elk vignet en elk geval', async () => {
    for (const { naam, antwoorden } of [...vignettes, ...proofCases])
      expect(readAdvies(proof, antwoorden), naam).toEqual(toComparable(await advise(antwoorden)));
  });

  it('voor willekeurige antwoorden, ook als er een blijft hangen', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAntwoorden, async (antwoorden) => {
        expect(readAdvies(proof, antwoorden)).toEqual(toComparable(await advise(antwoorden)));
        const isKept = Object.keys(antwoorden).every((feit) =>
          isRelevant(model, toSituatie(model, antwoorden), feit),
        );
        expect(proof.read(proof.advies.possible, antwoorden)).toBe(true);
        expect(proof.read(proof.advies.valid, antwoorden)).toBe(isKept);
      }),
      { numRuns: chooseShare(2_000, 100_000) },
    );
  });
});

/** So many sets of answers are possible to a question, not answered included. */
const countAnswers = ({ type, opties }: (typeof content.vragen)[number]) =>
  type === 'meerkeuze'
    ? 2n ** BigInt(opties.filter(({ alleen }) => !alleen).length) +
      BigInt(opties.filter(({ alleen }) => alleen).length)
    : BigInt(opties.length + 1);

describe('het aantal gevallen', () => {
  it('is bij geen enkele uitkomst nul', () => {
    const { count, operations, advies } = proof;
    for (const uitkomst of UITKOMSTEN)
      expect(count(operations.and(advies.valid, operations.is(advies.uitkomst, uitkomst)))).toBeGreaterThan(
        0n,
      );
  });

  it('is van alle antwoorden samen het product over de vragen', () => {
    expect(proof.count(proof.advies.possible)).toBe(
      content.vragen.reduce((product, vraag) => product * countAnswers(vraag), 1n),
    );
  });

  it('volgt van wat ertoe doet uit de opties van de vragen, per antwoord dat vragen opent', () => {
    const openers = [undefined, 'ja', 'nee', 'weetNiet'];
    let totaal = 0n;
    const signalen = model.vraagOf.get('signalen');
    if (!signalen) throw new Error('signalen');
    for (const signaal of [undefined, ...listAllAntwoorden(signalen)])
      for (const crisisNu of openers)
        for (const lokaalBesproken of openers) {
          const chosen = { signalen: signaal, crisisNu, lokaalBesproken };
          const given = Object.fromEntries(
            Object.entries(chosen).filter(([, antwoord]) => antwoord !== undefined),
          ) as Antwoorden;
          const relevant = listRelevant(model, toSituatie(model, given));
          if (!Object.keys(given).every((feit) => relevant.some((vraag) => vraag.feit === feit))) continue;
          totaal += relevant
            .filter(({ feit }) => !(feit in chosen))
            .reduce((product, vraag) => product * countAnswers(vraag), 1n);
        }
    expect(proof.count(proof.advies.valid)).toBe(totaal);
  });

  it('is in een kleiner model gelijk aan wat er is als elk geval apart wordt bekeken', () => {
    const small = makeSmallContent();
    const smallModel = createBeslismodel(small);
    const smallProof = createProof(small);
    const { advies, store, operations, count, read } = smallProof;
    const seen = new Map<string, bigint>();
    let total = 0n;
    let wrong = 0;
    for (const antwoorden of listEveryCase(smallModel)) {
      total += 1n;
      const { uitkomst, tafels } = decideAtOnce(smallModel, antwoorden);
      seen.set(uitkomst, (seen.get(uitkomst) ?? 0n) + 1n);
      const listed = [...advies.tafels].filter(([, { lijst }]) => read(lijst, antwoorden) === 'tafels');
      if (read(advies.uitkomst, antwoorden) !== uitkomst || listed.length !== tafels.length) wrong += 1;
    }
    expect(wrong).toBe(0);
    expect(count(advies.valid)).toBe(total);
    const counts = countPerValue(
      store,
      operations.choose<string | null>(advies.valid, advies.uitkomst, store.leaf<string | null>(null)),
    );
    expect(Object.fromEntries([...counts].filter(([uitkomst]) => uitkomst !== null))).toEqual(
      Object.fromEntries(seen),
    );
  });
});

describe('de omvang', () => {
  it('blijft onder twintigduizend plekken, en groeit mee met de inhoud en niet harder', () => {
    const countPlaces = ({ store, advies }: Proof) =>
      listNodes(store, [advies.valid, ...listAspects(advies).map(({ diagram }) => diagram)]).length;
    const places = countPlaces(proof);
    expect(places).toBeLessThan(20_000);
    for (const sharedQuestions of [false, true])
      expect(countPlaces(createProof(generateContent(80, { sharedQuestions })))).toBeLessThan(20 * places);
  });
});
