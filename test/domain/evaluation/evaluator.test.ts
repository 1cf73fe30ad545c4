import { describe, expect, it } from 'vitest';
import { createEvaluator, type TafelEvaluation } from '../../../src/domain/evaluation/evaluator.ts';
import { evaluateRegel, evaluateVoorwaarde } from '../../../src/domain/evaluation/kleene.ts';
import type { Overlegtafel } from '../../../src/domain/model/overlegtafel.ts';
import {
  type Antwoord,
  type Antwoorden,
  CRITERIA,
  EERDER_TE_BESPREKEN,
  findFeit,
  TAFELS,
} from '../../support/domain-facts.ts';
import { content, evaluate } from '../../support/real-content.ts';
import { toTafelTruth, toTruth } from '../../support/reference-advice.ts';

/** Every answer that can make a difference to a criterion; undefined is not answered. */
function listAntwoorden(feit: string): (Antwoord | undefined)[] {
  if (feit === 'eerderBesproken') {
    return [undefined, ['weetNiet'], ['geen'], ...EERDER_TE_BESPREKEN.map((id) => [id]), EERDER_TE_BESPREKEN];
  }
  const { type, opties } = findFeit(feit);
  // Of "I do not know" and not answered one is enough here: that they are the same is a test of its own.
  return type === 'jaNee' ? [...opties] : [undefined, ...opties];
}

function* combine(feiten: readonly string[]): Generator<Antwoorden> {
  const [feit, ...rest] = feiten;
  if (feit === undefined) {
    yield {};
    return;
  }
  for (const antwoorden of combine(rest)) {
    for (const antwoord of listAntwoorden(feit))
      yield antwoord === undefined ? antwoorden : { ...antwoorden, [feit]: antwoord };
  }
}

/** The table by the plain Kleene evaluator. */
function evaluatePlain({ regels }: Overlegtafel, antwoorden: Antwoorden): TafelEvaluation {
  const criteria = new Map(
    regels.criteria.map(({ id, voorwaarde }) => [id, evaluateVoorwaarde(voorwaarde, antwoorden)]),
  );
  return { truth: evaluateRegel(regels.regel, (id) => criteria.get(id) ?? 'onbekend'), criteria };
}

describe.each(content.tafels.map((tafel) => ({ id: tafel.id, tafel })))(
  'de regelmotor over $id',
  ({ id, tafel }) => {
    const feiten = (CRITERIA[id] ?? []).map(({ feit }) => feit);

    it('is het voor elke combinatie van antwoorden eens met de gewone driewaardige logica', async () => {
      const evaluateTafel = createEvaluator([tafel]);
      const differences: unknown[] = [];
      let count = 0;
      for (const antwoorden of combine(feiten)) {
        count += 1;
        const engine = (await evaluateTafel(antwoorden)).get(id);
        const regular = evaluatePlain(tafel, antwoorden);
        const equal =
          engine?.truth === regular.truth &&
          engine.criteria.size === regular.criteria.size &&
          [...regular.criteria].every(([criterium, truth]) => engine.criteria.get(criterium) === truth);
        if (!equal) differences.push({ antwoorden, engine, regular });
      }
      expect(count).toBeGreaterThanOrEqual(3 ** feiten.length);
      expect(differences.slice(0, 3)).toEqual([]);
    });

    it('is het eens met de regel zoals domain.md die geeft', () => {
      const differences: unknown[] = [];
      for (const antwoorden of combine(feiten)) {
        const { truth, criteria } = evaluatePlain(tafel, antwoorden);
        const perFeit = tafel.regels.criteria.map((criterium) => [
          criterium.voorwaarde.fact,
          criteria.get(criterium.id),
        ]);
        const verwacht = feiten.map((feit) => [feit, toTruth(id, feit, antwoorden)]);
        if (truth !== toTafelTruth(id, antwoorden) || JSON.stringify(perFeit) !== JSON.stringify(verwacht))
          differences.push({ antwoorden, truth: truth, perFeit, verwacht });
      }
      expect(differences.slice(0, 3)).toEqual([]);
    });
  },
);

describe('de regelmotor', () => {
  it('geeft elke tafel een oordeel, in een keer', async () => {
    expect([...(await evaluate({})).keys()]).toEqual(TAFELS);
  });

  it.each<[wat: string, antwoorden: Antwoorden]>([
    ['niet beantwoord', {}],
    [
      'weet niet',
      { verwardGedrag: 'weetNiet', zoekt: 'weetNiet', cce: 'weetNiet', zorgNodigBinnen: 'weetNiet' },
    ],
    ['weet niet bij meerkeuze', { eerderBesproken: ['weetNiet'] }],
  ])('houdt een open antwoord onbekend: %s', async (_what, antwoorden) => {
    for (const [id, { truth, criteria }] of await evaluate(antwoorden)) {
      expect([id, truth]).toEqual([id, 'onbekend']);
      expect([...criteria.values()]).toEqual([...criteria.keys()].map(() => 'onbekend'));
    }
  });

  it.each([
    [['geen'], 'nee'],
    [['topx'], 'ja'],
    [['crisisteam-zorgkantoor', 'levensloopaanpak'], 'ja'],
    [['weetNiet'], 'onbekend'],
  ])('leest een lijst met keuzes: eerder besproken %j is %s', async (eerderBesproken, oordeel) => {
    const beo = (await evaluate({ eerderBesproken })).get('bestuurlijk-escalatieoverleg');
    expect(beo?.criteria.get('eerder-besproken')).toBe(oordeel);
  });

  it('beslist niet op een aandachtspunt', async () => {
    const antwoorden = { plotselingeVerandering: 'ja', wlzZorg: 'nee', verblijf: 'anders' };
    const crisisteam = (await evaluate(antwoorden)).get('crisisteam-zorgkantoor');
    expect(crisisteam?.truth).toBe('ja');
    expect(Object.fromEntries(crisisteam?.criteria ?? [])).toEqual({
      'plotselinge-verandering': 'ja',
      'zorg-nodig-binnen': 'onbekend',
      'wlz-zorg': 'nee',
      verblijf: 'nee',
    });
  });

  it('houdt runs uit elkaar die tegelijk lopen', async () => {
    const sets = Array.from({ length: 50 }, (_, nummer): Antwoorden => {
      const bit = (place: number) => ['ja', 'nee', 'weetNiet'][Math.floor(nummer / 3 ** place) % 3] ?? 'ja';
      return {
        gebiedsVeiligheid: bit(0),
        ketenaanpakNodig: bit(1),
        verwardGedrag: bit(2),
        eerderStrafOfDwang: bit(3),
        strafrechtelijkeTitel: 'nee',
        zoekt: nummer % 2 ? 'advies' : 'geen-van-deze',
      };
    });
    // Each a few steps later than the one before: that one then ends while this one is under way.
    const results = await Promise.all(
      sets.map(async (antwoorden, nummer) => {
        for (let stap = 0; stap < nummer * 3; stap += 1) await null;
        return evaluate(antwoorden);
      }),
    );
    results.forEach((result, nummer) => {
      for (const tafel of content.tafels)
        expect(result.get(tafel.id)).toEqual(evaluatePlain(tafel, sets[nummer] ?? {}));
    });
    expect(new Set(results.map((result) => result.get('mobiel-p10-team')?.truth)).size).toBe(3);
  });

  it('onthoudt niets van een vorige run', async () => {
    await evaluate({ zoekt: 'advies' });
    expect((await evaluate({})).get('triage-transfertafel')?.truth).toBe('onbekend');
  });
});
