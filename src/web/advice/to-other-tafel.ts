import type { Advies, TafelOordeel } from '../../domain/advice/advies.ts';
import { findWays, type Way } from '../../domain/advice/needed.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import type { Criterium } from '../../domain/model/regel.ts';
import type { WebDeps } from '../deps.ts';
import { toTafelHref } from '../tafel-href.ts';
import { toUitleg } from './to-explanation-model.ts';

const STATUS = {
  voldoet: 'Past',
  voldoetNiet: 'Past niet',
  onvolledig: 'Nog niet duidelijk',
  nietNagegaan: 'Niet nagegaan',
} as const;
const KLASSE = {
  voldoet: 'voldoet',
  voldoetNiet: 'voldoet-niet',
  onvolledig: 'onbekend',
  nietNagegaan: 'stil',
} as const;

/**
 * The view-model of a table that is not for now: why not, its criteria, and the way to look into it after all. Where it was
 * not looked into, `nagaan` is all there is to say: the address that does that.
 */
export function toAndereTafel(
  deps: Pick<WebDeps, 'content' | 'model'>,
  advies: Advies,
  oordeel: TafelOordeel,
  nagaan: string,
) {
  const { tafel, geprobeerd } = oordeel;
  const kop = {
    naam: tafel.korteNaam,
    href: toTafelHref(tafel.id, tafel.soort),
    samenvatting: tafel.samenvatting,
    badge: {
      tekst: toStatus(oordeel, advies.daarna.includes(tafel.id)),
      klasse: geprobeerd ? 'stil' : KLASSE[oordeel.oordeel],
    },
  };
  if (oordeel.oordeel === 'nietNagegaan') return { ...kop, tochNagaan: nagaan };
  return {
    ...kop,
    ...toUitleg(deps, advies, oordeel),
    nodig: toNodig(findWays(deps.model, advies.situatie, oordeel), deps.model),
    tochNagaan: null,
  };
}

function toStatus({ oordeel, geprobeerd }: TafelOordeel, wacht: boolean): string {
  if (geprobeerd) return 'Al besproken, zonder oplossing';
  return wacht ? 'Past, maar eerst is de gemeente aan zet' : STATUS[oordeel];
}

/** What would have to be so for the table to fit: per way what is unknown, what can be done, and what is as it is. */
function toNodig(wegen: readonly Way[], model: Beslismodel) {
  const toTekst = (criterium: Criterium) => criterium.tekst;
  const gesloten = wegen.length > 0 && wegen.every(({ nietTeVeranderen }) => nietTeVeranderen.length > 0);
  return {
    gesloten,
    wegen: wegen
      .filter(({ nietTeVeranderen }) => gesloten || nietTeVeranderen.length === 0)
      .map(({ nogOnbekend, teDoen, nietTeVeranderen }, index, { length }) => ({
        kop: length > 1 ? `Weg ${index + 1}` : null,
        nogOnbekend: nogOnbekend.map((criterium) => ({
          tekst: criterium.tekst,
          wieWeetHet: model.vraagOf.get(criterium.voorwaarde.fact)?.wieWeetHet ?? null,
        })),
        teDoen: teDoen.map(toTekst),
        nietTeVeranderen: nietTeVeranderen.map(toTekst),
      })),
  };
}
