import {
  type Advies,
  findGemeente,
  findOordeel,
  listFitting,
  type TafelOordeel,
} from '../../domain/advice/advies.ts';
import { compareAdvies } from '../../domain/advice/changes.ts';
import { isOpen } from '../../domain/model/antwoorden.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import {
  findClientondersteuning,
  type Gemeente,
  listGemeenteContacten,
} from '../../domain/model/gemeente.ts';
import { LOKAAL_BESPROKEN, LOKAAL_VASTGELOPEN } from '../../domain/model/routing-facts.ts';
import { toClause } from '../../domain/sentence.ts';
import type { Services } from '../../services.ts';
import { toContactModel } from '../contact-model.ts';
import { type Page, toNumber } from '../page.ts';
import { type Stand, toAntwoordRows } from '../stand-param.ts';
import { toActions } from './to-actions.ts';
import { toChanges } from './to-changes.ts';
import { toHeading, toHeadingWords } from './to-heading.ts';
import { toLadder, toLadderPicture } from './to-ladder.ts';
import { toVraagHref } from './to-near.ts';
import { type RoomsShown, toOtherTafel, toTafelCard } from './to-tafel-card.ts';

/** What to find out first, in the box; the whole list stands below it. */
const MOST_UNKNOWN = 2;

/**
 * The advice as a page. The stand holds all answers, also those that do not count now; `vorig` is the advice before an answer
 * was changed, and `voorbeeld` the name of the invented case that it is about.
 */
export function toAdvicePage(
  deps: Pick<Services, 'content' | 'model' | 'say' | 'now'> & { readonly ruimte: RoomsShown },
  advies: Advies,
  stand: Stand,
  { vorig, voorbeeld }: { vorig: Advies | null; voorbeeld: string | null },
): Page {
  const { content, model } = deps;
  const { antwoorden } = advies.situatie;
  const link = (path: string) => stand.link(path, stand.antwoorden, null);
  const gemeente = findGemeente(content, advies);
  const fitting = listFitting(advies);
  const vroeg = advies.uitkomst === 'belNu' || advies.uitkomst === 'buitenTwente';
  const kaarten = fitting.map((oordeel) =>
    toTafelCard(deps, advies, oordeel, link(`/verwijzen/${oordeel.tafel.id}`)),
  );
  const doen = toActions(deps, advies, kaarten, gemeente, link);
  // This address makes the new stand, so that an advice need not seal one for each table.
  const toOther = (oordeel: TafelOordeel) =>
    fitting.includes(oordeel)
      ? null
      : toOtherTafel(deps, advies, oordeel, link(`/advies/nagaan/${oordeel.tafel.id}`));
  const ladder = toLadder(deps.say, advies, content.lokaal.naam, toOther);
  const kop = toHeading(deps, advies, doen);
  const uitTeZoeken = toUnknown(model, advies, (feit) => toVraagHref(model, advies, link, feit));
  return {
    template: 'advies',
    titel: voorbeeld === null ? kop : deps.say('advies.voorbeeld', { voorbeeld }),
    kruimels: [{ tekst: 'Vragen', href: '/vragen' }, { tekst: 'Advies' }],
    model: {
      kop,
      voorbeeld,
      gewijzigd: vorig && toDifference(deps, vorig, advies, toHeadingWords(deps, advies, doen)),
      // The words of each outcome stand in a partial of its own.
      uitkomstPartial: `uitkomst-${advies.uitkomst}`,
      // From the highest trede there is no way up.
      isHoogste: advies.overlegtafels.every(({ tafel }) => tafel.trede <= (fitting[0]?.tafel.trede ?? 0)),
      // At night nobody of the gemeente is there.
      isCrisis: advies.uitkomst === 'aanmelden' && kaarten[0]?.spoed === true,
      doen: {
        ...doen,
        daarna: advies.daarna.flatMap((id) => findOordeel(advies, id)?.tafel.inZin ?? []),
      },
      kaarten,
      toonLokaal: advies.uitkomst !== 'aanmelden' && !vroeg,
      nagaan: !vroeg && antwoorden[LOKAAL_BESPROKEN] === 'ja' && isOpen(antwoorden[LOKAAL_VASTGELOPEN]),
      vroeg,
      lokaal: {
        ...toLokaal(deps, gemeente, doen.wie.gemeente),
        bereik: doen.belt ? null : doen.bereik,
        // Who works at the gemeente has done the local step then: what remains is how to go on from it.
        voorbij: doen.wie.gemeente && advies.lokaleStap === 'vastgelopen',
        hoger: doen.hoger.length > 0,
        procesmanager: doen.wie.procesmanager,
      },
      uitTeZoeken: uitTeZoeken.slice(0, MOST_UNKNOWN),
      ontbreekt: advies.uitkomst === 'aanvullen' ? uitTeZoeken : [],
      casusBewaren: { actie: link('/casus/bestand') },
      noodnummers: content.noodnummers.filter(({ direct }) => direct).map(toNumber),
      alleNummers: advies.uitkomst === 'belNu' ? content.noodnummers.map(toNumber) : [],
      clientondersteuning: toClientondersteuning(deps, advies, gemeente),
      ladder,
      trap: toLadderPicture(ladder),
      antwoorden: toAntwoordRows(model.pickVragen(new Set(Object.keys(antwoorden))), antwoorden, link('')),
      verderVragen: advies.uitkomst === 'belNu' ? link(`/vragen/${model.vragen[0]?.slug ?? ''}`) : null,
    },
  };
}

function toDifference(
  deps: Pick<Services, 'content' | 'model' | 'say'>,
  vorig: Advies,
  advies: Advies,
  nu: string,
) {
  return toChanges(deps, compareAdvies(vorig, advies), { was: toHeadingWords(deps, vorig), nu });
}

/** What is not known yet and could change the advice, with who may know. */
function toUnknown(model: Beslismodel, { ontbreekt }: Advies, toHref: (feit: string) => string | null) {
  return model.pickVragen(new Set(ontbreekt)).map((vraag) => ({
    vraag: vraag.vraag,
    wieWeetHet: toClause(vraag.wieWeetHet),
    href: toHref(vraag.feit),
  }));
}

/** The gemeente as first or next step: what to do there, and how to reach it. */
function toLokaal(
  { content, now }: Pick<Services, 'content' | 'now'>,
  gemeente: Gemeente | undefined,
  vanGemeente: boolean,
) {
  const { naam, voorProfessionalVanGemeente, watTeDoen } = content.lokaal;
  return {
    naam,
    vanGemeente,
    watTeDoen: vanGemeente ? voorProfessionalVanGemeente : watTeDoen,
    gemeente: gemeente?.naam ?? null,
    gemeenteHref: gemeente ? `/gemeenten/${gemeente.id}` : null,
    contacten: (gemeente ? listGemeenteContacten(gemeente) : []).map((contact) =>
      toContactModel(content.bronnen, contact, now()),
    ),
  };
}

/** Who supports the client; elsewhere other organisations do this: the gemeente there knows which. */
function toClientondersteuning(
  { content, now }: Pick<Services, 'content' | 'now'>,
  { uitkomst }: Advies,
  gemeente: Gemeente | undefined,
) {
  const { recht, alsOnbekend } = content.clientondersteuning;
  const aanbieders = uitkomst === 'buitenTwente' ? [] : findClientondersteuning(content, gemeente);
  return {
    recht: recht.tekst,
    alsOnbekend: alsOnbekend.tekst,
    aanbieders: aanbieders.map(({ naam, beschrijving, gemeentenToelichting, contacten }) => ({
      naam,
      beschrijving,
      gemeentenToelichting,
      contacten: contacten.map((contact) => toContactModel(content.bronnen, contact, now())),
    })),
  };
}
