import type { Advies } from '../../domain/advice/advies.ts';
import { findBijna } from '../../domain/advice/bijna.ts';
import { toChosen } from '../../domain/model/antwoorden.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import { type Gemeente, listGemeenteContacten } from '../../domain/model/gemeente.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import {
  ACUUT_GEVAAR,
  EERDER_BESPROKEN,
  INWONER,
  LOKAAL_BESPROKEN,
  LOKAAL_VASTGELOPEN,
  PROCESMANAGER,
  ROL,
  ROLLEN_OF_GEMEENTE,
  SIGNALEN,
} from '../../domain/model/routing-facts.ts';
import { DONT_KNOW, toStapText } from '../../domain/model/vraag.ts';
import { isUsable } from '../../domain/questions/situatie.ts';
import { toClause, toSentence } from '../../domain/sentence.ts';
import type { Services } from '../../services.ts';
import { toContactButtons } from '../contact-model.ts';
import { toNumber } from '../page.ts';
import type { toTafelCard } from './to-tafel-card.ts';

type Card = ReturnType<typeof toTafelCard>;

/** More tables than this in the box, and nobody knows what to do first; the others have a place of their own below. */
const MOST_TABLES = { urgent: 2, other: 3 };
/** Facts and steps of near tables in the box, together: one table that needs two is enough. */
const MOST_NEEDED = 2;
/** Ways to reach a gemeente in the box. */
const MOST_BUTTONS = 2;
/** Those who treat or care: for them the local step is the regular way of care. */
const ROLLEN_OF_CARE: ReadonlySet<string> = new Set([
  'huisarts',
  'ggz-aanbieder',
  'zorgaanbieder',
  'verslavingszorg',
]);
/** Those who meet it next door: for them the Meldpunt is a first call, whatever they chose. */
const NEIGHBOURS: ReadonlySet<string> = new Set(['woningcorporatie', INWONER]);
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
  const rol = String(situatie.antwoorden[ROL]);
  const wie = toAddressee(rol);
  const isUrgent = cards[0]?.spoed === true;
  const most = MOST_TABLES[isUrgent ? 'urgent' : 'other'];
  // Beside an urgent order, or an order of several tables, what may fit as well only keeps from doing it.
  const bijna = advies.tafels.length > 1 || isUrgent ? [] : toNear(model, advies, link);
  const isLocal = uitkomst === 'eerstLokaal' || uitkomst === 'lokaalVerder';
  // Who has to ask somebody of the gemeente needs a number: once, and not for what may be gone beside what is there.
  const asked = wie.gemeente
    ? undefined
    : cards.find(({ mag, viaGemeente, status }, at) => !mag && viaGemeente && (at === 0 || status === null));
  const tried = advies.overlegtafels.filter(({ oordeel, geprobeerd }) => oordeel === 'voldoet' && geprobeerd);
  const hoger = tried.length > 0 ? toHigher(model, advies, link) : [];
  return {
    wie,
    gevaarNagaan: situatie.antwoorden[ACUUT_GEVAAR] === DONT_KNOW,
    gemeente: gemeente?.naam ?? null,
    gemeenteHref: gemeente ? `/gemeenten/${gemeente.id}` : null,
    ingang: gemeente?.lokaleIngang.naam ?? null,
    bereik: gemeente ? toReach(gemeente) : null,
    eerste: cards.slice(0, most).map((card) => ({ ...card, belWie: card === asked && !isLocal })),
    // Between tables there is an order, which urgency makes plain; a provision is asked for beside them.
    volgorde: advies.tafels.length > 1 && !isUrgent,
    later: cards.slice(most),
    lokaalLoopt: cards.some(({ waaromNu }) => waaromNu !== null),
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
    overlast:
      NEIGHBOURS.has(rol) ||
      toChosen(situatie.antwoorden[SIGNALEN]).some((signaal) => NUISANCE.includes(signaal)),
    meldpunt: content.noodnummers
      .filter(({ id }) => id === 'meldpunt-zorgwekkend-gedrag-twente')
      .map(toNumber)[0],
    geprobeerd: tried.map(({ tafel }) => tafel.inZin),
    hoger,
  };
}

export type Actions = ReturnType<typeof toActions>;

/** The first ways to reach a gemeente; the others stand further down, and on its own page. */
function toReach(gemeente: Gemeente) {
  const { knoppen, oud } = toContactButtons(listGemeenteContacten(gemeente));
  return {
    knoppen: knoppen.slice(0, MOST_BUTTONS),
    oud: knoppen.some(({ soort }) => soort.bel) ? [] : oud.filter(({ soort }) => soort.bel),
  };
}

/** Whom the words address: each role in its own place in the region. */
function toAddressee(rol: string) {
  return {
    inwoner: rol === INWONER,
    procesmanager: rol === PROCESMANAGER,
    bestuurder: rol === 'bestuurder-gemeente',
    gemeente: ROLLEN_OF_GEMEENTE.has(rol),
    zorg: ROLLEN_OF_CARE.has(rol),
  };
}

/**
 * The near tables that are worth a step now: while the local step is open those that may skip it, and those for which
 * somebody can take a step. Per table the shortest way.
 */
function toNear(model: Beslismodel, advies: Advies, link: (path: string) => string) {
  const { lokaleStap, uitkomst } = advies;
  const toHref = (feit: string) => toVraagHref(model, advies, link, feit);
  const isNow = (tafel: Overlegtafel, steps: readonly string[]) =>
    isUsable(tafel, lokaleStap) || steps.length > 0;
  const near = findBijna(model, advies).flatMap(({ tafel: id, wegen }) => {
    const tafel = model.tafelOf.get(id);
    const [way] = [...wegen].sort((a, b) => count(a) - count(b));
    if (!tafel || !way || !isNow(tafel, way.nogDoen)) return [];
    const zoekTafel = way.nogDoen.includes(EERDER_BESPROKEN);
    // Beside what fits there is room for one fact or step; and "first a table that fits" is said there already.
    if (uitkomst === 'aanmelden' && (zoekTafel || count(way) > 1)) return [];
    return [
      {
        naam: uitkomst === 'aanmelden' ? tafel.inZin : toSentence(tafel.inZin),
        nodig: count(way),
        zoekTafel,
        // Where the answer is changed once the step is taken, or the fact is known.
        href: zoekTafel ? toHref(SIGNALEN) : toHref([...way.nogDoen, ...way.nogWeten][0] ?? ''),
        stappen: model
          .pickVragen(new Set(way.nogDoen))
          .map((vraag) => toStapText(vraag, String(advies.situatie.antwoorden[ROL]))),
        vragen: model.pickVragen(new Set(way.nogWeten)).map(({ feit, kort, wieWeetHet }) => ({
          kort,
          wieWeetHet: toClause(wieWeetHet),
          href: toHref(feit),
        })),
      },
    ];
  });
  // Where the box says more than this one is enough, and so is one that needs two things.
  const isAlone = uitkomst === 'aanvullen' || uitkomst === 'geenTafel';
  const [first, second] = near;
  if (!first) return [];
  return second && isAlone && first.nodig + second.nodig <= MOST_NEEDED ? [first, second] : [first];
}

/** Where the answer to a question is changed; null while the question is not asked yet, for it cannot be opened then. */
export function toVraagHref(
  model: Beslismodel,
  { situatie }: Pick<Advies, 'situatie'>,
  link: (path: string) => string,
  feit: string,
): string | null {
  const slug = model.vraagOf.get(feit)?.slug;
  return slug && situatie.antwoorden[feit] !== undefined ? link(`/vragen/${slug}`) : null;
}

function count({ nogDoen, nogWeten }: { nogDoen: readonly string[]; nogWeten: readonly string[] }): number {
  return nogDoen.length + nogWeten.length;
}

/** After tables that were tried: those of a higher trede that may still fit, each with the way to look into it. */
function toHigher(model: Beslismodel, { overlegtafels }: Advies, link: (path: string) => string) {
  const highest = Math.max(
    0,
    ...overlegtafels.filter(({ geprobeerd }) => geprobeerd).map(({ tafel }) => tafel.trede),
  );
  return overlegtafels
    .filter(
      ({ tafel, oordeel, geprobeerd }) =>
        highest > 0 &&
        tafel.soort === 'overlegtafel' &&
        tafel.trede > highest &&
        !geprobeerd &&
        oordeel === 'nietNagegaan' &&
        model.tafelOf.has(tafel.id),
    )
    .map(({ tafel }) => ({ naam: tafel.korteNaam, href: link(`/advies/nagaan/${tafel.id}`) }));
}
