import type { Advies } from '../../domain/advice/advies.ts';
import type { Changes } from '../../domain/advice/changes.ts';
import { isOpen } from '../../domain/model/antwoorden.ts';
import type { Gemeente } from '../../domain/model/gemeente.ts';
import {
  LOKAAL_BESPROKEN,
  LOKAAL_VASTGELOPEN,
  PROCESMANAGER,
  ROL,
  ROLLEN_OF_GEMEENTE,
} from '../../domain/model/routing-facts.ts';
import { findClientondersteuning, findGemeente } from '../../domain/referral/mail-model.ts';
import type { Services } from '../../services.ts';
import { toContactModel } from '../contact-model.ts';
import { type Page, toNumber } from '../page.ts';
import { isGevaarOpen, type Stand, toAntwoordRows } from '../stand-param.ts';
import { toChanges } from './to-changes.ts';
import { toLadder, toLadderPicture } from './to-ladder.ts';
import { toOtherTafel } from './to-other-tafel.ts';
import { toTafelCard } from './to-tafel-card.ts';

/** The heading of the advice: what to do, in a few words. */
function toAdviesHeading(
  { content, say }: Pick<Services, 'content' | 'say'>,
  { uitkomst, tafels, voorzieningen, overlegtafels }: Advies,
): string {
  const { naam, advies } = content.beslisboom.uitkomsten[uitkomst];
  if (uitkomst === 'belNu') return naam;
  if (uitkomst !== 'aanmelden') return say('advies.titel', { advies });
  const fitting = overlegtafels.filter(
    ({ tafel }) => tafels.includes(tafel.id) || voorzieningen.includes(tafel.id),
  );
  const names = { tafels: fitting.map(({ tafel }) => tafel.inZin).join(' en ') };
  const mag = fitting.some(({ aanmelder }) => aanmelder.mag === true);
  return say('advies.titel', {
    advies: mag ? say('advies.meld-aan', names) : say('advies.vraag-aan', names),
  });
}

/**
 * The advice as a page. The stand holds all answers, also those that do not count now; `changes` is what differs from
 * the advice before, and `voorbeeld` the name of the invented case that it is about.
 */
export function toAdvicePage(
  deps: Pick<Services, 'content' | 'model' | 'say' | 'now'>,
  advies: Advies,
  stand: Stand,
  { changes, voorbeeld }: { changes: Changes | null; voorbeeld: string | null },
): Page {
  const { content, model } = deps;
  const { antwoorden } = advies.situatie;
  const link = (path: string) => stand.link(path, stand.antwoorden, null);
  const gemeente = findGemeente(content, advies);
  const isProcesmanager = antwoorden[ROL] === PROCESMANAGER;
  const find = (ids: readonly string[]) =>
    ids.flatMap((id) => advies.overlegtafels.filter(({ tafel }) => tafel.id === id));
  const fitting = [...find(advies.tafels), ...find(advies.voorzieningen)];
  const ladder = toLadder(deps.say, advies, content.lokaal.naam);
  const vroeg = advies.uitkomst === 'belNu' || advies.uitkomst === 'buitenTwente';
  const kop = toAdviesHeading(deps, advies);
  const lokaal = toLokaal(deps, advies, gemeente);
  return {
    template: 'advies',
    titel: voorbeeld === null ? kop : deps.say('advies.voorbeeld', { voorbeeld }),
    gevaarOpen: isGevaarOpen(stand.antwoorden),
    kruimels: [{ tekst: 'Vragen', href: '/vragen' }, { tekst: 'Advies' }],
    model: {
      kop,
      voorbeeld,
      gewijzigd: changes && toChanges(deps, changes),
      // The words of each outcome stand in a partial of its own.
      uitkomstPartial: `uitkomst-${advies.uitkomst}`,
      kaarten: fitting.map((oordeel) =>
        toTafelCard(deps, advies, oordeel, link(`/verwijzen/${oordeel.tafel.id}`)),
      ),
      toonLokaal: advies.tafels.length === 0 && !vroeg,
      daarna: find(advies.daarna).map(({ tafel }) => tafel.korteNaam),
      nagaan: !vroeg && antwoorden[LOKAAL_BESPROKEN] === 'ja' && isOpen(antwoorden[LOKAAL_VASTGELOPEN]),
      vanGemeente: lokaal.vanGemeente,
      isProcesmanager,
      vroeg,
      lokaal,
      ontbreekt: advies.ontbreekt.flatMap((feit) => {
        const vraag = model.vraagOf.get(feit);
        return vraag
          ? [{ vraag: vraag.vraag, wieWeetHet: vraag.wieWeetHet, href: link(`/vragen/${vraag.slug}`) }]
          : [];
      }),
      geprobeerd: advies.overlegtafels
        .filter(({ oordeel, geprobeerd }) => oordeel === 'voldoet' && geprobeerd)
        .map(({ tafel }) => tafel.korteNaam),
      noodnummers: content.noodnummers.filter(({ direct }) => direct).map(toNumber),
      andereNummers: content.noodnummers.filter(({ direct }) => !direct).map(toNumber),
      clientondersteuning: toClientondersteuning(deps, advies, gemeente),
      ladder,
      trap: toLadderPicture(ladder),
      andereTafels: vroeg
        ? []
        : advies.overlegtafels
            .filter((oordeel) => !fitting.includes(oordeel))
            // This address makes the new stand, so that an advice need not seal one for each table.
            .map((oordeel) =>
              toOtherTafel(deps, advies, oordeel, link(`/advies/nagaan/${oordeel.tafel.id}`)),
            ),
      antwoorden: toAntwoordRows(model.pickVragen(new Set(Object.keys(antwoorden))), antwoorden, link('')),
      verderVragen: advies.uitkomst === 'belNu' ? link(`/vragen/${model.vragen[0]?.slug ?? ''}`) : null,
    },
  };
}

/** The gemeente as first or next step: what to do there, and how to reach it. */
function toLokaal(
  { content, now }: Pick<Services, 'content' | 'now'>,
  { situatie }: Advies,
  gemeente: Gemeente | undefined,
) {
  const { naam, voorProfessionalVanGemeente, watTeDoen } = content.lokaal;
  const vanGemeente = ROLLEN_OF_GEMEENTE.has(String(situatie.antwoorden[ROL]));
  return {
    naam,
    vanGemeente,
    watTeDoen: vanGemeente ? voorProfessionalVanGemeente : watTeDoen,
    gemeente: gemeente?.naam ?? null,
    gemeenteHref: gemeente ? `/gemeenten/${gemeente.id}` : null,
    contacten: (gemeente?.lokaleIngang.contacten ?? []).map((contact) =>
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
