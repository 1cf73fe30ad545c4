import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBijna } from '../../../src/domain/advice/explanation.ts';
import { arbitraryAntwoorden } from '../../support/arbitrary-antwoorden.ts';
import {
  type Antwoord,
  type Antwoorden,
  BEO,
  CRITERIA,
  HOOGCOMPLEX,
  REGIOTAFEL,
  TAFELS,
  TOPX,
  WAYS,
} from '../../support/domain-facts.ts';
import { LOKAAL_VAST, toFitting } from '../../support/fitting-antwoorden.ts';
import { advise, model } from '../../support/real-content.ts';
import { isOpen, toReferentie } from '../../support/reference-advice.ts';

/** The facts that domain.md marks as a step that can still be taken. */
const STEPS = [
  'stappenDoorlopen',
  'eigenAlternatieven',
  'overdrachtGeprobeerd',
  'blijftInZorg',
  'cce',
  'zorgbemiddelingZonderResultaat',
  'eerderBesproken',
];

const isGood = (tafel: string, feit: string, antwoord: Antwoord | undefined) => {
  const goed = CRITERIA[tafel]?.find((criterium) => criterium.feit === feit)?.goed ?? [];
  return [antwoord].flat().some((gekozen) => goed.includes(String(gekozen)));
};

/** What is near by the statement of domain.md: per way the facts that are not good; closed where one can't be changed. */
function listNear(gegeven: Antwoorden) {
  const { oordelen, geprobeerd, relevant } = toReferentie(gegeven);
  const antwoordOp = (feit: string) => (relevant.has(feit) ? gegeven[feit] : undefined);
  return TAFELS.filter(
    (tafel) =>
      (oordelen[tafel] === 'voldoetNiet' || oordelen[tafel] === 'onvolledig') && !geprobeerd.has(tafel),
  ).flatMap((tafel) => {
    const wegen = (WAYS[tafel] ?? [])
      .map((weg) => weg.filter((feit) => !isGood(tafel, feit, antwoordOp(feit))))
      .filter((weg) => weg.length <= 2)
      .filter((weg) => weg.every((feit) => isOpen(antwoordOp(feit)) || STEPS.includes(feit)));
    return wegen.length === 0 ? [] : [{ tafel, aantal: wegen.length }];
  });
}

describe('bijna', () => {
  it('is leeg bij direct gevaar en buiten Twente', async () => {
    const near = { ...LOKAAL_VAST, ...toFitting(TOPX), gebiedsVeiligheid: 'weetNiet' };
    expect(findBijna(model, await advise({ ...near, acuutGevaar: 'ja' }))).toEqual([]);
    expect(findBijna(model, await advise({ ...near, gemeente: 'buiten-twente' }))).toEqual([]);
    expect(findBijna(model, await advise(near))).not.toEqual([]);
  });

  it.each<[wat: string, antwoorden: Antwoorden, bijna: object[]]>([
    [
      'een tafel waarvan één antwoord ontbreekt',
      { ...toFitting(HOOGCOMPLEX), behandeldoelHaalbaar: 'weetNiet' },
      [{ tafel: HOOGCOMPLEX, wegen: [{ nogWeten: ['behandeldoelHaalbaar'], nogDoen: [] }] }],
    ],
    [
      'een tafel waarvoor nog één stap is te zetten',
      { ...toFitting(REGIOTAFEL), cce: 'nee' },
      [{ tafel: REGIOTAFEL, wegen: [{ nogWeten: [], nogDoen: ['cce'] }] }],
    ],
    [
      'niets als er één feit is dat niet te veranderen is',
      { ...toFitting(HOOGCOMPLEX), zorgSchaars: 'nee', behandeldoelHaalbaar: 'weetNiet' },
      [],
    ],
    [
      'niets als er drie feiten open zijn',
      { ...toFitting(BEO), ...leeg('ggzSpeelt', 'veiligheidsrisico', 'stelselKnelt') },
      [],
    ],
    [
      'elke weg die open is',
      { signalen: ['veiligheid'], ...leeg('gebiedsVeiligheid', 'ketenaanpakNodig') },
      [{ tafel: TOPX, wegen: [{ nogWeten: ['gebiedsVeiligheid', 'ketenaanpakNodig'], nogDoen: [] }] }],
    ],
    ['niets van een tafel die past', toFitting(TOPX), []],
  ])('noemt %s', async (_what, antwoorden, bijna) => {
    expect(findBijna(model, await advise({ ...LOKAAL_VAST, ...antwoorden }))).toEqual(bijna);
  });

  it('is voor elk antwoord wat domain.md zegt, in de volgorde van de ladder', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAntwoorden, async (antwoorden) => {
        const advies = await advise(antwoorden);
        const { uitkomst } = advies;
        const bijna = findBijna(model, advies);
        const near = uitkomst === 'belNu' || uitkomst === 'buitenTwente' ? [] : listNear(antwoorden);
        expect(bijna.map(({ tafel, wegen }) => ({ tafel, aantal: wegen.length }))).toEqual(near);
      }),
      { numRuns: 300 },
    );
  });
});

/** These facts, not answered. */
function leeg(...feiten: readonly string[]): Antwoorden {
  return Object.fromEntries(feiten.map((feit) => [feit, 'weetNiet']));
}
