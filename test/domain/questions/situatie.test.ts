import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBeslismodel } from '../../../src/domain/model/beslismodel.ts';
import { isRelevant, listRelevant, toSituatie } from '../../../src/domain/questions/situatie.ts';
import { arbitraryAntwoorden } from '../../support/arbitrary-antwoorden.ts';
import {
  type Antwoorden,
  BEO,
  CRISISTEAM,
  FEITEN,
  HOOGCOMPLEX,
  LEVENSLOOP,
  P10,
  REGIOTAFEL,
  SIGNAAL,
  TAFELS,
  TOPX,
  TRIAGE,
} from '../../support/domain-facts.ts';
import { content, model } from '../../support/real-content.ts';
import { toReferentie } from '../../support/reference-advice.ts';

const findOpened = (antwoorden: Antwoorden) => [...toSituatie(model, antwoorden).opened];
const findRelevant = (antwoorden: Antwoorden) =>
  listRelevant(model, toSituatie(model, antwoorden)).map(({ feit }) => feit);

describe('welke tafels worden geopend', () => {
  it.each<[wat: string, signalen: Antwoorden, tafels: string[]]>([
    ['signalen niet beantwoord: alle', {}, TAFELS],
    ['signalen weet niet: alle', { signalen: ['weetNiet'] }, TAFELS],
    ['geen van deze: geen', { signalen: ['geen-van-deze'] }, []],
    ...Object.entries(SIGNAAL).map(
      ([tafel, signaal]) =>
        [`${signaal}: ${tafel}`, { signalen: [signaal] }, [tafel]] as [string, Antwoorden, string[]],
    ),
    ['twee signalen: twee tafels', { signalen: ['veiligheid', 'hoogcomplex'] }, [TOPX, HOOGCOMPLEX]],
    [
      'crisis bij de Regiotafel: ook het crisisteam',
      { signalen: ['wlz-verblijf'], crisisNu: 'ja' },
      [REGIOTAFEL, CRISISTEAM],
    ],
    ['geen crisis bij de Regiotafel', { signalen: ['wlz-verblijf'], crisisNu: 'nee' }, [REGIOTAFEL]],
    [
      'misschien crisis bij de Regiotafel',
      { signalen: ['wlz-verblijf'], crisisNu: 'weetNiet' },
      [REGIOTAFEL],
    ],
    ['crisis van vroeger, zonder Regiotafel', { signalen: ['veiligheid'], crisisNu: 'ja' }, [TOPX]],
    ['crisis van vroeger, bij geen van deze', { signalen: ['geen-van-deze'], crisisNu: 'ja' }, []],
  ])('%s', (_what, antwoorden, tafels) => {
    expect(findOpened(antwoorden).toSorted()).toEqual(tafels.toSorted());
  });
});

describe('welke feiten meetellen', () => {
  it('zijn per tafel die van domain.md', () => {
    for (const [tafel, signaal] of Object.entries(SIGNAAL)) {
      const verwacht = FEITEN.filter(({ wanneer }) => Array.isArray(wanneer) && wanneer.includes(tafel));
      const altijd = ['acuutGevaar', 'gemeente', 'rol', 'lokaalBesproken', 'signalen'];
      expect(findRelevant({ signalen: [signaal] }).toSorted()).toEqual(
        [...altijd, ...verwacht.map(({ feit }) => feit)].toSorted(),
      );
    }
  });

  it.each<[feit: string, antwoorden: Antwoorden, telt: boolean]>([
    ['lokaalVastgelopen', {}, false],
    ['lokaalVastgelopen', { lokaalBesproken: 'ja' }, true],
    ['lokaalVastgelopen', { lokaalBesproken: 'nee' }, false],
    ['lokaalVastgelopen', { lokaalBesproken: 'weetNiet' }, false],
    ['eerderBesproken', { signalen: ['verward-gedrag'] }, false],
    ['eerderBesproken', { signalen: ['geen-van-deze'] }, false],
    ['eerderBesproken', { signalen: ['verward-gedrag', 'passende-ggz'] }, true],
    ['plotselingeVerandering', { signalen: ['wlz-verblijf'] }, false],
    ['plotselingeVerandering', { signalen: ['wlz-verblijf'], crisisNu: 'ja' }, true],
    ['ggzBehandelvraag', { signalen: ['passende-ggz'] }, true],
    ['ggzSpeelt', { signalen: ['vastgelopen'] }, true],
    ['ggzBehandelvraag', { signalen: ['gevaar-langdurig'] }, false],
    ['hoogVeiligheidsrisico', { signalen: ['gevaar-langdurig'] }, true],
    ['veiligheidsrisico', { signalen: ['vastgelopen'] }, true],
    ['wlzZorg', { signalen: ['zorg-valt-weg'] }, true],
    ['crisisNu', { signalen: ['zorg-valt-weg'] }, false],
  ])('%s bij %j: %s', (feit, antwoorden, telt) => {
    expect(findRelevant(antwoorden).includes(feit)).toBe(telt);
    expect(isRelevant(model, toSituatie(model, antwoorden), feit)).toBe(telt);
  });

  it('zijn alle feiten zolang de signalen open zijn en lokaal is besproken', () => {
    expect(findRelevant({ lokaalBesproken: 'ja' })).toEqual(FEITEN.map(({ feit }) => feit));
  });
});

describe('antwoorden die zijn blijven staan', () => {
  it('vallen weg als de vraag niet meer telt, en komen terug als zij weer telt', () => {
    const antwoorden = {
      lokaalBesproken: 'ja',
      lokaalVastgelopen: 'nee',
      signalen: ['veiligheid'],
      zoekt: 'advies',
    };
    expect(toSituatie(model, antwoorden).antwoorden).toEqual({
      lokaalBesproken: 'ja',
      lokaalVastgelopen: 'nee',
      signalen: ['veiligheid'],
    });
    expect(
      toSituatie(model, { ...antwoorden, lokaalBesproken: 'nee', signalen: ['passende-ggz'] }).antwoorden,
    ).toEqual({
      lokaalBesproken: 'nee',
      signalen: ['passende-ggz'],
      zoekt: 'advies',
    });
  });

  it('openen geen tafel via een vraag die zelf niet telt', () => {
    const { opened, antwoorden } = toSituatie(model, {
      signalen: ['verward-gedrag'],
      crisisNu: 'ja',
      plotselingeVerandering: 'ja',
      eerderBesproken: ['topx'],
    });
    expect([...opened]).toEqual([P10]);
    expect(antwoorden).toEqual({ signalen: ['verward-gedrag'] });
  });
});

it('een vraag na een antwoord telt alleen mee als dat antwoord zelf meetelt', () => {
  const vragen = model.vragen.map((vraag) =>
    vraag.feit === 'verblijf' ? { ...vraag, wanneer: { feit: 'wlzZorg', is: 'ja' } } : vraag,
  );
  const adjusted = createBeslismodel({ ...content, vragen });
  const antwoorden = { wlzZorg: 'ja', verblijf: 'thuis' };
  const situatie = (signaal: string) => toSituatie(adjusted, { ...antwoorden, signalen: [signaal] });
  expect(situatie('wlz-verblijf').antwoorden).toEqual({ ...antwoorden, signalen: ['wlz-verblijf'] });
  expect(situatie('veiligheid').antwoorden).toEqual({ signalen: ['veiligheid'] });
});

it('de situatie is voor elke set antwoorden die van domain.md', () => {
  fc.assert(
    fc.property(arbitraryAntwoorden, (antwoorden) => {
      const situatie = toSituatie(model, antwoorden);
      const { opened, relevant } = toReferentie(antwoorden);
      expect(situatie.opened).toEqual(opened);
      expect(new Set(findRelevant(antwoorden))).toEqual(relevant);
      expect(situatie.antwoorden).toEqual(
        Object.fromEntries(Object.entries(antwoorden).filter(([feit]) => relevant.has(feit))),
      );
    }),
    { numRuns: 500 },
  );
});

it('de tafels staan in de volgorde van de ladder', () => {
  expect(model.tafels.map(({ id }) => id)).toEqual([
    TOPX,
    TRIAGE,
    REGIOTAFEL,
    CRISISTEAM,
    HOOGCOMPLEX,
    LEVENSLOOP,
    BEO,
    P10,
  ]);
});
