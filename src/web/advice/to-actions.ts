import type { Advies } from '../../domain/advice/advies.ts';
import { findBijna } from '../../domain/advice/bijna.ts';
import { toChosen } from '../../domain/model/antwoorden.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import { type Gemeente, listGemeenteContacten } from '../../domain/model/gemeente.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import {
  ACUUT_GEVAAR,
  INWONER,
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
const MOST_TABLES = 3;
/** Near tables in the box: beside tables that fit one is enough. */
const MOST_NEAR = { beside: 1, alone: 2 };
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
  const near = toNear(model, advies, link);
  const most = MOST_NEAR[uitkomst === 'aanmelden' ? 'beside' : 'alone'];
  const tried = advies.overlegtafels.filter(({ oordeel, geprobeerd }) => oordeel === 'voldoet' && geprobeerd);
  return {
    wie: toAddressee(rol),
    gevaarNagaan: situatie.antwoorden[ACUUT_GEVAAR] === DONT_KNOW,
    gemeente: gemeente?.naam ?? null,
    ingang: gemeente?.lokaleIngang.naam ?? null,
    bereik: gemeente ? toReach(gemeente) : null,
    eerste: cards.slice(0, MOST_TABLES),
    // Between tables there is an order; a provision is asked for beside them.
    volgorde: advies.tafels.length > 1 ? { spoed: cards[0]?.spoed === true } : null,
    later: cards.slice(MOST_TABLES),
    lokaalLoopt: cards.some(({ waaromNu }) => waaromNu !== null),
    bijna: near.slice(0, most),
    meerBijna: near.length > most,
    overlast:
      NEIGHBOURS.has(rol) ||
      toChosen(situatie.antwoorden[SIGNALEN]).some((signaal) => NUISANCE.includes(signaal)),
    meldpunt: content.noodnummers
      .filter(({ id }) => id === 'meldpunt-zorgwekkend-gedrag-twente')
      .map(toNumber)[0],
    geprobeerd: tried.map(({ tafel }) => tafel.inZin),
    hoger: toHigher(model, advies, link),
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
  const { lokaleStap } = advies;
  const isNow = (tafel: Overlegtafel, steps: readonly string[]) =>
    isUsable(tafel, lokaleStap) || steps.length > 0;
  return findBijna(model, advies).flatMap(({ tafel: id, wegen }) => {
    const tafel = model.tafelOf.get(id);
    const [way] = [...wegen].sort((a, b) => count(a) - count(b));
    if (!tafel || !way || !isNow(tafel, way.nogDoen)) return [];
    return [
      {
        naam: advies.uitkomst === 'aanmelden' ? tafel.inZin : toSentence(tafel.inZin),
        // Where the answer is changed once the step is taken, or the fact is known.
        href: link(`/vragen/${model.vraagOf.get([...way.nogDoen, ...way.nogWeten][0] ?? '')?.slug}`),
        stappen: model
          .pickVragen(new Set(way.nogDoen))
          .map((vraag) => toStapText(vraag, String(advies.situatie.antwoorden[ROL]))),
        vragen: model.pickVragen(new Set(way.nogWeten)).map(({ kort, wieWeetHet, slug }) => ({
          kort,
          wieWeetHet: toClause(wieWeetHet),
          href: link(`/vragen/${slug}`),
        })),
      },
    ];
  });
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
