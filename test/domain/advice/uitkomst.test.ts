import { describe, expect, it } from 'vitest';
import { UITKOMSTEN } from '../../../src/domain/model/uitkomst.ts';
import {
  type Antwoorden,
  BEO,
  CRISISTEAM,
  EERDER_TE_BESPREKEN,
  HOOGCOMPLEX,
  LEVENSLOOP,
  OVERLEGTAFELS,
  P10,
  REGIOTAFEL,
  SIGNAAL,
  TAFELS,
  TOPX,
  TRIAGE,
} from '../../support/domain-facts.ts';
import { LOKAAL_VAST, toFitting, toNotFitting } from '../../support/fitting-antwoorden.ts';
import { advise, toUitkomst } from '../../support/real-content.ts';

const LOKAAL_EERST: Antwoorden = { ...LOKAAL_VAST, lokaalBesproken: 'nee' };
const LOKAAL_VERDER: Antwoorden = { ...LOKAAL_VAST, lokaalVastgelopen: 'nee' };
const GEEN_TAFEL = { eerderBesproken: ['geen'] };
const WITH = { tafels: [] as string[], voorzieningen: [] as string[], daarna: [] as string[] };

/** Together with the answers of more tables: the signals of all of them, and the answers of the later ones over. */
function together(...parts: readonly Antwoorden[]): Antwoorden {
  return { ...Object.assign({}, ...parts), signalen: parts.flatMap(({ signalen }) => signalen ?? []) };
}

type TestCase = readonly [wat: string, antwoorden: Antwoorden, verwacht: object];

async function expectUitkomst(antwoorden: Antwoorden, verwacht: object): Promise<void> {
  expect(toUitkomst(await advise(antwoorden))).toMatchObject(verwacht);
}

it('de uitkomsten zijn die van domain.md, in die volgorde', () => {
  expect(UITKOMSTEN).toEqual([
    'belNu',
    'buitenTwente',
    'eerstLokaal',
    'lokaalVerder',
    'aanmelden',
    'aanvullen',
    'geenTafel',
  ]);
});

describe('belNu en buitenTwente', () => {
  const all = {
    ...LOKAAL_VAST,
    ...toFitting(...OVERLEGTAFELS.filter((id) => id !== BEO), P10),
    ...GEEN_TAFEL,
  };

  it.each<TestCase>([
    ['direct gevaar', { acuutGevaar: 'ja' }, { uitkomst: 'belNu', ...WITH, ontbreekt: [] }],
    [
      'direct gevaar gaat voor alles, ook als er tafels passen',
      { ...all, acuutGevaar: 'ja' },
      { uitkomst: 'belNu', ...WITH, ontbreekt: [] },
    ],
    [
      'direct gevaar gaat voor buiten Twente',
      { acuutGevaar: 'ja', gemeente: 'buiten-twente' },
      { uitkomst: 'belNu' },
    ],
    [
      'buiten Twente',
      { acuutGevaar: 'nee', gemeente: 'buiten-twente' },
      { uitkomst: 'buitenTwente', ...WITH, ontbreekt: [] },
    ],
    [
      'buiten Twente gaat voor alles wat past',
      { ...all, gemeente: 'buiten-twente' },
      { uitkomst: 'buitenTwente', ...WITH, ontbreekt: [] },
    ],
    [
      'buiten Twente, terwijl gevaar onbekend is',
      { acuutGevaar: 'weetNiet', gemeente: 'buiten-twente' },
      { uitkomst: 'buitenTwente' },
    ],
    [
      'misschien gevaar gaat gewoon door',
      { ...LOKAAL_VAST, ...toFitting(TOPX), acuutGevaar: 'weetNiet' },
      { uitkomst: 'aanmelden', tafels: [TOPX] },
    ],
    [
      'een onbekende gemeente gaat gewoon door',
      { ...LOKAAL_VAST, ...toFitting(TOPX), gemeente: 'weetNiet' },
      { uitkomst: 'aanmelden', tafels: [TOPX] },
    ],
    [
      'zonder antwoord op gevaar en gemeente gaat het gewoon door',
      { lokaalBesproken: 'ja', ...toFitting(TOPX) },
      { uitkomst: 'aanmelden', tafels: [TOPX] },
    ],
  ])('%s', async (_what, antwoorden, verwacht) => {
    await expectUitkomst(antwoorden, verwacht);
  });

  it.each(['belNu', 'buitenTwente'])('%s geeft de oordelen zoals altijd', async (uitkomst) => {
    const early = uitkomst === 'belNu' ? { acuutGevaar: 'ja' } : { gemeente: 'buiten-twente' };
    const advies = toUitkomst(await advise({ ...all, ...early }));
    expect(advies.uitkomst).toBe(uitkomst);
    expect(advies.oordelen).toEqual(toUitkomst(await advise(all)).oordelen);
    expect(Object.values(advies.oordelen)).toContain('voldoet');
  });
});

describe('de lokale stap eerst', () => {
  it.each<TestCase>([
    [
      'nog niet besproken',
      { ...LOKAAL_EERST, ...toFitting(TOPX), ...GEEN_TAFEL },
      { uitkomst: 'eerstLokaal', ...WITH, daarna: [TOPX] },
    ],
    [
      'onbekend of het is besproken',
      { ...LOKAAL_VAST, lokaalBesproken: 'weetNiet', ...toFitting(TOPX) },
      { uitkomst: 'eerstLokaal', ...WITH, daarna: [TOPX] },
    ],
    [
      'nog niet gevraagd of het is besproken',
      { ...toFitting(TOPX) },
      { uitkomst: 'eerstLokaal', ...WITH, daarna: [TOPX] },
    ],
    ['niets beantwoord', {}, { uitkomst: 'eerstLokaal', ...WITH }],
    ['zonder tafel', { ...LOKAAL_EERST, signalen: ['geen-van-deze'] }, { uitkomst: 'eerstLokaal', ...WITH }],
    [
      'met een tafel die nog open is',
      { ...LOKAAL_EERST, signalen: ['veiligheid'] },
      { uitkomst: 'eerstLokaal', ...WITH },
    ],
    [
      'het P10-team past, maar wacht ook',
      { ...LOKAAL_EERST, ...toFitting(P10) },
      { uitkomst: 'eerstLokaal', ...WITH, voorzieningen: [P10] },
    ],
    [
      'vastgelopen van vroeger telt niet',
      { ...LOKAAL_EERST, lokaalVastgelopen: 'nee', ...toFitting(TOPX) },
      { uitkomst: 'eerstLokaal' },
    ],
    [
      'het crisisteam slaat de stap over',
      { ...LOKAAL_EERST, ...toFitting(CRISISTEAM) },
      { uitkomst: 'aanmelden', ...WITH, tafels: [CRISISTEAM] },
    ],
    [
      'de Regiotafel slaat de stap over',
      { ...LOKAAL_EERST, ...toFitting(REGIOTAFEL), ...GEEN_TAFEL },
      { uitkomst: 'aanmelden', ...WITH, tafels: [REGIOTAFEL] },
    ],
    [
      'een geprobeerde Regiotafel niet',
      { ...LOKAAL_EERST, ...toFitting(REGIOTAFEL), eerderBesproken: [REGIOTAFEL] },
      { uitkomst: 'eerstLokaal', ...WITH },
    ],
    [
      'een Regiotafel die nog open is niet',
      { ...LOKAAL_EERST, ...toFitting(REGIOTAFEL), cce: 'weetNiet' },
      { uitkomst: 'eerstLokaal', ...WITH },
    ],
    [
      'het crisisteam nu, de andere tafels daarna',
      { ...LOKAAL_EERST, ...toFitting(TOPX, CRISISTEAM, LEVENSLOOP), ...GEEN_TAFEL },
      { uitkomst: 'aanmelden', ...WITH, tafels: [CRISISTEAM], daarna: [TOPX, LEVENSLOOP] },
    ],
    [
      'het crisisteam en het P10-team',
      { ...LOKAAL_EERST, ...toFitting(CRISISTEAM, P10) },
      { uitkomst: 'aanmelden', ...WITH, tafels: [CRISISTEAM], voorzieningen: [P10] },
    ],
  ])('%s', async (_what, antwoorden, verwacht) => {
    await expectUitkomst(antwoorden, verwacht);
  });
});

describe('lokaal verder', () => {
  it.each<TestCase>([
    [
      'het overleg loopt nog',
      { ...LOKAAL_VERDER, ...toFitting(TOPX), ...GEEN_TAFEL },
      { uitkomst: 'lokaalVerder', ...WITH, daarna: [TOPX] },
    ],
    [
      'zonder tafel',
      { ...LOKAAL_VERDER, signalen: ['geen-van-deze'] },
      { uitkomst: 'lokaalVerder', ...WITH },
    ],
    [
      'het P10-team past, maar wacht ook',
      { ...LOKAAL_VERDER, ...toFitting(P10, TOPX) },
      { uitkomst: 'lokaalVerder', ...WITH, voorzieningen: [P10], daarna: [TOPX] },
    ],
    [
      'het crisisteam slaat de stap over',
      { ...LOKAAL_VERDER, ...toFitting(CRISISTEAM, TOPX) },
      { uitkomst: 'aanmelden', ...WITH, tafels: [CRISISTEAM], daarna: [TOPX] },
    ],
    [
      'de Regiotafel slaat de stap over',
      { ...LOKAAL_VERDER, ...toFitting(REGIOTAFEL) },
      { uitkomst: 'aanmelden', ...WITH, tafels: [REGIOTAFEL] },
    ],
    [
      'weet niet of het vastliep, gaat door alsof het vastliep',
      { ...LOKAAL_VAST, lokaalVastgelopen: 'weetNiet', ...toFitting(TOPX) },
      { uitkomst: 'aanmelden', ...WITH, tafels: [TOPX] },
    ],
    [
      'niet gevraagd of het vastliep, gaat door alsof het vastliep',
      { lokaalBesproken: 'ja', ...toFitting(TOPX) },
      { uitkomst: 'aanmelden', ...WITH, tafels: [TOPX] },
    ],
  ])('%s', async (_what, antwoorden, verwacht) => {
    await expectUitkomst(antwoorden, verwacht);
  });
});

describe('aanmelden', () => {
  it.each(OVERLEGTAFELS)('%s als alleen die past', async (tafel) => {
    const eerderBesproken = tafel === BEO ? [TOPX] : ['geen'];
    await expectUitkomst(
      { ...LOKAAL_VAST, ...toFitting(tafel), eerderBesproken },
      { uitkomst: 'aanmelden', ...WITH, tafels: [tafel], ontbreekt: [] },
    );
  });

  it('noemt het crisisteam eerst, en dan alle tafels in de volgorde van de ladder', async () => {
    const alle = { ...LOKAAL_VAST, ...toFitting(...TAFELS), eerderBesproken: [TOPX] };
    const volgorde = [CRISISTEAM, TRIAGE, REGIOTAFEL, HOOGCOMPLEX, LEVENSLOOP, BEO];
    await expectUitkomst(alle, { uitkomst: 'aanmelden', tafels: volgorde, voorzieningen: [P10], daarna: [] });
    const first = { ...alle, lokaalBesproken: 'nee' };
    await expectUitkomst(first, {
      uitkomst: 'aanmelden',
      tafels: [CRISISTEAM, REGIOTAFEL],
      voorzieningen: [P10],
      daarna: [TRIAGE, HOOGCOMPLEX, LEVENSLOOP, BEO],
    });
  });

  it.each<TestCase>([
    [
      'alleen het P10-team past',
      { ...LOKAAL_VAST, ...toFitting(P10) },
      { uitkomst: 'aanmelden', ...WITH, voorzieningen: [P10] },
    ],
    [
      'het P10-team past en een tafel is nog open',
      { ...LOKAAL_VAST, ...together(toFitting(P10), { signalen: ['veiligheid'] }) },
      { uitkomst: 'aanmelden', ...WITH, voorzieningen: [P10] },
    ],
    [
      'een tafel past en een andere is nog open',
      { ...LOKAAL_VAST, ...together(toFitting(TRIAGE), { signalen: ['veiligheid'] }), ...GEEN_TAFEL },
      { uitkomst: 'aanmelden', ...WITH, tafels: [TRIAGE] },
    ],
    [
      'een crisis opent het crisisteam, dat dan eerst gaat',
      { ...LOKAAL_VAST, ...toFitting(REGIOTAFEL), crisisNu: 'ja', zorgNodigBinnen: '24-uur' },
      {
        uitkomst: 'aanmelden',
        tafels: [CRISISTEAM],
        oordelen: { [REGIOTAFEL]: 'voldoetNiet', [CRISISTEAM]: 'voldoet' },
      },
    ],
    [
      'onbekend of er eerder een tafel was: dan telt die niet als geprobeerd',
      { ...LOKAAL_VAST, ...toFitting(TOPX), eerderBesproken: ['weetNiet'] },
      { uitkomst: 'aanmelden', tafels: [TOPX] },
    ],
  ])('ook als %s', async (_what, antwoorden, verwacht) => {
    await expectUitkomst(antwoorden, verwacht);
  });
});

describe('een tafel die al is geprobeerd', () => {
  it.each(EERDER_TE_BESPREKEN.filter((id) => id !== CRISISTEAM))(
    '%s valt weg uit de lijst, maar houdt het oordeel',
    async (tafel) => {
      await expectUitkomst(
        { ...LOKAAL_VAST, ...toFitting(tafel), eerderBesproken: [tafel] },
        { uitkomst: 'geenTafel', ...WITH, oordelen: { [tafel]: 'voldoet' } },
      );
    },
  );

  it.each<TestCase>([
    [
      'het crisisteam telt nooit als geprobeerd: een nieuwe crisis is een nieuw telefoontje',
      { ...LOKAAL_VAST, ...toFitting(CRISISTEAM), eerderBesproken: [CRISISTEAM] },
      { uitkomst: 'aanmelden', tafels: [CRISISTEAM] },
    ],
    [
      'ook niet als alles is geprobeerd',
      { ...LOKAAL_VAST, ...toFitting(TOPX, CRISISTEAM), eerderBesproken: EERDER_TE_BESPREKEN },
      { uitkomst: 'aanmelden', tafels: [CRISISTEAM] },
    ],
    [
      'een andere tafel die past, blijft over',
      { ...LOKAAL_VAST, ...toFitting(TOPX, LEVENSLOOP), eerderBesproken: [TOPX] },
      { uitkomst: 'aanmelden', tafels: [LEVENSLOOP] },
    ],
    [
      'ook in de lijst voor daarna telt een geprobeerde tafel niet',
      { ...LOKAAL_EERST, ...toFitting(TOPX, LEVENSLOOP), eerderBesproken: [TOPX] },
      { uitkomst: 'eerstLokaal', daarna: [LEVENSLOOP] },
    ],
    [
      'wat een geprobeerde tafel nog vraagt, hoeft niet meer',
      { ...LOKAAL_VAST, signalen: ['veiligheid'], eerderBesproken: [TOPX] },
      { uitkomst: 'geenTafel', ontbreekt: [], oordelen: { [TOPX]: 'onvolledig' } },
    ],
    [
      'geprobeerd van vroeger telt niet als geen tafel is geopend',
      { ...LOKAAL_VAST, ...toFitting(P10), eerderBesproken: [TOPX] },
      { uitkomst: 'aanmelden', voorzieningen: [P10] },
    ],
    [
      'een geprobeerde tafel opent de weg naar het bestuurlijk overleg',
      { ...LOKAAL_VAST, ...toFitting(TOPX, BEO), eerderBesproken: [TOPX] },
      { uitkomst: 'aanmelden', tafels: [BEO] },
    ],
  ])('%s', async (_what, antwoorden, verwacht) => {
    await expectUitkomst(antwoorden, verwacht);
  });
});

describe('aanvullen', () => {
  it.each<TestCase>([
    [
      'een tafel is nog open',
      { ...LOKAAL_VAST, signalen: ['veiligheid'], ...GEEN_TAFEL },
      {
        uitkomst: 'aanvullen',
        ...WITH,
        ontbreekt: [
          'gebiedsVeiligheid',
          'ketenaanpakNodig',
          'meerdereLeefgebieden',
          'overlastOfAfglijden',
          'systeemBeinvloedt',
          'systeemGeraakt',
        ],
      },
    ],
    [
      'alleen het P10-team is nog open',
      { ...LOKAAL_VAST, signalen: ['verward-gedrag'], verwardGedrag: 'ja' },
      { uitkomst: 'aanvullen', ...WITH, ontbreekt: ['eerderStrafOfDwang', 'strafrechtelijkeTitel'] },
    ],
    [
      'één antwoord is "weet niet"',
      { ...LOKAAL_VAST, ...toFitting(HOOGCOMPLEX), zorgSchaars: 'weetNiet', ...GEEN_TAFEL },
      { uitkomst: 'aanvullen', ...WITH, ontbreekt: ['zorgSchaars'] },
    ],
    [
      'de signalen zijn onbekend',
      { ...LOKAAL_VAST, signalen: ['weetNiet'] },
      { uitkomst: 'aanvullen', ...WITH },
    ],
    [
      'een tafel past niet, een andere is nog open',
      { ...LOKAAL_VAST, ...together(toNotFitting(TOPX), { signalen: ['passende-ggz'] }), ...GEEN_TAFEL },
      { uitkomst: 'aanvullen', ontbreekt: ['zoekt'] },
    ],
    [
      'een tafel is geprobeerd, een andere is nog open',
      {
        ...LOKAAL_VAST,
        ...together(toFitting(TOPX), { signalen: ['passende-ggz'] }),
        eerderBesproken: [TOPX],
      },
      { uitkomst: 'aanvullen', ontbreekt: ['zoekt'] },
    ],
    [
      'het crisisteam is nog open, ook als het eerder is gebeld',
      { ...LOKAAL_VAST, signalen: ['zorg-valt-weg'], eerderBesproken: [CRISISTEAM] },
      { uitkomst: 'aanvullen', ontbreekt: ['plotselingeVerandering', 'zorgNodigBinnen'] },
    ],
  ])('als %s', async (_what, antwoorden, verwacht) => {
    await expectUitkomst(antwoorden, verwacht);
  });
});

describe('geen tafel', () => {
  it.each<TestCase>([
    [
      'geen signaal past',
      { ...LOKAAL_VAST, signalen: ['geen-van-deze'] },
      { uitkomst: 'geenTafel', ...WITH, ontbreekt: [] },
    ],
    [
      'geen enkele tafel past',
      { ...LOKAAL_VAST, ...toNotFitting(...TAFELS) },
      { uitkomst: 'geenTafel', ...WITH },
    ],
    [
      'alles wat past is al geprobeerd',
      { ...LOKAAL_VAST, ...toFitting(TOPX, TRIAGE), eerderBesproken: [TOPX, TRIAGE] },
      { uitkomst: 'geenTafel', ...WITH, ontbreekt: [] },
    ],
    [
      'wat past is niet geopend',
      { ...LOKAAL_VAST, ...toFitting(TOPX), signalen: ['geen-van-deze'] },
      { uitkomst: 'geenTafel', ...WITH, oordelen: { [TOPX]: 'nietNagegaan' } },
    ],
  ])('als %s', async (_what, antwoorden, verwacht) => {
    await expectUitkomst(antwoorden, verwacht);
  });
});

describe('de oordelen', () => {
  it.each(TAFELS)(
    '%s is nietNagegaan, met elk criterium onbekend, zolang het signaal er niet is',
    async (id) => {
      const anders = Object.values(SIGNAAL).filter((signaal) => signaal !== SIGNAAL[id]);
      const { overlegtafels } = await advise({
        ...LOKAAL_VAST,
        ...toFitting(...TAFELS),
        signalen: anders,
        crisisNu: 'nee',
      });
      for (const { tafel, oordeel, criteria } of overlegtafels) {
        if (tafel.id === id) {
          expect(oordeel).toBe('nietNagegaan');
          expect(new Set(criteria.map((criterium) => criterium.oordeel))).toEqual(new Set(['onbekend']));
        } else expect(oordeel, tafel.id).toBe('voldoet');
      }
    },
  );

  it('staan in de volgorde van de ladder, met het P10-team als laatste', async () => {
    const { overlegtafels } = await advise({});
    expect(overlegtafels.map(({ tafel }) => tafel.id)).toEqual(TAFELS);
  });
});
