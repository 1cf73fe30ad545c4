import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveAdvies } from '../../../src/domain/advice/advies.ts';
import { createEvaluator } from '../../../src/domain/evaluation/evaluator.ts';
import type { Antwoord, Antwoorden } from '../../../src/domain/model/antwoorden.ts';
import { createBeslismodel } from '../../../src/domain/model/beslismodel.ts';
import type { Content } from '../../../src/domain/model/content.ts';
import type { Overlegtafel } from '../../../src/domain/model/overlegtafel.ts';
import type { Regel } from '../../../src/domain/model/regel.ts';
import type { Vraag } from '../../../src/domain/model/vraag.ts';
import { countAtMost, findVragenToAsk, toProgress } from '../../../src/domain/questions/next-question.ts';
import { listRelevant, toSituatie, toTafelStatuses } from '../../../src/domain/questions/situatie.ts';
import { generateContent } from '../../bench/generated-content.ts';
import { arbitraryAntwoorden } from '../../support/arbitrary-antwoorden.ts';
import { countPlainAtMost, listPlainToAsk, toPlainSituatie } from '../../support/plain-questions.ts';
import { content, model, toUitkomst } from '../../support/real-content.ts';

type Inhoud = Pick<Content, 'vragen' | 'tafels'>;

const FEITEN = ['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7'];
const SIGNALEN = ['s0', 's1', 's2'];
const TAFELS = ['t0', 't1', 't2', 't3', 't4'];
const arbitraryFeit = fc.constantFrom(...FEITEN);
const arbitraryYesNo = fc.constantFrom('ja', 'nee');

/** When a question is asked: of each kind, also after a question that only comes later, which never happens. */
const arbitraryWhen: fc.Arbitrary<Vraag['wanneer']> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ altijd: true as const }) },
  { weight: 2, arbitrary: fc.record({ feit: arbitraryFeit, is: arbitraryYesNo }) },
  { weight: 4, arbitrary: fc.record({ tafels: fc.subarray(TAFELS, { minLength: 1 }) }) },
);

const { regel: arbitraryRegel } = fc.letrec<{ regel: Regel }>((tie) => ({
  regel: fc.oneof(
    { maxDepth: 2 },
    fc.record({ condition: fc.constantFrom('c0', 'c1', 'c2', 'c3') }),
    fc.record({ any: fc.array(tie('regel'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ all: fc.array(tie('regel'), { minLength: 1, maxLength: 3 }) }),
  ),
}));

const arbitraryTafel = fc.record({
  signaal: fc.constantFrom(...SIGNALEN),
  spoed: fc.boolean(),
  regel: arbitraryRegel,
  criteria: fc.array(fc.record({ fact: arbitraryFeit, value: arbitraryYesNo, vereist: fc.boolean() }), {
    minLength: 4,
    maxLength: 4,
  }),
  skips: fc.boolean(),
  by: fc.option(fc.record({ fact: arbitraryFeit, value: arbitraryYesNo }), { nil: undefined }),
});

type TafelShape = typeof arbitraryTafel extends fc.Arbitrary<infer T> ? T : never;

/** Content of any shape: questions in any order and for any reason, tables with any rule. */
const arbitraryContent: fc.Arbitrary<Inhoud> = fc
  .record({
    tafels: fc.array(arbitraryTafel, { minLength: 1, maxLength: TAFELS.length }),
    wanneer: fc.array(arbitraryWhen, { minLength: FEITEN.length, maxLength: FEITEN.length }),
    volgorde: fc.array(fc.nat(), { minLength: FEITEN.length + 6, maxLength: FEITEN.length + 6 }),
  })
  .map(({ tafels, wanneer, volgorde }) => {
    const [vraag] = content.vragen;
    const [tafel] = content.tafels;
    if (!vraag || !tafel) throw new Error('Er is geen inhoud.');
    const toVraag = (feit: string, now: Vraag['wanneer'], opties: readonly string[]): Vraag => ({
      ...vraag,
      feit,
      slug: feit.toLowerCase(),
      wanneer: now,
      opties: opties.map((id) => ({ id, tekst: id })),
    });
    const vragen = [
      ...['acuutGevaar', 'gemeente', 'lokaalBesproken', 'signalen'].map((feit) =>
        toVraag(feit, { altijd: true }, []),
      ),
      toVraag('lokaalVastgelopen', { feit: 'lokaalBesproken', is: 'ja' }, []),
      toVraag('eerderBesproken', { tafels: TAFELS }, TAFELS),
      ...FEITEN.map((feit, nummer) => toVraag(feit, wanneer[nummer] ?? { altijd: true }, ['ja', 'nee'])),
    ];
    return {
      vragen: vragen
        .map((item, nummer) => [volgorde[nummer] ?? 0, item] as const)
        .sort(([a], [b]) => a - b)
        .map(([, item]) => item),
      tafels: tafels.map((regels, nummer) => toTafel(tafel, `t${nummer}`, regels)),
    };
  });

function toTafel(
  tafel: Overlegtafel,
  id: string,
  { by, skips, criteria, ...regels }: TafelShape,
): Overlegtafel {
  const [criterium] = tafel.regels.criteria;
  if (!criterium) throw new Error('De tafel heeft geen criterium.');
  return {
    ...tafel,
    id,
    regels: {
      ...tafel.regels,
      ...regels,
      slaatLokaalOver: { ...tafel.regels.slaatLokaalOver, ja: skips },
      criteria: criteria.map(({ fact, value, vereist }, nummer) => ({
        ...criterium,
        id: `c${nummer}`,
        weging: vereist ? 'vereist' : 'aandachtspunt',
        voorwaarde: { fact, operator: 'is', value },
      })),
      ...(by ? { ookGeopendDoor: { ...by, operator: 'is' } } : {}),
    },
  };
}

const arbitraryGiven: fc.Arbitrary<Antwoorden> = fc.record(
  {
    acuutGevaar: fc.constantFrom('nee', 'nee', 'nee', 'ja'),
    gemeente: fc.constantFrom('borne', 'borne', 'borne', 'buiten-twente'),
    lokaalBesproken: fc.constantFrom('ja', 'ja', 'nee', 'weetNiet'),
    lokaalVastgelopen: fc.constantFrom('ja', 'nee', 'weetNiet'),
    signalen: fc.oneof(
      fc.subarray(SIGNALEN, { minLength: 1 }),
      fc.constantFrom(['weetNiet'], ['geen-van-deze']),
    ),
    eerderBesproken: fc.oneof(fc.subarray(TAFELS, { minLength: 1 }), fc.constant(['weetNiet'])),
    ...Object.fromEntries(FEITEN.map((feit) => [feit, fc.constantFrom('ja', 'nee', 'weetNiet')])),
  },
  { requiredKeys: [] },
);

function expectPlain(text: Inhoud, given: Antwoorden): void {
  const large = createBeslismodel(text);
  const situatie = toSituatie(large, given);
  const toAsk = findVragenToAsk(large, given);
  const { volgende, bereikbaar } = toProgress(large, given);
  const verwacht = toPlainSituatie(text, given);
  const expectedToAsk = listPlainToAsk(text, given);
  const isEarly = given.acuutGevaar === 'ja' || given.gemeente === 'buiten-twente';

  expect(toTafelStatuses(large, situatie).map(({ tafel }) => tafel.id)).toEqual(verwacht.opened);
  expect(situatie.opened).toEqual(new Set(verwacht.opened));
  expect(situatie.antwoorden).toEqual(verwacht.antwoorden);
  expect(listRelevant(large, situatie).map(({ feit }) => feit)).toEqual(verwacht.relevant);
  expect(toAsk.map(({ feit }) => feit)).toEqual(expectedToAsk);
  expect(volgende?.feit ?? null).toBe(expectedToAsk[0] ?? null);
  expect(bereikbaar.map(({ feit }) => feit)).toEqual(
    verwacht.relevant.filter((feit) => isEarly || given[feit] !== undefined || feit === expectedToAsk[0]),
  );
  for (const vraag of toAsk.slice(0, 2))
    expect(countAtMost(large, given, vraag)).toBe(countPlainAtMost(text, given, vraag.feit));
}

describe('wat een geval opent, vraagt en meetelt, is wat het zou zijn als alles steeds werd nagelopen', () => {
  it('voor inhoud van elke vorm', () => {
    fc.assert(fc.property(arbitraryContent, arbitraryGiven, expectPlain), { numRuns: 3_000 });
  });

  it.each([
    ['met eigen vragen', false],
    ['met gedeelde vragen', true],
  ])('voor honderd tafels %s', (_what, sharedQuestions) => {
    const text = generateContent(100, { sharedQuestions });
    const signalen = [...new Set(text.tafels.map(({ regels }) => regels.signaal))];
    const arbitrarySignalen = fc.oneof(
      fc.subarray(signalen, { minLength: 1, maxLength: 4 }),
      fc.constant<Antwoord>(['weetNiet']),
    );
    fc.assert(
      fc.property(arbitraryAntwoorden, arbitrarySignalen, fc.nat(12), (antwoorden, chosen, copy) => {
        // The answers count for the copy of the tables of which they bear the name.
        const given = Object.fromEntries(
          Object.entries({ ...antwoorden, signalen: chosen }).flatMap(([feit, antwoord]) => [
            [feit, antwoord],
            [`${feit}K${copy}`, antwoord],
          ]),
        );
        expectPlain(text, given);
      }),
      { numRuns: 60 },
    );
  });
});

it('het advies wordt niet anders van tafels en vragen die het geval niet opent', async () => {
  const text = generateContent(104);
  const [large, evaluate, evaluateSmall] = [
    createBeslismodel(text),
    createEvaluator(text.tafels),
    createEvaluator(content.tafels),
  ];
  await fc.assert(
    fc.asyncProperty(arbitraryAntwoorden, async (antwoorden) => {
      const given = { ...antwoorden, signalen: antwoorden.signalen ?? ['veiligheid'] };
      if (given.signalen[0] === 'weetNiet') return;
      const [here, there] = [
        await giveAdvies(model, evaluateSmall, given),
        await giveAdvies(large, evaluate, given),
      ];
      const { oordelen, ...uitkomst } = toUitkomst(there);
      expect(uitkomst).toEqual({ ...toUitkomst(here), oordelen: undefined });
      expect(oordelen).toMatchObject(toUitkomst(here).oordelen);
      expect(there.volgendeVraag).toBe(here.volgendeVraag);
    }),
    { numRuns: 200 },
  );
});
