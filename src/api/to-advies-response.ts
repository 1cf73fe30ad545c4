import type { Advies } from '../domain/advice/advies.ts';
import { type Explanation, explainOordeel, findBijna, findWays } from '../domain/advice/explanation.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Criterium } from '../domain/model/regel.ts';
import type { ApiAdvies, ApiExplanation } from './schemas.ts';

/** The advice in the shape of the contract, with for each table how its oordeel follows and what it needs. */
export function toAdviesResponse(model: Beslismodel, advies: Advies): ApiAdvies {
  return {
    uitkomst: advies.uitkomst,
    tafels: [...advies.tafels],
    voorzieningen: [...advies.voorzieningen],
    daarna: [...advies.daarna],
    ontbreekt: [...advies.ontbreekt],
    volgendeVraag: advies.volgendeVraag,
    bijna: findBijna(model, advies).map(({ tafel, wegen }) => ({
      tafel,
      wegen: wegen.map(({ nogWeten, nogDoen }) => ({ nogWeten: [...nogWeten], nogDoen: [...nogDoen] })),
    })),
    overlegtafels: advies.overlegtafels.map((tafelOordeel) => {
      const { tafel, oordeel, criteria, aanmelder } = tafelOordeel;
      return {
        id: tafel.id,
        trede: tafel.trede,
        oordeel,
        criteria: criteria.map((regel) => ({ ...toCriterium(regel.criterium), oordeel: regel.oordeel })),
        uitleg: toExplanation(explainOordeel(tafelOordeel)),
        nodig: findWays(model, advies.situatie, tafelOordeel).map(
          ({ nogOnbekend, teDoen, nietTeVeranderen }) => ({
            nogOnbekend: nogOnbekend.map(({ id }) => id),
            teDoen: teDoen.map(({ id }) => id),
            nietTeVeranderen: nietTeVeranderen.map(({ id }) => id),
          }),
        ),
        aanmelder: { mag: aanmelder.mag, via: aanmelder.via, overlegMet: [...aanmelder.overlegMet] },
        kanaal: { soort: tafel.kanaal.soort, adres: tafel.kanaal.adres },
      };
    }),
  };
}

/** A criterion as content: its condition is shown as the facts that it looks at; the words of a heading are for pages. */
export function toCriterium({
  voorwaarde,
  alsNeeAdvies: _advies,
  alsNeeNummer: _nummer,
  alsNeeVoor: _voor,
  ...criterium
}: Criterium): Omit<Criterium, 'voorwaarde' | 'alsNeeAdvies' | 'alsNeeNummer' | 'alsNeeVoor'> & {
  feiten: string[];
} {
  return { ...criterium, feiten: [voorwaarde.fact] };
}

function toExplanation(uitleg: Explanation): ApiExplanation {
  return uitleg.soort === 'criterium'
    ? { soort: 'criterium', oordeel: uitleg.truth, criterium: uitleg.criterium.criterium.id }
    : { soort: uitleg.soort, oordeel: uitleg.truth, delen: uitleg.delen.map(toExplanation) };
}
