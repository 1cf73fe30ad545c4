import { describe, expect, it } from 'vitest';
import type { Antwoord, Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { UITKOMSTEN } from '../../src/domain/model/uitkomst.ts';
import { model } from '../support/real-content.ts';
import { advisePlain } from './plain-advies.ts';
import { proofCases } from './proof-cases.ts';
import { askOne, type Tellingen } from './question-count.ts';
import { countPathsOneByOne, createPathCounter, findUitkomst, listAlleAntwoorden } from './question-paths.ts';
import { listSignalen } from './question-table.ts';
import { isNuttig } from './useful-question.ts';

const BEGIN = { acuutGevaar: 'nee', gemeente: 'enschede', rol: 'wijkcoach' };

/** The same as the counter, with every path after the signals walked one by one. */
function countSlowly(signalen: Antwoord): Tellingen {
  const na = (lokaal: Antwoorden) => countPathsOneByOne({ ...BEGIN, ...lokaal, signalen });
  const eerst = na({ lokaalBesproken: 'nee' });
  const verder = na({ lokaalBesproken: 'ja', lokaalVastgelopen: 'nee' });
  const vast = na({ lokaalBesproken: 'ja', lokaalVastgelopen: 'weetNiet' });
  const signaal = (daarna: Tellingen) => askOne([{ keer: 1, daarna }]);
  const naRol = askOne([
    { keer: 2, daarna: signaal(eerst) },
    {
      keer: 1,
      daarna: askOne([
        { keer: 1, daarna: signaal(verder) },
        { keer: 2, daarna: signaal(vast) },
      ]),
    },
  ]);
  const einde = (uitkomst: 'belNu' | 'buitenTwente'): Tellingen => ({
    [uitkomst]: { paden: 1, vragen: 0, meeste: 0, kans: 1, verwacht: 0 },
  });
  const naGevaar = askOne([
    { keer: 1, daarna: einde('buitenTwente') },
    { keer: 15, daarna: askOne([{ keer: 18, daarna: naRol }]) },
  ]);
  return askOne([
    { keer: 1, daarna: einde('belNu') },
    { keer: 2, daarna: naGevaar },
  ]);
}

function round(tellingen: Tellingen): unknown {
  return UITKOMSTEN.map((uitkomst) => {
    const telling = tellingen[uitkomst];
    return telling && Object.values(telling).map((getal) => Number(getal.toPrecision(9)));
  });
}

describe('de teller van alle paden', () => {
  it.each([
    [['geen-van-deze']],
    [['verward-gedrag']],
    [['veiligheid']],
    [['passende-ggz']],
    [['zorg-valt-weg']],
    [['gevaar-langdurig']],
    [['vastgelopen']],
    [['wlz-verblijf']],
    [['hoogcomplex']],
  ])('telt bij %j hetzelfde als een voor een', { timeout: 60_000 }, (signalen) => {
    expect(round(createPathCounter()([signalen]))).toEqual(round(countSlowly(signalen)));
  });

  it('telt met de uitkomst van het advies zelf', async () => {
    for (const { antwoorden } of proofCases)
      expect(findUitkomst(antwoorden)).toBe((await advisePlain(antwoorden)).uitkomst);
  });

  it('kent bij een lijst elke set van keuzes die samen mogen', () => {
    const eerder = model.vraagOf.get('eerderBesproken');
    const antwoorden = eerder ? listAlleAntwoorden(eerder) : [];
    expect(antwoorden).toHaveLength(2 ** 6 - 1 + 2);
    expect(antwoorden).toContainEqual(['topx', 'levensloopaanpak']);
  });
});

describe('bij één signaal', () => {
  let situaties = 0;
  const zonderNut: unknown[] = [];
  const tellingen = createPathCounter((antwoorden, { feit }) => {
    situaties += 1;
    if (!isNuttig(antwoorden, feit)) zonderNut.push({ antwoorden, feit });
  })(listSignalen(1));

  it('wordt geen vraag gesteld die niets meer kan veranderen', () => {
    expect(situaties).toBeGreaterThan(1_000);
    expect(zonderNut).toEqual([]);
  });

  it('zijn het nooit meer dan zestien vragen, en bij direct gevaar één', () => {
    const meeste = Object.fromEntries(
      Object.entries(tellingen).map(([uitkomst, telling]) => [uitkomst, telling.meeste]),
    );
    expect(meeste.belNu).toBe(1);
    expect(meeste.buitenTwente).toBe(2);
    expect(Math.max(...Object.values(meeste))).toBeLessThanOrEqual(16);
    expect(Object.keys(meeste).toSorted()).toEqual(UITKOMSTEN.toSorted());
  });
});
