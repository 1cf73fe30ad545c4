import type { Advies } from '../../domain/advice/advies.ts';
import { toChosen } from '../../domain/model/antwoorden.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import { type Gemeente, listGemeenteContacten } from '../../domain/model/gemeente.ts';
import {
  ACUUT_GEVAAR,
  LOKAAL_BESPROKEN,
  LOKAAL_VASTGELOPEN,
  ROL,
  SIGNALEN,
} from '../../domain/model/routing-facts.ts';
import { DONT_KNOW } from '../../domain/model/vraag.ts';
import type { Situatie } from '../../domain/questions/situatie.ts';
import type { Services } from '../../services.ts';
import { toAddressee } from '../addressee.ts';
import { toContactButtons } from '../contact-model.ts';
import { toNumber } from '../page.ts';
import { toNear, toVraagHref } from './to-near.ts';
import type { toTafelCard } from './to-tafel-card.ts';

type Card = ReturnType<typeof toTafelCard>;

/** More steps than this in the box, and nobody knows what to do first; what is left out stands further down the page. */
const MOST_STEPS = 3;
/** A near table counts for two: what is missing, and who knows. */
const NEAR = 2;
/** Signals of nuisance or confused behaviour, for which the Meldpunt is there. */
const NUISANCE = ['verward-gedrag', 'veiligheid', 'gevaar-langdurig'];

/**
 * The view-model of "Wat u nu doet": the tables in the order of doing, what is near, and to whom the words are said. The
 * words stand in the partial of the outcome.
 */
export function toActions(
  { content, model }: Pick<Services, 'content' | 'model'>,
  advies: Advies,
  cards: readonly Card[],
  gemeente: Gemeente | undefined,
  link: (path: string) => string,
) {
  const { situatie, uitkomst } = advies;
  const { wie, bijna: near, geprobeerd, hoger } = findSteps(model, advies, link);
  const isLocal = uitkomst === 'eerstLokaal' || uitkomst === 'lokaalVerder';
  const gevaarNagaan = situatie.antwoorden[ACUUT_GEVAAR] === DONT_KNOW;
  const isUrgent = cards[0]?.spoed === true;
  // Between tables there is an order, which urgency makes plain; a provision is asked for beside them.
  const volgorde = advies.tafels.length > 1 && !isUrgent;
  // Where nothing better fits what is near comes first, and the Meldpunt has the room that it leaves.
  const isNearFirst = isLocal || cards.length === 0;
  // To look into danger keeps what may fit as well out of nothing but a box that is full already.
  const countsDanger = gevaarNagaan && (isNearFirst || isUrgent);
  // Who comes before a table is a step of its own, beside what to know of that.
  const firstCall = cards[0]?.eerstElders;
  const taken = [countsDanger, isLocal, volgorde, firstCall, ...(cards[0]?.eerstDit ?? [])].filter(Boolean);
  const take = createRoom(MOST_STEPS - taken.length - (isNearFirst ? NEAR * near.length : 0));
  // What a table could not solve goes up, and not to the Meldpunt.
  const meldpunt = take(
    isNearFirst && geprobeerd.length === 0 && isNuisance(wie, situatie)
      ? content.noodnummers.filter(({ zorgen }) => zorgen)
      : [],
  )[0];
  const eerste = isLocal ? take(cards) : [...cards.slice(0, 1), ...take(cards).slice(1)];
  const later = isLocal ? [] : cards.slice(eerste.length);
  const [lokaalLoopt = false] = take(cards.some(({ waaromNu }) => waaromNu !== null) ? [true] : []);
  // Beside an urgent order what may fit as well only keeps from doing it.
  const bijna = isNearFirst ? near : isUrgent ? [] : take(near, NEAR);
  // Who has to ask somebody of the gemeente needs a number: once, and not for what may be gone beside what is there.
  const asked = wie.gemeente
    ? undefined
    : cards.find(
        ({ mag, viaGemeente, status }, at) =>
          !mag && viaGemeente && (at === 0 || (status === null && !volgorde)),
      );
  return {
    wie,
    gevaarNagaan,
    gemeente: gemeente?.naam ?? null,
    gemeenteHref: gemeente ? `/gemeenten/${gemeente.id}` : null,
    ingang: gemeente?.lokaleIngang.naam ?? null,
    bereik: gemeente ? toReach(gemeente, isLocal && near.length > 0) : null,
    eerste: eerste.map((card) => ({ ...card, belWie: card === asked && !isLocal })),
    volgorde: eerste.length > 1 && volgorde,
    later: later.filter(({ status }) => status === null),
    // What may be gone is no table, and has no place in their order: there one asks.
    navragen: later.filter(({ status }) => status !== null),
    lokaalLoopt,
    bijna,
    stapNodig: bijna.some(({ stappen }) => stappen.length > 0),
    // Whether the steps themselves say how to reach the gemeente: then the rest of the page need not.
    belt: isLocal || (uitkomst === 'geenTafel' && bijna.length + hoger.length === 0),
    wijzigLokaal: toVraagHref(
      model,
      advies,
      link,
      uitkomst === 'eerstLokaal' ? LOKAAL_BESPROKEN : LOKAAL_VASTGELOPEN,
    ),
    signalen: toVraagHref(model, advies, link, SIGNALEN),
    meldpunt: meldpunt && toNumber(meldpunt),
    ruimte: take([true]).length > 0,
    geprobeerd,
    nietsNagegaan: advies.overlegtafels.every(({ oordeel }) => oordeel === 'nietNagegaan'),
    hoger,
  };
}

/** What the steps say where no table fits now. */
export type Steps = ReturnType<typeof findSteps>;

/** Who has to do what where no table fits now: what is near, what was tried, and what is higher than that. */
export function findSteps(model: Beslismodel, advies: Advies, link: (path: string) => string) {
  const tried = advies.overlegtafels.filter(({ oordeel, geprobeerd }) => oordeel === 'voldoet' && geprobeerd);
  return {
    wie: toAddressee(String(advies.situatie.antwoorden[ROL])),
    bijna: toNear(model, advies, link),
    geprobeerd: tried.map(({ tafel }) => tafel.inZin),
    hoger: tried.length > 0 ? toHigher(advies, link) : [],
  };
}

/** Takes as many of a list as there is room for; what is most needed takes first. */
function createRoom(steps: number) {
  let room = Math.max(0, steps);
  return <T>(wanted: readonly T[], weight = 1): readonly T[] => {
    const taken = wanted.slice(0, Math.floor(room / weight));
    room -= weight * taken.length;
    return taken;
  };
}

function isNuisance({ buur }: ReturnType<typeof toAddressee>, { antwoorden }: Situatie): boolean {
  return buur || toChosen(antwoorden[SIGNALEN]).some((signaal) => NUISANCE.includes(signaal));
}

/** The best way to reach a gemeente; the others stand further down, and on its own page. */
function toReach(gemeente: Gemeente, isCrowded: boolean) {
  const { knoppen, oud } = toContactButtons(listGemeenteContacten(gemeente));
  return {
    knoppen: knoppen.slice(0, 1),
    oud: isCrowded || knoppen.some(({ soort }) => soort.bel) ? [] : oud.filter(({ soort }) => soort.bel),
  };
}

/** After tables that were tried: those of a higher trede that may still fit, each with the way to look into it. */
function toHigher({ overlegtafels }: Advies, link: (path: string) => string) {
  const highest = Math.max(
    ...overlegtafels.filter(({ geprobeerd }) => geprobeerd).map(({ tafel }) => tafel.trede),
  );
  return overlegtafels
    .filter(
      ({ tafel, oordeel }) =>
        tafel.soort === 'overlegtafel' && tafel.trede > highest && oordeel === 'nietNagegaan',
    )
    .map(({ tafel }) => ({ naam: tafel.korteNaam, href: link(`/advies/nagaan/${tafel.id}`) }));
}
