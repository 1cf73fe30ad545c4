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
import { toProgress } from '../../../src/domain/questions/navigation.ts';
import { countAtMost, findVragenToAsk } from '../../../src/domain/questions/next-question.ts';
import { listRelevant, toSituatie } from '../../../src/domain/questions/situatie.ts';
import { toTafelStatuses } from '../../../src/domain/questions/tafel-status.ts';
import { generateContent } from '../../bench/generated-content.ts';
import { arbitraryAntwoorden, SEED } from '../../support/arbitrary-antwoorden.ts';
import { countPlainHoogstens, listPlainTeStellen, toPlainSituatie } from '../../support/plain-questions.ts';
import { content, model, toUitkomst } from '../../support/real-content.ts';

type Inhoud = Pick<Content, 'vragen' | 'tafels'>;

const FEITEN = ['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7'];
const SIGNALEN = ['s0', 's1', 's2'];
const TAFELS = ['t0', 't1', 't2', 't3', 't4'];
const arbitraryFeit = fc.constantFrom(...FEITEN);
const arbitraryJaNee = fc.constantFrom('ja', 'nee');

/** When a question is asked: of each kind, also after a question that only comes later, which never happens. */
const arbitraryWanneer: fc.Arbitrary<Vraag['wanneer']> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ altijd: true as const }) },
  { weight: 2, arbitrary: fc.record({ feit: arbitraryFeit, is: arbitraryJaNee }) },
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
  criteria: fc.array(fc.record({ fact: arbitraryFeit, value: arbitraryJaNee, vereist: fc.boolean() }), {
    minLength: 4,
    maxLength: 4,
  }),
  door: fc.option(fc.record({ fact: arbitraryFeit, value: arbitraryJaNee }), { nil: undefined }),
});

type TafelVorm = typeof arbitraryTafel extends fc.Arbitrary<infer T> ? T : never;

/** Content of any shape: questions in any order and for any reason, tables with any rule. */
const arbitraryInhoud: fc.Arbitrary<Inhoud> = fc
  .record({
    tafels: fc.array(arbitraryTafel, { minLength: 1, maxLength: TAFELS.length }),
    wanneer: fc.array(arbitraryWanneer, { minLength: FEITEN.length, maxLength: FEITEN.length }),
    volgorde: fc.array(fc.nat(), { minLength: FEITEN.length + 4, maxLength: FEITEN.length + 4 }),
  })
  .map(({ tafels, wanneer, volgorde }) => {
    const [vraag] = content.vragen;
    const [tafel] = content.tafels;
    if (!vraag || !tafel) throw new Error('Er is geen inhoud.');
    const toVraag = (feit: string, nu: Vraag['wanneer'], opties: readonly string[]): Vraag => ({
      ...vraag,
      feit,
      slug: feit.toLowerCase(),
      wanneer: nu,
      opties: opties.map((id) => ({ id, tekst: id })),
    });
    const vragen = [
      ...['acuutGevaar', 'gemeente', 'signalen'].map((feit) => toVraag(feit, { altijd: true }, [])),
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

function toTafel(tafel: Overlegtafel, id: string, { door, criteria, ...regels }: TafelVorm): Overlegtafel {
  const [criterium] = tafel.regels.criteria;
  if (!criterium) throw new Error('De tafel heeft geen criterium.');
  return {
    ...tafel,
    id,
    regels: {
      ...tafel.regels,
      ...regels,
      criteria: criteria.map(({ fact, value, vereist }, nummer) => ({
        ...criterium,
        id: `c${nummer}`,
        weging: vereist ? 'vereist' : 'aandachtspunt',
        voorwaarde: { fact, operator: 'is', value },
      })),
      ...(door ? { ookGeopendDoor: { ...door, operator: 'is' } } : {}),
    },
  };
}

const arbitraryGegeven: fc.Arbitrary<Antwoorden> = fc.record(
  {
    acuutGevaar: fc.constantFrom('nee', 'nee', 'nee', 'ja'),
    gemeente: fc.constantFrom('borne', 'borne', 'borne', 'buiten-twente'),
    signalen: fc.oneof(
      fc.subarray(SIGNALEN, { minLength: 1 }),
      fc.constantFrom(['weetNiet'], ['geen-van-deze']),
    ),
    eerderBesproken: fc.oneof(fc.subarray(TAFELS, { minLength: 1 }), fc.constant(['weetNiet'])),
    ...Object.fromEntries(FEITEN.map((feit) => [feit, fc.constantFrom('ja', 'nee', 'weetNiet')])),
  },
  { requiredKeys: [] },
);

function expectPlain(inhoud: Inhoud, gegeven: Antwoorden): void {
  const groot = createBeslismodel(inhoud);
  const situatie = toSituatie(groot, gegeven);
  const teStellen = findVragenToAsk(groot, gegeven);
  const { volgende, bereikbaar } = toProgress(groot, gegeven);
  const verwacht = toPlainSituatie(inhoud, gegeven);
  const verwachtTeStellen = listPlainTeStellen(inhoud, gegeven);
  const isVroeg = gegeven.acuutGevaar === 'ja' || gegeven.gemeente === 'buiten-twente';

  expect(toTafelStatuses(groot, situatie).map(({ tafel }) => tafel.id)).toEqual(verwacht.opened);
  expect(situatie.opened).toEqual(new Set(verwacht.opened));
  expect(situatie.antwoorden).toEqual(verwacht.antwoorden);
  expect(listRelevant(groot, situatie).map(({ feit }) => feit)).toEqual(verwacht.relevant);
  expect(teStellen.map(({ feit }) => feit)).toEqual(verwachtTeStellen);
  expect(volgende?.feit ?? null).toBe(verwachtTeStellen[0] ?? null);
  expect(bereikbaar.map(({ feit }) => feit)).toEqual(
    verwacht.relevant.filter(
      (feit) => isVroeg || gegeven[feit] !== undefined || feit === verwachtTeStellen[0],
    ),
  );
  for (const vraag of teStellen.slice(0, 2))
    expect(countAtMost(groot, gegeven, vraag)).toBe(countPlainHoogstens(inhoud, gegeven, vraag.feit));
}

describe('wat een geval opent, vraagt en meetelt, is wat het zou zijn als alles steeds werd nagelopen', () => {
  it('voor inhoud van elke vorm', () => {
    fc.assert(fc.property(arbitraryInhoud, arbitraryGegeven, expectPlain), { seed: SEED, numRuns: 3_000 });
  });

  it.each([
    ['met eigen vragen', false],
    ['met gedeelde vragen', true],
  ])('voor honderd tafels %s', (_wat, sharedQuestions) => {
    const inhoud = generateContent(100, { sharedQuestions });
    const signalen = [...new Set(inhoud.tafels.map(({ regels }) => regels.signaal))];
    const arbitrarySignalen = fc.oneof(
      fc.subarray(signalen, { minLength: 1, maxLength: 4 }),
      fc.constant<Antwoord>(['weetNiet']),
    );
    fc.assert(
      fc.property(arbitraryAntwoorden, arbitrarySignalen, fc.nat(12), (antwoorden, gekozen, kopie) => {
        // The answers count for the copy of the tables of which they bear the name.
        const gegeven = Object.fromEntries(
          Object.entries({ ...antwoorden, signalen: gekozen }).flatMap(([feit, antwoord]) => [
            [feit, antwoord],
            [`${feit}K${kopie}`, antwoord],
          ]),
        );
        expectPlain(inhoud, gegeven);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

it('het advies wordt niet anders van tafels en vragen die het geval niet opent', async () => {
  const inhoud = generateContent(104);
  const [groot, evaluate, evaluateKlein] = [
    createBeslismodel(inhoud),
    createEvaluator(inhoud.tafels),
    createEvaluator(content.tafels),
  ];
  await fc.assert(
    fc.asyncProperty(arbitraryAntwoorden, async (antwoorden) => {
      const gegeven = { ...antwoorden, signalen: antwoorden.signalen ?? ['veiligheid'] };
      if (gegeven.signalen[0] === 'weetNiet') return;
      const [hier, daar] = [
        await giveAdvies(model, evaluateKlein, gegeven),
        await giveAdvies(groot, evaluate, gegeven),
      ];
      const { oordelen, ...uitkomst } = toUitkomst(daar);
      expect(uitkomst).toEqual({ ...toUitkomst(hier), oordelen: undefined });
      expect(oordelen).toMatchObject(toUitkomst(hier).oordelen);
      expect(daar.volgendeVraag).toBe(hier.volgendeVraag);
    }),
    { seed: SEED, numRuns: 200 },
  );
});
