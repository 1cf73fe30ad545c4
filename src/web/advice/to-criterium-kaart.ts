import type { CriteriumOordeel } from '../../domain/advice/advies.ts';
import type { Antwoorden } from '../../domain/model/antwoorden.ts';
import type { Bron } from '../../domain/model/basis.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import { toBronTekst } from '../bron-tekst.ts';
import { toAntwoordGat } from './antwoord-gaten.ts';
import { BADGES } from './to-uitleg-model.ts';

/** The view-model of one criterion: its words, the oordeel in words, the answer behind it (a hole) and its source. */
export function toCriteriumKaart(
  model: Beslismodel,
  bronnen: readonly Bron[],
  antwoorden: Antwoorden,
  { criterium, oordeel }: CriteriumOordeel,
  nodig = true,
) {
  const vraag = model.vraagVan.get(criterium.voorwaarde.fact);
  return {
    id: criterium.id,
    tekst: criterium.tekst,
    oordeelTekst: BADGES[oordeel].tekst,
    // In a way that is not needed, what does not hold is no fault.
    oordeelKlasse: nodig ? BADGES[oordeel].klasse : 'stil',
    interpretatie: criterium.interpretatie,
    antwoorden:
      vraag && antwoorden[vraag.feit] !== undefined
        ? [{ vraag: vraag.vraag, antwoord: toAntwoordGat(vraag) }]
        : [],
    bron: toBronTekst(bronnen, criterium.bron),
  };
}

export type CriteriumKaart = ReturnType<typeof toCriteriumKaart>;
