import type { Advies } from '../domain/advice/advies.ts';
import type { Criterium } from '../domain/model/regel.ts';
import type { ApiAdvies } from './schemas.ts';

/** The advice in the shape of the contract. */
export function toAdviesResponse(advies: Advies): ApiAdvies {
  return {
    uitkomst: advies.uitkomst,
    tafels: [...advies.tafels],
    voorzieningen: [...advies.voorzieningen],
    daarna: [...advies.daarna],
    ontbreekt: [...advies.ontbreekt],
    volgendeVraag: advies.volgendeVraag,
    overlegtafels: advies.overlegtafels.map(({ tafel, oordeel, criteria, aanmelder }) => ({
      id: tafel.id,
      trede: tafel.trede,
      oordeel,
      criteria: criteria.map((regel) => ({ ...toCriterium(regel.criterium), oordeel: regel.oordeel })),
      aanmelder: { mag: aanmelder.mag, via: aanmelder.via, overlegMet: [...aanmelder.overlegMet] },
      kanaal: { soort: tafel.kanaal.soort, adres: tafel.kanaal.adres },
    })),
  };
}

/** A criterion as content: its condition is shown as the facts that it looks at. */
export function toCriterium({
  voorwaarde,
  ...criterium
}: Criterium): Omit<Criterium, 'voorwaarde'> & { feiten: string[] } {
  return { ...criterium, feiten: [voorwaarde.fact] };
}
