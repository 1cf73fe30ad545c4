import type { CriteriumOordeel } from '../../domain/advice/advies.ts';
import type { Antwoorden } from '../../domain/model/antwoorden.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import type { Bron } from '../../domain/model/bron.ts';
import { toAntwoordTekst } from '../../domain/referral/answer-text.ts';
import { toBronTekst } from '../bron-tekst.ts';

const WOORD = { ja: 'Voldoet', nee: 'Voldoet niet', onbekend: 'Nog onbekend' } as const;
const KLASSE = { ja: 'voldoet', nee: 'voldoet-niet', onbekend: 'onbekend' } as const;

/** The view-model of one criterion: its words, the oordeel in words, the answers behind it and its source. */
export function toCriteriumKaart(
  model: Beslismodel,
  bronnen: readonly Bron[],
  antwoorden: Antwoorden,
  { criterium, oordeel }: CriteriumOordeel,
) {
  const vraag = model.vraagVan.get(criterium.voorwaarde.fact);
  return {
    tekst: criterium.tekst,
    oordeelTekst: WOORD[oordeel],
    oordeelKlasse: KLASSE[oordeel],
    aandachtspunt: criterium.weging === 'aandachtspunt',
    interpretatie: criterium.interpretatie,
    antwoorden:
      vraag && antwoorden[vraag.feit] !== undefined
        ? [{ vraag: vraag.vraag, antwoord: toAntwoordTekst(vraag, antwoorden) }]
        : [],
    bron: toBronTekst(bronnen, criterium.bron),
  };
}
