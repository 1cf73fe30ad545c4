import { type Advies, findFirstCall, listAlsNee, type TafelOordeel } from '../../domain/advice/advies.ts';
import { findWays, type Way } from '../../domain/advice/explanation.ts';
import { toDutchDate } from '../../domain/calendar.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import type { Contact } from '../../domain/model/contact.ts';
import type { Criterium } from '../../domain/model/regel.ts';
import { toRolName } from '../../domain/model/rol.ts';
import { INWONER, PROCESMANAGER, ROL, ROLLEN_OF_GEMEENTE } from '../../domain/model/routing-facts.ts';
import { toOwnRegie } from '../../domain/referral/call-opening.ts';
import { toClause } from '../../domain/sentence.ts';
import { toRoomText } from '../../domain/table-answers/answer-words.ts';
import { findRoom } from '../../domain/table-answers/room.ts';
import type { Say } from '../../domain/texts.ts';
import type { Services } from '../../services.ts';
import { toContactButtons, toContactModel } from '../contact-model.ts';
import { TAFEL_CLASS, toTafelHref } from '../tafel-presentation.ts';
import { toExplanation } from './to-explanation-model.ts';

/** What tables told of their room. */
export type RoomsShown = Pick<Services['ruimte'], 'read'>;

/** The view-model of a table that fits: why, who refers, how, and the button to the referral. */
export function toTafelCard(
  deps: Pick<Services, 'content' | 'model' | 'say' | 'now'> & { readonly ruimte: RoomsShown },
  advies: Advies,
  oordeel: TafelOordeel,
  verwijzen: string,
) {
  const { content } = deps;
  const now = deps.now();
  const { tafel, aanmelder } = oordeel;
  const { antwoorden } = advies.situatie;
  const { financiering } = tafel.regels;
  const firstCall = findFirstCall(oordeel, antwoorden[ROL]);
  const room = findRoom(deps.ruimte.read(), tafel.id, toDutchDate(now));
  const financier = financiering && antwoorden[financiering.feit];
  return {
    id: tafel.id,
    naam: tafel.naam,
    korteNaam: tafel.korteNaam,
    inZin: tafel.inZin,
    ontvanger: tafel.kanaal.ontvanger,
    spoed: tafel.regels.spoed,
    bereik: toContactButtons(tafel.contacten),
    // What a point of attention that does not hold makes the first thing to know.
    eerstDit: listAlsNee(oordeel, antwoorden[ROL]).map((tekst) => ({
      tekst,
      zoekNummer: tekst === firstCall?.uitleg && firstCall.nummer !== null,
    })),
    // Then somebody else comes before this table.
    eerstElders: firstCall && { ...firstCall, nietZo: toClause(firstCall.criterium.tekst) },
    eigenRegie: toOwnRegie(deps, oordeel, antwoorden[ROL]),
    // Who is told to call needs to know whom, where there is no number.
    zonderNummer: tafel.kanaal.soort === 'telefoon' ? findNoNumber(tafel.contacten) : null,
    regie: tafel.regie.tekst,
    // Why this table need not wait for the local step, when that is not done.
    waaromNu:
      advies.lokaleStap === 'vastgelopen' ? null : (tafel.regels.slaatLokaalOver.waarom?.tekst ?? null),
    belEerst: tafel.kanaal.soort === 'telefoon',
    href: toTafelHref(tafel.id, tafel.soort),
    samenvatting: tafel.samenvatting,
    ruimte: room && toRoomText(deps.say, room),
    status: tafel.status,
    verwijzen,
    mag: aanmelder.mag === true,
    via: aanmelder.via === null ? null : toRolName(content, aanmelder.via),
    viaGemeente: ROLLEN_OF_GEMEENTE.has(aanmelder.via ?? ''),
    // Within a gemeente there is one procesmanager: the own one.
    eigen: aanmelder.via === PROCESMANAGER && ROLLEN_OF_GEMEENTE.has(String(antwoorden[ROL])),
    overlegMet: aanmelder.overlegMet.map((rol) => toRolName(content, rol)),
    persoonMag: tafel.aanmelders.rollen.includes(INWONER),
    interpretatieAanmelder: tafel.aanmelders.interpretatie,
    // What the button makes: one name per kind, so that the template has the words.
    maakt: { [toMade(oordeel)]: true },
    werkwijze: tafel.kanaal.werkwijze,
    termijn: tafel.termijn?.tekst ?? null,
    dagenVoorOverleg: tafel.termijn?.dagenVoorOverleg ?? null,
    eenDag: tafel.termijn?.dagenVoorOverleg === 1,
    ...toExplanation(deps, advies, oordeel),
    financiering: financiering
      ? financiering[financier === 'ja' || financier === 'nee' ? financier : 'onbekend']
      : null,
    contacten: tafel.contacten.map((contact) => toContactModel(content.bronnen, contact, now)),
    clientondersteuning: tafel.clientondersteuning.tekst,
  };
}

/** What to do where there is no number to call; null where there is one. */
function findNoNumber(contacten: readonly Contact[]): string | null {
  const phones = contacten.filter(({ soort }) => soort === 'telefoon');
  return phones.some(({ waarde }) => waarde !== null) ? null : (phones[0]?.alsOnbekend ?? null);
}

function toMade({ tafel, aanmelder }: TafelOordeel): string {
  const { soort } = tafel.kanaal;
  return aanmelder.via === null || soort === 'telefoon' ? soort : 'verzoek';
}

/**
 * The view-model of a table that is not for now: why not, its criteria, and the way to look into it after all. Where it was
 * not looked into, `check` is all there is to say: the address that does that.
 */
export function toOtherTafel(
  deps: Pick<Services, 'content' | 'model' | 'say'>,
  advies: Advies,
  oordeel: TafelOordeel,
  check: string,
) {
  const { tafel, geprobeerd } = oordeel;
  const kop = {
    naam: tafel.korteNaam,
    inZin: tafel.inZin,
    href: toTafelHref(tafel.id, tafel.soort),
    samenvatting: tafel.samenvatting,
    badge: {
      tekst: toStatus(deps.say, oordeel, advies.daarna.includes(tafel.id)),
      klasse: geprobeerd ? 'stil' : TAFEL_CLASS[oordeel.oordeel],
    },
  };
  if (oordeel.oordeel === 'nietNagegaan') return { ...kop, tochNagaan: check };
  return {
    ...kop,
    ...toExplanation(deps, advies, oordeel),
    nodig: toNeeded(findWays(deps.model, advies.situatie, oordeel), deps.model),
    tochNagaan: null,
  };
}

function toStatus(say: Say, { oordeel, geprobeerd }: TafelOordeel, wait: boolean): string {
  if (geprobeerd) return say('oordeel.opgegeven');
  return say(wait ? 'oordeel.wacht' : `oordeel.${oordeel}`);
}

/** What would have to be so for the table to fit: per way what is unknown, what can be done, and what is as it is. */
function toNeeded(ways: readonly Way[], model: Beslismodel) {
  const toText = (criterium: Criterium) => criterium.tekst;
  const gesloten = ways.length > 0 && ways.every(({ nietTeVeranderen }) => nietTeVeranderen.length > 0);
  return {
    gesloten,
    wegen: ways
      .filter(({ nietTeVeranderen }) => gesloten || nietTeVeranderen.length === 0)
      .map(({ nogOnbekend, teDoen, nietTeVeranderen }, index, { length }) => ({
        kop: length > 1 ? `Weg ${index + 1}` : null,
        nogOnbekend: nogOnbekend.map((criterium) => ({
          tekst: criterium.tekst,
          wieWeetHet: model.vraagOf.get(criterium.voorwaarde.fact)?.wieWeetHet ?? null,
        })),
        teDoen: teDoen.map(toText),
        nietTeVeranderen: nietTeVeranderen.map(toText),
      })),
  };
}
