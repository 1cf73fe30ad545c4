import type { Advies, TafelOordeel } from '../../domain/advice/advies.ts';
import { findWays, type Way } from '../../domain/advice/explanation.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import type { Criterium } from '../../domain/model/regel.ts';
import type { Say } from '../../domain/texts.ts';
import type { Services } from '../../services.ts';
import { TAFEL_CLASS, toTafelHref } from '../tafel-presentation.ts';
import { toExplanation } from './to-explanation-model.ts';

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
