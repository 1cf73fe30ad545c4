import { describe, expect, it } from 'vitest';
import type { Antwoord, Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { UITKOMSTEN } from '../../src/domain/model/uitkomst.ts';
import { model } from '../support/real-content.ts';
import { advisePlain } from './plain-advies.ts';
import { proofCases } from './proof-cases.ts';
import { askOne, type Statistics } from './question-count.ts';
import { countPathsOneByOne, createPathCounter, findUitkomst, listAllAntwoorden } from './question-paths.ts';
import { listSignalen } from './question-table.ts';
import { isUseful } from './useful-question.ts';

const BEGIN = { acuutGevaar: 'nee', gemeente: 'enschede', rol: 'wijkcoach' };

/** The same as the counter, with every path after the signals walked one by one. */
function countSlowly(signalen: Antwoord): Statistics {
  const later = (lokaal: Antwoorden) => countPathsOneByOne({ ...BEGIN, ...lokaal, signalen });
  const first = later({ lokaalBesproken: 'nee' });
  const verder = later({ lokaalBesproken: 'ja', lokaalVastgelopen: 'nee' });
  const vast = later({ lokaalBesproken: 'ja', lokaalVastgelopen: 'weetNiet' });
  const signaal = (daarna: Statistics) => askOne([{ keer: 1, daarna }]);
  const afterRol = askOne([
    { keer: 2, daarna: signaal(first) },
    {
      keer: 1,
      daarna: askOne([
        { keer: 1, daarna: signaal(verder) },
        { keer: 2, daarna: signaal(vast) },
      ]),
    },
  ]);
  const end = (uitkomst: 'belNu' | 'buitenTwente'): Statistics => ({
    [uitkomst]: { paden: 1, vragen: 0, meeste: 0, kans: 1, verwacht: 0 },
  });
  const afterGevaar = askOne([
    { keer: 1, daarna: end('buitenTwente') },
    { keer: 15, daarna: askOne([{ keer: 18, daarna: afterRol }]) },
  ]);
  return askOne([
    { keer: 1, daarna: end('belNu') },
    { keer: 2, daarna: afterGevaar },
  ]);
}

function round(counts: Statistics): unknown {
  return UITKOMSTEN.map((uitkomst) => {
    const count = counts[uitkomst];
    return count && Object.values(count).map((figure) => Number(figure.toPrecision(9)));
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
  ])('telt bij %j hetzelfde als een voor een', (signalen) => {
    expect(round(createPathCounter()([signalen]))).toEqual(round(countSlowly(signalen)));
  });

  it('telt met de uitkomst van het advies zelf', async () => {
    for (const { antwoorden } of proofCases)
      expect(findUitkomst(antwoorden)).toBe((await advisePlain(antwoorden)).uitkomst);
  });

  it('kent bij een lijst elke set van keuzes die samen mogen', () => {
    const earlier = model.vraagOf.get('eerderBesproken');
    const antwoorden = earlier ? listAllAntwoorden(earlier) : [];
    expect(antwoorden).toHaveLength(2 ** 6 - 1 + 2);
    expect(antwoorden).toContainEqual(['topx', 'levensloopaanpak']);
  });
});

describe('bij één signaal', () => {
  let situaties = 0;
  const useless: unknown[] = [];
  const counts = createPathCounter((antwoorden, { feit }) => {
    situaties += 1;
    if (!isUseful(antwoorden, feit)) useless.push({ antwoorden, feit });
  })(listSignalen(1));

  it('wordt geen vraag gesteld die niets meer kan veranderen', () => {
    expect(situaties).toBeGreaterThan(1_000);
    expect(useless).toEqual([]);
  });

  it('zijn het nooit meer dan zestien vragen, en bij direct gevaar één', () => {
    const most = Object.fromEntries(
      Object.entries(counts).map(([uitkomst, count]) => [uitkomst, count.meeste]),
    );
    expect(most.belNu).toBe(1);
    expect(most.buitenTwente).toBe(2);
    expect(Math.max(...Object.values(most))).toBeLessThanOrEqual(16);
    expect(Object.keys(most).toSorted()).toEqual(UITKOMSTEN.toSorted());
  });
});
