import type { Advies } from '../../domain/advice/advies.ts';
import type { Wijzigingen } from '../../domain/advice/wijzigingen.ts';
import { isOpen } from '../../domain/model/antwoorden.ts';
import {
  LOKAAL_BESPROKEN,
  LOKAAL_VASTGELOPEN,
  PROCESMANAGER,
  ROL,
  ROLLEN_VAN_GEMEENTE,
} from '../../domain/model/routing-facts.ts';
import type { Uitkomst } from '../../domain/model/uitkomst.ts';
import { findGemeente } from '../../domain/referral/mail-model.ts';
import type { WebDeps } from '../deps.ts';
import type { Stand } from '../stand-param.ts';
import { toGat } from '../stukken.ts';
import type { AdviesStukken } from './create-advies-stukken.ts';
import { toAndereTafel } from './to-andere-tafel.ts';
import { toLadder } from './to-ladder.ts';
import { toLadderPicture } from './to-ladder-picture.ts';
import { toTafelKaart } from './to-tafel-kaart.ts';
import { toWijzigingen } from './to-wijzigingen.ts';

const KOPPEN: Readonly<Record<Exclude<Uitkomst, 'aanmelden'>, string>> = {
  belNu: 'Bel nu',
  buitenTwente: 'Advies: begin bij de gemeente waar de persoon woont',
  eerstLokaal: 'Advies: begin bij de gemeente',
  lokaalVerder: 'Advies: ga verder in het overleg met de gemeente',
  aanvullen: 'Advies: zoek eerst nog iets uit',
  geenTafel: 'Advies: geen van de overlegtafels past nu',
};

/** The heading of the advice: what to do, in a few words. */
export function toAdviesKop({ uitkomst, tafels, voorzieningen, overlegtafels }: Advies): string {
  if (uitkomst !== 'aanmelden') return KOPPEN[uitkomst];
  const passend = overlegtafels.filter(
    ({ tafel }) => tafels.includes(tafel.id) || voorzieningen.includes(tafel.id),
  );
  const namen = passend.map(({ tafel }) => tafel.inZin).join(' en ');
  return passend.some(({ aanmelder }) => aanmelder.mag === true)
    ? `Advies: meld aan bij ${namen}`
    : `Advies: vraag om een aanmelding bij ${namen}`;
}

/** The view-model of the advice page. The stand holds all answers, also those that do not count now. */
export function toAdvicePage(
  deps: Pick<WebDeps, 'content' | 'model' | 'views'>,
  advies: Advies,
  stand: Stand,
  wijzigingen: Wijzigingen | null,
  stukken: AdviesStukken,
) {
  const { content, model } = deps;
  const gegeven = stand.antwoorden;
  const { antwoorden } = advies.situatie;
  const link = (pad: string) => stand.link(pad, gegeven, null);
  const gemeente = findGemeente(content, advies);
  const vanGemeente = ROLLEN_VAN_GEMEENTE.has(String(antwoorden[ROL]));
  const vind = (ids: readonly string[]) =>
    ids.flatMap((id) => advies.overlegtafels.filter(({ tafel }) => tafel.id === id));
  const passend = [...vind(advies.tafels), ...vind(advies.voorzieningen)];
  const kaarten = passend.map((oordeel) =>
    toTafelKaart(deps, advies, oordeel, link(`/verwijzen/${oordeel.tafel.id}`), stukken),
  );
  const ladder = toLadder(advies, content.lokaal.naam);
  const vroeg = advies.uitkomst === 'belNu' || advies.uitkomst === 'buitenTwente';
  return {
    kop: toAdviesKop(advies),
    gewijzigd: wijzigingen && toWijzigingen(model, wijzigingen),
    // The words of each outcome stand in a partial of its own.
    uitkomstPartial: `uitkomst-${advies.uitkomst}`,
    kaarten,
    toonLokaal: advies.tafels.length === 0 && !vroeg,
    daarna: vind(advies.daarna).map(({ tafel }) => tafel.korteNaam),
    lokaalOpen: advies.lokaleStap !== 'vastgelopen' && !vroeg,
    nagaan: !vroeg && antwoorden[LOKAAL_BESPROKEN] === 'ja' && isOpen(antwoorden[LOKAAL_VASTGELOPEN]),
    vanGemeente,
    isProcesmanager: antwoorden[ROL] === PROCESMANAGER,
    vroeg,
    lokaal: {
      vanGemeente,
      naam: content.lokaal.naam,
      watTeDoen: vanGemeente ? content.lokaal.voorProfessionalVanGemeente : content.lokaal.watTeDoen,
      gemeente: gemeente?.naam ?? null,
      gemeenteHref: gemeente ? `/gemeenten/${gemeente.id}` : null,
      contacten: stukken.lokaleContacten(gemeente),
    },
    ontbreekt: advies.ontbreekt.flatMap((feit) => {
      const vraag = model.vraagVan.get(feit);
      return vraag
        ? [{ vraag: vraag.vraag, wieWeetHet: vraag.wieWeetHet, href: link(`/vragen/${vraag.slug}`) }]
        : [];
    }),
    geprobeerd: advies.overlegtafels
      .filter(({ oordeel, geprobeerd }) => oordeel === 'voldoet' && geprobeerd)
      .map(({ tafel }) => tafel.korteNaam),
    noodnummers: stukken.noodnummers,
    andereNummers: stukken.andereNummers,
    clientondersteuning: stukken.clientondersteuning(
      advies.uitkomst === 'buitenTwente' ? 'buitenTwente' : (gemeente ?? 'onbekend'),
    ),
    ladder: {
      treden: ladder.treden.map((trede) => ({ ...trede, items: trede.items.map(stukken.ladderItem) })),
    },
    trap: stukken.trap(toLadderPicture(ladder)),
    andereTafels: vroeg
      ? []
      : advies.overlegtafels
          .filter((oordeel) => !passend.includes(oordeel))
          .map((oordeel) => toAndereTafel(deps, advies, oordeel, stukken)),
    antwoorden: toGat('antwoorden'),
    verderVragen:
      vroeg && advies.uitkomst === 'belNu' ? link(`/vragen/${model.vragen[0]?.slug ?? ''}`) : null,
  };
}
