import type { CriteriumOordeel } from '../../domain/advice/advies.ts';
import type { Antwoorden } from '../../domain/model/antwoorden.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import type { Bron } from '../../domain/model/bron.ts';
import { toAntwoordTekst } from '../../domain/referral/answer-text.ts';
import { toBronTekst } from '../bron-tekst.ts';
import { BADGES } from './to-uitleg-model.ts';

/** The view-model of one criterion: its words, the oordeel in words, the answers behind it and its source. */
export function toCriteriumKaart(
  model: Beslismodel,
  bronnen: readonly Bron[],
  antwoorden: Antwoorden,
  { criterium, oordeel }: CriteriumOordeel,
  nodig = true,
) {
  const vraag = model.vraagVan.get(criterium.voorwaarde.fact);
  return {
    tekst: criterium.tekst,
    oordeelTekst: BADGES[oordeel].tekst,
    // In a way that is not needed, what does not hold is no fault.
    oordeelKlasse: nodig ? BADGES[oordeel].klasse : 'stil',
    interpretatie: criterium.interpretatie,
    antwoorden:
      vraag && antwoorden[vraag.feit] !== undefined
        ? [{ vraag: vraag.vraag, antwoord: toAntwoordTekst(vraag, antwoorden) }]
        : [],
    bron: toBronTekst(bronnen, criterium.bron),
  };
}
