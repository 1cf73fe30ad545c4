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
import { LOKAAL_VAST, toNietPassend, toPassend } from '../../support/fitting-antwoorden.ts';
import { advise, toUitkomst } from '../../support/real-content.ts';

const LOKAAL_EERST: Antwoorden = { ...LOKAAL_VAST, lokaalBesproken: 'nee' };
const LOKAAL_VERDER: Antwoorden = { ...LOKAAL_VAST, lokaalVastgelopen: 'nee' };
const GEEN_TAFEL = { eerderBesproken: ['geen'] };
const MET = { tafels: [] as string[], voorzieningen: [] as string[], daarna: [] as string[] };

/** Together with the answers of more tables: the signals of all of them, and the answers of the later ones over. */
function samen(...delen: readonly Antwoorden[]): Antwoorden {
  return { ...Object.assign({}, ...delen), signalen: delen.flatMap(({ signalen }) => signalen ?? []) };
}

type Geval = readonly [wat: string, antwoorden: Antwoorden, verwacht: object];

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
  const alles = {
    ...LOKAAL_VAST,
    ...toPassend(...OVERLEGTAFELS.filter((id) => id !== BEO), P10),
    ...GEEN_TAFEL,
  };

  it.each<Geval>([
    ['direct gevaar', { acuutGevaar: 'ja' }, { uitkomst: 'belNu', ...MET, ontbreekt: [] }],
    [
      'direct gevaar gaat voor alles, ook als er tafels passen',
      { ...alles, acuutGevaar: 'ja' },
      { uitkomst: 'belNu', ...MET, ontbreekt: [] },
    ],
    [
      'direct gevaar gaat voor buiten Twente',
      { acuutGevaar: 'ja', gemeente: 'buiten-twente' },
      { uitkomst: 'belNu' },
    ],
    [
      'buiten Twente',
      { acuutGevaar: 'nee', gemeente: 'buiten-twente' },
      { uitkomst: 'buitenTwente', ...MET, ontbreekt: [] },
    ],
    [
      'buiten Twente gaat voor alles wat past',
      { ...alles, gemeente: 'buiten-twente' },
      { uitkomst: 'buitenTwente', ...MET, ontbreekt: [] },
    ],
    [
      'buiten Twente, terwijl gevaar onbekend is',
      { acuutGevaar: 'weetNiet', gemeente: 'buiten-twente' },
      { uitkomst: 'buitenTwente' },
    ],
    [
      'misschien gevaar gaat gewoon door',
      { ...LOKAAL_VAST, ...toPassend(TOPX), acuutGevaar: 'weetNiet' },
      { uitkomst: 'aanmelden', tafels: [TOPX] },
    ],
    [
      'een onbekende gemeente gaat gewoon door',
      { ...LOKAAL_VAST, ...toPassend(TOPX), gemeente: 'weetNiet' },
      { uitkomst: 'aanmelden', tafels: [TOPX] },
    ],
    [
      'zonder antwoord op gevaar en gemeente gaat het gewoon door',
      { lokaalBesproken: 'ja', ...toPassend(TOPX) },
      { uitkomst: 'aanmelden', tafels: [TOPX] },
    ],
  ])('%s', async (_wat, antwoorden, verwacht) => {
    await expectUitkomst(antwoorden, verwacht);
  });

  it.each(['belNu', 'buitenTwente'])('%s geeft de oordelen zoals altijd', async (uitkomst) => {
    const vroeg = uitkomst === 'belNu' ? { acuutGevaar: 'ja' } : { gemeente: 'buiten-twente' };
    const advies = toUitkomst(await advise({ ...alles, ...vroeg }));
    expect(advies.uitkomst).toBe(uitkomst);
    expect(advies.oordelen).toEqual(toUitkomst(await advise(alles)).oordelen);
    expect(Object.values(advies.oordelen)).toContain('voldoet');
  });
});

describe('de lokale stap eerst', () => {
  it.each<Geval>([
    [
      'nog niet besproken',
      { ...LOKAAL_EERST, ...toPassend(TOPX), ...GEEN_TAFEL },
      { uitkomst: 'eerstLokaal', ...MET, daarna: [TOPX] },
    ],
    [
      'onbekend of het is besproken',
      { ...LOKAAL_VAST, lokaalBesproken: 'weetNiet', ...toPassend(TOPX) },
      { uitkomst: 'eerstLokaal', ...MET, daarna: [TOPX] },
    ],
    [
      'nog niet gevraagd of het is besproken',
      { ...toPassend(TOPX) },
      { uitkomst: 'eerstLokaal', ...MET, daarna: [TOPX] },
    ],
    ['niets beantwoord', {}, { uitkomst: 'eerstLokaal', ...MET }],
    ['zonder tafel', { ...LOKAAL_EERST, signalen: ['geen-van-deze'] }, { uitkomst: 'eerstLokaal', ...MET }],
    [
      'met een tafel die nog open is',
      { ...LOKAAL_EERST, signalen: ['veiligheid'] },
      { uitkomst: 'eerstLokaal', ...MET },
    ],
    [
      'het P10-team past, maar wacht ook',
      { ...LOKAAL_EERST, ...toPassend(P10) },
      { uitkomst: 'eerstLokaal', ...MET, voorzieningen: [P10] },
    ],
    [
      'vastgelopen van vroeger telt niet',
      { ...LOKAAL_EERST, lokaalVastgelopen: 'nee', ...toPassend(TOPX) },
      { uitkomst: 'eerstLokaal' },
    ],
    [
      'het crisisteam slaat de stap over',
      { ...LOKAAL_EERST, ...toPassend(CRISISTEAM) },
      { uitkomst: 'aanmelden', ...MET, tafels: [CRISISTEAM] },
    ],
    [
      'de Regiotafel slaat de stap over',
      { ...LOKAAL_EERST, ...toPassend(REGIOTAFEL), ...GEEN_TAFEL },
      { uitkomst: 'aanmelden', ...MET, tafels: [REGIOTAFEL] },
    ],
    [
      'een geprobeerde Regiotafel niet',
      { ...LOKAAL_EERST, ...toPassend(REGIOTAFEL), eerderBesproken: [REGIOTAFEL] },
      { uitkomst: 'eerstLokaal', ...MET },
    ],
    [
      'een Regiotafel die nog open is niet',
      { ...LOKAAL_EERST, ...toPassend(REGIOTAFEL), cce: 'weetNiet' },
      { uitkomst: 'eerstLokaal', ...MET },
    ],
    [
      'het crisisteam nu, de andere tafels daarna',
      { ...LOKAAL_EERST, ...toPassend(TOPX, CRISISTEAM, LEVENSLOOP), ...GEEN_TAFEL },
      { uitkomst: 'aanmelden', ...MET, tafels: [CRISISTEAM], daarna: [TOPX, LEVENSLOOP] },
    ],
    [
      'het crisisteam en het P10-team',
      { ...LOKAAL_EERST, ...toPassend(CRISISTEAM, P10) },
      { uitkomst: 'aanmelden', ...MET, tafels: [CRISISTEAM], voorzieningen: [P10] },
    ],
  ])('%s', async (_wat, antwoorden, verwacht) => {
    await expectUitkomst(antwoorden, verwacht);
  });
});

describe('lokaal verder', () => {
  it.each<Geval>([
    [
      'het overleg loopt nog',
      { ...LOKAAL_VERDER, ...toPassend(TOPX), ...GEEN_TAFEL },
      { uitkomst: 'lokaalVerder', ...MET, daarna: [TOPX] },
    ],
    ['zonder tafel', { ...LOKAAL_VERDER, signalen: ['geen-van-deze'] }, { uitkomst: 'lokaalVerder', ...MET }],
    [
      'het P10-team past, maar wacht ook',
      { ...LOKAAL_VERDER, ...toPassend(P10, TOPX) },
      { uitkomst: 'lokaalVerder', ...MET, voorzieningen: [P10], daarna: [TOPX] },
    ],
    [
      'het crisisteam slaat de stap over',
      { ...LOKAAL_VERDER, ...toPassend(CRISISTEAM, TOPX) },
      { uitkomst: 'aanmelden', ...MET, tafels: [CRISISTEAM], daarna: [TOPX] },
    ],
    [
      'de Regiotafel slaat de stap over',
      { ...LOKAAL_VERDER, ...toPassend(REGIOTAFEL) },
      { uitkomst: 'aanmelden', ...MET, tafels: [REGIOTAFEL] },
    ],
    [
      'weet niet of het vastliep, gaat door alsof het vastliep',
      { ...LOKAAL_VAST, lokaalVastgelopen: 'weetNiet', ...toPassend(TOPX) },
      { uitkomst: 'aanmelden', ...MET, tafels: [TOPX] },
    ],
    [
      'niet gevraagd of het vastliep, gaat door alsof het vastliep',
      { lokaalBesproken: 'ja', ...toPassend(TOPX) },
      { uitkomst: 'aanmelden', ...MET, tafels: [TOPX] },
    ],
  ])('%s', async (_wat, antwoorden, verwacht) => {
    await expectUitkomst(antwoorden, verwacht);
  });
});

describe('aanmelden', () => {
  it.each(OVERLEGTAFELS)('%s als alleen die past', async (tafel) => {
    const eerderBesproken = tafel === BEO ? [TOPX] : ['geen'];
    await expectUitkomst(
      { ...LOKAAL_VAST, ...toPassend(tafel), eerderBesproken },
      { uitkomst: 'aanmelden', ...MET, tafels: [tafel], ontbreekt: [] },
    );
  });

  it('noemt het crisisteam eerst, en dan alle tafels in de volgorde van de ladder', async () => {
    const alle = { ...LOKAAL_VAST, ...toPassend(...TAFELS), eerderBesproken: [TOPX] };
    const volgorde = [CRISISTEAM, TRIAGE, REGIOTAFEL, HOOGCOMPLEX, LEVENSLOOP, BEO];
    await expectUitkomst(alle, { uitkomst: 'aanmelden', tafels: volgorde, voorzieningen: [P10], daarna: [] });
    const eerst = { ...alle, lokaalBesproken: 'nee' };
    await expectUitkomst(eerst, {
      uitkomst: 'aanmelden',
      tafels: [CRISISTEAM, REGIOTAFEL],
      voorzieningen: [P10],
      daarna: [TRIAGE, HOOGCOMPLEX, LEVENSLOOP, BEO],
    });
  });

  it.each<Geval>([
    [
      'alleen het P10-team past',
      { ...LOKAAL_VAST, ...toPassend(P10) },
      { uitkomst: 'aanmelden', ...MET, voorzieningen: [P10] },
    ],
    [
      'het P10-team past en een tafel is nog open',
      { ...LOKAAL_VAST, ...samen(toPassend(P10), { signalen: ['veiligheid'] }) },
      { uitkomst: 'aanmelden', ...MET, voorzieningen: [P10] },
    ],
    [
      'een tafel past en een andere is nog open',
      { ...LOKAAL_VAST, ...samen(toPassend(TRIAGE), { signalen: ['veiligheid'] }), ...GEEN_TAFEL },
      { uitkomst: 'aanmelden', ...MET, tafels: [TRIAGE] },
    ],
    [
      'een crisis opent het crisisteam, dat dan eerst gaat',
      { ...LOKAAL_VAST, ...toPassend(REGIOTAFEL), crisisNu: 'ja', zorgNodigBinnen: '24-uur' },
      {
        uitkomst: 'aanmelden',
        tafels: [CRISISTEAM],
        oordelen: { [REGIOTAFEL]: 'voldoetNiet', [CRISISTEAM]: 'voldoet' },
      },
    ],
    [
      'onbekend of er eerder een tafel was: dan telt die niet als geprobeerd',
      { ...LOKAAL_VAST, ...toPassend(TOPX), eerderBesproken: ['weetNiet'] },
      { uitkomst: 'aanmelden', tafels: [TOPX] },
    ],
  ])('ook als %s', async (_wat, antwoorden, verwacht) => {
    await expectUitkomst(antwoorden, verwacht);
  });
});

describe('een tafel die al is geprobeerd', () => {
  it.each(EERDER_TE_BESPREKEN.filter((id) => id !== CRISISTEAM))(
    '%s valt weg uit de lijst, maar houdt het oordeel',
    async (tafel) => {
      await expectUitkomst(
        { ...LOKAAL_VAST, ...toPassend(tafel), eerderBesproken: [tafel] },
        { uitkomst: 'geenTafel', ...MET, oordelen: { [tafel]: 'voldoet' } },
      );
    },
  );

  it.each<Geval>([
    [
      'het crisisteam telt nooit als geprobeerd: een nieuwe crisis is een nieuw telefoontje',
      { ...LOKAAL_VAST, ...toPassend(CRISISTEAM), eerderBesproken: [CRISISTEAM] },
      { uitkomst: 'aanmelden', tafels: [CRISISTEAM] },
    ],
    [
      'ook niet als alles is geprobeerd',
      { ...LOKAAL_VAST, ...toPassend(TOPX, CRISISTEAM), eerderBesproken: EERDER_TE_BESPREKEN },
      { uitkomst: 'aanmelden', tafels: [CRISISTEAM] },
    ],
    [
      'een andere tafel die past, blijft over',
      { ...LOKAAL_VAST, ...toPassend(TOPX, LEVENSLOOP), eerderBesproken: [TOPX] },
      { uitkomst: 'aanmelden', tafels: [LEVENSLOOP] },
    ],
    [
      'ook in de lijst voor daarna telt een geprobeerde tafel niet',
      { ...LOKAAL_EERST, ...toPassend(TOPX, LEVENSLOOP), eerderBesproken: [TOPX] },
      { uitkomst: 'eerstLokaal', daarna: [LEVENSLOOP] },
    ],
    [
      'wat een geprobeerde tafel nog vraagt, hoeft niet meer',
      { ...LOKAAL_VAST, signalen: ['veiligheid'], eerderBesproken: [TOPX] },
      { uitkomst: 'geenTafel', ontbreekt: [], oordelen: { [TOPX]: 'onvolledig' } },
    ],
    [
      'geprobeerd van vroeger telt niet als geen tafel is geopend',
      { ...LOKAAL_VAST, ...toPassend(P10), eerderBesproken: [TOPX] },
      { uitkomst: 'aanmelden', voorzieningen: [P10] },
    ],
    [
      'een geprobeerde tafel opent de weg naar het bestuurlijk overleg',
      { ...LOKAAL_VAST, ...toPassend(TOPX, BEO), eerderBesproken: [TOPX] },
      { uitkomst: 'aanmelden', tafels: [BEO] },
    ],
  ])('%s', async (_wat, antwoorden, verwacht) => {
    await expectUitkomst(antwoorden, verwacht);
  });
});

describe('aanvullen', () => {
  it.each<Geval>([
    [
      'een tafel is nog open',
      { ...LOKAAL_VAST, signalen: ['veiligheid'], ...GEEN_TAFEL },
      {
        uitkomst: 'aanvullen',
        ...MET,
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
      { uitkomst: 'aanvullen', ...MET, ontbreekt: ['eerderStrafOfDwang', 'strafrechtelijkeTitel'] },
    ],
    [
      'één antwoord is "weet niet"',
      { ...LOKAAL_VAST, ...toPassend(HOOGCOMPLEX), zorgSchaars: 'weetNiet', ...GEEN_TAFEL },
      { uitkomst: 'aanvullen', ...MET, ontbreekt: ['zorgSchaars'] },
    ],
    [
      'de signalen zijn onbekend',
      { ...LOKAAL_VAST, signalen: ['weetNiet'] },
      { uitkomst: 'aanvullen', ...MET },
    ],
    [
      'een tafel past niet, een andere is nog open',
      { ...LOKAAL_VAST, ...samen(toNietPassend(TOPX), { signalen: ['passende-ggz'] }), ...GEEN_TAFEL },
      { uitkomst: 'aanvullen', ontbreekt: ['zoekt'] },
    ],
    [
      'een tafel is geprobeerd, een andere is nog open',
      { ...LOKAAL_VAST, ...samen(toPassend(TOPX), { signalen: ['passende-ggz'] }), eerderBesproken: [TOPX] },
      { uitkomst: 'aanvullen', ontbreekt: ['zoekt'] },
    ],
    [
      'het crisisteam is nog open, ook als het eerder is gebeld',
      { ...LOKAAL_VAST, signalen: ['zorg-valt-weg'], eerderBesproken: [CRISISTEAM] },
      { uitkomst: 'aanvullen', ontbreekt: ['plotselingeVerandering', 'zorgNodigBinnen'] },
    ],
  ])('als %s', async (_wat, antwoorden, verwacht) => {
    await expectUitkomst(antwoorden, verwacht);
  });
});

describe('geen tafel', () => {
  it.each<Geval>([
    [
      'geen signaal past',
      { ...LOKAAL_VAST, signalen: ['geen-van-deze'] },
      { uitkomst: 'geenTafel', ...MET, ontbreekt: [] },
    ],
    [
      'geen enkele tafel past',
      { ...LOKAAL_VAST, ...toNietPassend(...TAFELS) },
      { uitkomst: 'geenTafel', ...MET },
    ],
    [
      'alles wat past is al geprobeerd',
      { ...LOKAAL_VAST, ...toPassend(TOPX, TRIAGE), eerderBesproken: [TOPX, TRIAGE] },
      { uitkomst: 'geenTafel', ...MET, ontbreekt: [] },
    ],
    [
      'wat past is niet geopend',
      { ...LOKAAL_VAST, ...toPassend(TOPX), signalen: ['geen-van-deze'] },
      { uitkomst: 'geenTafel', ...MET, oordelen: { [TOPX]: 'nietNagegaan' } },
    ],
  ])('als %s', async (_wat, antwoorden, verwacht) => {
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
        ...toPassend(...TAFELS),
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
