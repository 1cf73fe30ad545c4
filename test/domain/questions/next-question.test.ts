import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBijna } from '../../../src/domain/advice/explanation.ts';
import { askAll } from '../../../src/domain/model/beslismodel.ts';
import {
  countAtMost,
  findNextVraag,
  findVragenToAsk,
  toProgress,
} from '../../../src/domain/questions/next-question.ts';
import { answerFor, arbitraryAntwoord, arbitraryAntwoorden } from '../../support/arbitrary-antwoorden.ts';
import {
  type Antwoord,
  type Antwoorden,
  CRITERIA,
  FEITEN,
  findFeit,
  REGIOTAFEL,
  SIGNAAL,
  SLAAT_LOKAAL_OVER,
  TAFELS,
  WAYS,
} from '../../support/domain-facts.ts';
import { advise, model } from '../../support/real-content.ts';
import { isOpen, toReferentie } from '../../support/reference-advice.ts';

const ORDER = FEITEN.map(({ feit }) => feit);
const BEGIN = {
  acuutGevaar: 'nee',
  gemeente: 'enschede',
  rol: 'wijkcoach',
  lokaalBesproken: 'ja',
  lokaalVastgelopen: 'ja',
};

/** As asked of who wants to know about every table, whatever the local step is. */
const allAsked = askAll(model);

const findNext = (antwoorden: Antwoorden, by = model) => findNextVraag(by, antwoorden)?.feit ?? null;
const listToAsk = (antwoorden: Antwoorden) => findVragenToAsk(model, antwoorden).map(({ feit }) => feit);

/** Answers every question that is asked, until none is left. */
function walk(
  begin: Antwoorden,
  give: (feit: string) => Antwoord,
  by = model,
): { gevraagd: string[]; antwoorden: Antwoorden } {
  const gevraagd: string[] = [];
  let antwoorden = begin;
  for (let next = findNext(antwoorden, by); next !== null; next = findNext(antwoorden, by)) {
    if (gevraagd.length > ORDER.length) throw new Error('De vragen houden niet op.');
    gevraagd.push(next);
    antwoorden = { ...antwoorden, [next]: give(next) };
  }
  return { gevraagd, antwoorden };
}

/** The answer of who knows nothing but the own role. */
function dontKnow(feit: string): Antwoord {
  if (feit === 'rol') return 'anders';
  return findFeit(feit).type === 'meerkeuze' ? ['weetNiet'] : 'weetNiet';
}

/** The local step is open: not taken, or not stuck. */
const isLokaalOpen = ({ lokaalBesproken, lokaalVastgelopen }: Antwoorden) =>
  lokaalBesproken !== 'ja' || lokaalVastgelopen === 'nee';

/** A valid answer to this question, drawn by number. */
function pick(feit: string, seed: number): Antwoord {
  return fc.sample(arbitraryAntwoord(findFeit(feit)), { seed, numRuns: 1 })[0] ?? 'ja';
}

describe('de volgende vraag', () => {
  it.each<[antwoorden: Antwoorden, volgende: string | null]>([
    [{}, 'acuutGevaar'],
    [{ acuutGevaar: 'nee' }, 'gemeente'],
    [{ acuutGevaar: 'weetNiet' }, 'gemeente'],
    [{ acuutGevaar: 'nee', gemeente: 'weetNiet' }, 'rol'],
    [{ acuutGevaar: 'nee', gemeente: 'borne', rol: 'inwoner' }, 'lokaalBesproken'],
    [{ ...BEGIN, lokaalBesproken: 'nee' }, 'signalen'],
    [{ acuutGevaar: 'nee', gemeente: 'borne', rol: 'inwoner', lokaalBesproken: 'ja' }, 'lokaalVastgelopen'],
    [{ acuutGevaar: 'nee', gemeente: 'borne', rol: 'inwoner', lokaalBesproken: 'weetNiet' }, 'signalen'],
    [{ ...BEGIN, signalen: ['geen-van-deze'] }, null],
    [{ ...BEGIN, signalen: ['weetNiet'] }, 'verwardGedrag'],
    [{ ...BEGIN, signalen: ['veiligheid'] }, 'gebiedsVeiligheid'],
    [{ gemeente: 'borne', rol: 'inwoner', signalen: ['veiligheid'] }, 'acuutGevaar'],
  ])('na %j is %s', (antwoorden, next) => {
    expect(findNext(antwoorden)).toBe(next);
  });

  it.each<[wat: string, antwoorden: Antwoorden]>([
    ['direct gevaar', { acuutGevaar: 'ja' }],
    ['direct gevaar, ook met andere antwoorden', { ...BEGIN, acuutGevaar: 'ja', signalen: ['veiligheid'] }],
    ['een gemeente buiten Twente', { acuutGevaar: 'nee', gemeente: 'buiten-twente' }],
    ['een gemeente buiten Twente, zonder antwoord op gevaar', { gemeente: 'buiten-twente' }],
  ])('is er niet bij %s', (_what, antwoorden) => {
    expect(findNext(antwoorden)).toBeNull();
    expect(listToAsk(antwoorden)).toEqual([]);
  });

  it('komt in de volgorde van domain.md', () => {
    const { gevraagd } = walk({}, (feit) =>
      feit === 'signalen'
        ? ['weetNiet']
        : feit === 'acuutGevaar'
          ? 'nee'
          : (findFeit(feit).opties[0] ?? 'ja'),
    );
    expect(gevraagd).toEqual(ORDER.filter((feit) => gevraagd.includes(feit)));
    expect(gevraagd.length).toBeGreaterThan(25);
  });

  it('is er ook als alles met "weet niet" is beantwoord, en houdt dan op', () => {
    const { gevraagd, antwoorden } = walk({}, dontKnow, allAsked);
    expect(gevraagd).toEqual(ORDER.filter((feit) => feit !== 'lokaalVastgelopen'));
    expect(findNext(antwoorden, allAsked)).toBeNull();
  });
});

describe('zolang de lokale stap open is', () => {
  it('kost niets weten hoogstens vijftien vragen', () => {
    const { gevraagd } = walk({}, dontKnow);
    expect(gevraagd.length).toBeLessThanOrEqual(15);
    // What is urgent is asked for all the same.
    expect(gevraagd).toEqual(
      expect.arrayContaining(['crisisNu', 'plotselingeVerandering', 'zorgNodigBinnen']),
    );
  });

  it('gaan de vragen alleen over tafels die niet op de gemeente wachten, en anders over alle', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryAntwoorden, (antwoorden) => {
        const now = listToAsk(antwoorden);
        const all = findVragenToAsk(allAsked, antwoorden).map(({ feit }) => feit);
        expect(isLokaalOpen(antwoorden) ? all.filter((feit) => now.includes(feit)) : all).toEqual(now);
        if (!isLokaalOpen(antwoorden)) return;
        for (const feit of now) {
          const { wanneer } = findFeit(feit);
          if (!Array.isArray(wanneer)) continue;
          seen += 1;
          expect(
            SLAAT_LOKAAL_OVER.some((id) => wanneer.includes(id)),
            feit,
          ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  const WLZ = { ...BEGIN, lokaalBesproken: 'nee', signalen: [SIGNAAL[REGIOTAFEL] ?? ''] };
  const REGIO = (CRITERIA[REGIOTAFEL] ?? []).map(({ feit }) => feit);
  it.each([
    [1, true],
    [2, true],
    [3, false],
  ])('wordt met %i onbekende feiten de Regiotafel tot het eind nagevraagd: %s', async (count, isAsked) => {
    const unknown = REGIO.slice(0, count);
    const { gevraagd, antwoorden } = walk(WLZ, (feit) => {
      if (feit === 'eerderBesproken') return ['geen'];
      if (feit === 'verblijf') return 'thuis';
      return unknown.includes(feit) ? 'weetNiet' : answerFor(REGIOTAFEL, feit, true);
    });
    expect(gevraagd.includes('cce')).toBe(isAsked);
    expect(gevraagd.includes('eerderBesproken')).toBe(isAsked);
    const near = findBijna(model, await advise(antwoorden)).map(({ tafel }) => tafel);
    expect(near.includes(REGIOTAFEL)).toBe(isAsked);
  });
});

describe('een vraag die niets meer uitmaakt', () => {
  it.each<[wat: string, antwoorden: Antwoorden, skipped: string[]]>([
    [
      'de andere weg van TopX als die al past',
      { signalen: ['veiligheid'], gebiedsVeiligheid: 'ja', ketenaanpakNodig: 'ja' },
      ['meerdereLeefgebieden', 'overlastOfAfglijden', 'systeemBeinvloedt', 'systeemGeraakt'],
    ],
    [
      'de rest van een weg die al niet meer kan',
      { signalen: ['veiligheid'], gebiedsVeiligheid: 'nee' },
      ['ketenaanpakNodig'],
    ],
    [
      'alles van een tafel die al niet past',
      { signalen: ['hoogcomplex'], vervlochtenAandoeningen: 'nee' },
      CRITERIA['hoogcomplex-oostnl']?.slice(1).map(({ feit }) => feit) ?? [],
    ],
    [
      'eerder besproken als geen tafel nog kan passen',
      { signalen: ['hoogcomplex'], vervlochtenAandoeningen: 'nee' },
      ['eerderBesproken'],
    ],
    [
      'de betaling van een team dat niet past',
      { signalen: ['verward-gedrag'], verwardGedrag: 'nee', strafrechtelijkeTitel: 'nee' },
      ['eerderStrafOfDwang', 'ggzIngeschreven'],
    ],
    [
      'de aandachtspunten van een crisisteam dat niet past',
      { signalen: ['zorg-valt-weg'], plotselingeVerandering: 'nee', zorgNodigBinnen: 'later' },
      ['wlzZorg', 'verblijf', 'eerderBesproken'],
    ],
    [
      'de aandachtspunten van een tafel die al is geprobeerd',
      { signalen: ['passende-ggz'], zoekt: 'advies', eerderBesproken: ['triage-transfertafel'] },
      ['ggzBehandelvraag'],
    ],
    [
      'hoe snel zorg nodig is bij een crisisteam dat niet past',
      { signalen: ['zorg-valt-weg'], plotselingeVerandering: 'nee', zorgNodigBinnen: 'later' },
      ['zorgNodigBinnen'],
    ],
  ])('wordt overgeslagen: %s', (_what, antwoorden, skipped) => {
    expect(listToAsk({ ...BEGIN, ...antwoorden }).filter((feit) => skipped.includes(feit))).toEqual([]);
  });

  it.each<[wat: string, antwoorden: Antwoorden, asked: string[]]>([
    [
      'wie betaalt, zolang het P10-team kan passen',
      { signalen: ['verward-gedrag'], verwardGedrag: 'ja', eerderStrafOfDwang: 'ja' },
      ['ggzIngeschreven'],
    ],
    [
      'de aandachtspunten van een crisisteam dat past',
      { signalen: ['zorg-valt-weg'], plotselingeVerandering: 'ja' },
      ['wlzZorg', 'verblijf'],
    ],
    [
      'de ggz-behandelvraag bij een tafel die past',
      { signalen: ['passende-ggz'], zoekt: 'advies' },
      ['ggzBehandelvraag', 'eerderBesproken'],
    ],
    [
      'een crisis, ook als de Regiotafel al niet past: die opent het crisisteam',
      { signalen: ['wlz-verblijf'], wlzZorg: 'nee' },
      ['crisisNu'],
    ],
    [
      'een gedeeld feit, zolang een van de twee tafels het nodig heeft',
      { signalen: ['wlz-verblijf', 'zorg-valt-weg'], crisisNu: 'ja' },
      ['wlzZorg'],
    ],
    [
      'hoe snel zorg nodig is, ook als er al plotseling iets veranderde: wie belt, moet het zeggen',
      { signalen: ['zorg-valt-weg'], plotselingeVerandering: 'ja' },
      ['zorgNodigBinnen'],
    ],
  ])('wordt wel gesteld: %s', (_what, antwoorden, asked) => {
    const toAsk = listToAsk({ ...BEGIN, ...antwoorden });
    expect(toAsk).toEqual(expect.arrayContaining(asked));
  });

  it('komt terug als een ander antwoord haar weer nodig maakt', () => {
    const antwoorden = { ...BEGIN, signalen: ['hoogcomplex'], vervlochtenAandoeningen: 'nee' };
    expect(findNext(antwoorden)).toBeNull();
    expect(findNext({ ...antwoorden, vervlochtenAandoeningen: 'ja' })).toBe('behandeldoelHaalbaar');
    expect(findNext({ ...antwoorden, signalen: ['hoogcomplex', 'veiligheid'] })).toBe('gebiedsVeiligheid');
  });

  it('komt na een crisis terug voor het crisisteam', () => {
    const antwoorden = { ...BEGIN, signalen: ['wlz-verblijf'], wlzZorg: 'nee' };
    expect(findNext({ ...antwoorden, crisisNu: 'nee' })).toBeNull();
    expect(findNext({ ...antwoorden, crisisNu: 'ja' })).toBe('verblijf');
  });

  it('is niet nodig: aan het eind verandert geen enkel antwoord erop nog iets', () => {
    fc.assert(
      fc.property(arbitraryAntwoorden, fc.infiniteStream(fc.nat(9999)), (begin, choices) => {
        const kies = (feit: string) => pick(feit, choices.next().value);
        const { antwoorden } = walk(begin, kies);
        if (antwoorden.acuutGevaar === 'ja' || antwoorden.gemeente === 'buiten-twente') return;
        const { relevant, oordelen, geprobeerd } = toReferentie(antwoorden);
        const skipped = ORDER.filter((feit) => relevant.has(feit) && antwoorden[feit] === undefined);
        const added = Object.fromEntries(skipped.map((feit) => [feit, kies(feit)]));
        const first = toReferentie(antwoorden);
        const daarna = toReferentie({ ...antwoorden, ...added });
        const open = isLokaalOpen(antwoorden);
        const delen = open
          ? (['uitkomst', 'tafels'] as const)
          : (['uitkomst', 'tafels', 'voorzieningen', 'daarna', 'oordelen'] as const);
        for (const deel of delen)
          expect(daarna[deel], `${deel}, na ${JSON.stringify(added)}`).toEqual(first[deel]);
        // What is only shown: points of attention and financing of a table that may fit and is not tried.
        for (const tafel of TAFELS.filter(
          (id) =>
            ['voldoet', 'onvolledig'].includes(oordelen[id] ?? '') &&
            !geprobeerd.has(id) &&
            (!open || SLAAT_LOKAAL_OVER.includes(id)),
        )) {
          const shown = (CRITERIA[tafel] ?? [])
            .filter(({ weging }) => weging === 'aandachtspunt')
            .map(({ feit }) => feit);
          const betaling = tafel === 'mobiel-p10-team' ? ['ggzIngeschreven'] : [];
          expect(skipped.filter((feit) => [...shown, ...betaling].includes(feit))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('de vragen samen', () => {
  it('stellen elke vraag van rules/vragen.json aan iemand', () => {
    const gesteld = new Set<string>();
    for (const [tafel, ways] of Object.entries(WAYS)) {
      for (const way of ways) {
        const { gevraagd } = walk({}, (feit) => {
          if (feit === 'acuutGevaar') return 'nee';
          if (feit === 'signalen') return [SIGNAAL[tafel] ?? ''];
          return CRITERIA[tafel]?.some((criterium) => criterium.feit === feit)
            ? answerFor(tafel, feit, way.includes(feit))
            : (findFeit(feit).opties[0] ?? 'ja');
        });
        for (const feit of gevraagd) gesteld.add(feit);
      }
    }
    expect(model.vragen.map(({ feit }) => feit).filter((feit) => !gesteld.has(feit))).toEqual([]);
  });

  it('zijn nooit een vraag die niet telt of al is beantwoord, en houden altijd op', () => {
    fc.assert(
      fc.property(arbitraryAntwoorden, fc.infiniteStream(fc.nat(9999)), (begin, choices) => {
        let antwoorden = begin;
        for (let stap = 0; ; stap += 1) {
          const next = findNext(antwoorden);
          if (next === null) break;
          expect(stap).toBeLessThanOrEqual(ORDER.length);
          expect(antwoorden[next]).toBeUndefined();
          expect(toReferentie(antwoorden).relevant).toContain(next);
          expect(listToAsk(antwoorden)[0]).toBe(next);
          antwoorden = { ...antwoorden, [next]: pick(next, choices.next().value) };
        }
      }),
      { numRuns: 100 },
    );
  });

  /** For each question on this walk: how many were said to follow at the most. */
  function walkWithCount(give: (feit: string) => Antwoord): number[] {
    const said: number[] = [];
    let antwoorden: Antwoorden = {};
    for (let vraag = findNextVraag(model, antwoorden); vraag; vraag = findNextVraag(model, antwoorden)) {
      said.push(countAtMost(model, antwoorden, vraag));
      antwoorden = { ...antwoorden, [vraag.feit]: give(vraag.feit) };
    }
    return said;
  }

  function expectNeverMore(said: number[]): void {
    said.forEach((atMost, place) => {
      expect(said.length - 1 - place, `na vraag ${place + 1}`).toBeLessThanOrEqual(atMost);
      expect(atMost, `bij vraag ${place + 1}`).toBeLessThanOrEqual(said[place - 1] ?? atMost);
    });
  }

  it('zijn er op de langste weg niet meer dan gezegd', () => {
    const said = walkWithCount((feit) => {
      if (feit === 'rol' || feit === 'lokaalBesproken') return findFeit(feit).opties[0] ?? 'ja';
      return findFeit(feit).type === 'meerkeuze' ? ['weetNiet'] : 'weetNiet';
    });
    expect(said).toHaveLength(ORDER.length);
    expectNeverMore(said);
  });

  it('zijn er op geen enkele weg meer dan gezegd, en dat aantal loopt nergens op', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(9999)), (choices) => {
        expectNeverMore(walkWithCount((feit) => pick(feit, choices.next().value)));
      }),
      { numRuns: 100 },
    );
  });

  it('laten aan het eind alleen open wat met "weet niet" is beantwoord', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAntwoorden, fc.infiniteStream(fc.nat(9999)), async (begin, choices) => {
        const { antwoorden } = walk(begin, (feit) => pick(feit, choices.next().value), allAsked);
        const { ontbreekt, volgendeVraag } = await advise(antwoorden);
        expect(volgendeVraag).toBeNull();
        for (const feit of ontbreekt)
          expect(isOpen(antwoorden[feit]) && antwoorden[feit] !== undefined, feit).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('de vragen die open kunnen', () => {
  const listReachable = (antwoorden: Antwoorden) =>
    toProgress(model, antwoorden).bereikbaar.map(({ feit }) => feit);

  it.each<[wat: string, antwoorden: Antwoorden, open: string[]]>([
    ['in het begin alleen de eerste', {}, ['acuutGevaar']],
    [
      'wat is beantwoord en de volgende',
      { acuutGevaar: 'nee', gemeente: 'borne' },
      ['acuutGevaar', 'gemeente', 'rol'],
    ],
    [
      'niet wat is blijven staan en niet meer telt',
      { ...BEGIN, lokaalBesproken: 'nee', signalen: ['geen-van-deze'], zoekt: 'advies' },
      ['acuutGevaar', 'gemeente', 'rol', 'lokaalBesproken', 'signalen'],
    ],
    ['ook wat verderop al is beantwoord', { signalen: ['veiligheid'] }, ['acuutGevaar', 'signalen']],
  ])('zijn %s', (_what, antwoorden, open) => {
    expect(listReachable(antwoorden)).toEqual(open);
  });

  it('zijn bij direct gevaar en buiten Twente alle vragen die tellen', () => {
    for (const early of [{ acuutGevaar: 'ja' }, { gemeente: 'buiten-twente' }]) {
      const antwoorden = { ...early, lokaalBesproken: 'nee', signalen: ['verward-gedrag'] };
      expect(listReachable(antwoorden)).toEqual(
        ORDER.filter((feit) => toReferentie(antwoorden).relevant.has(feit)),
      );
    }
  });
});
