import type { Content } from '../../domain/model/content.ts';
import { toBronTekst } from '../bron-tekst.ts';

/** The view-model of the word list. */
export function toWoordenlijstPage({ bronnen, woordenlijst }: Content) {
  return {
    woorden: woordenlijst.map(({ id, woord, ookBekendAls, uitleg, bron }) => ({
      id,
      woord,
      ook: ookBekendAls.join(', '),
      uitleg,
      bron: bron && toBronTekst(bronnen, bron),
    })),
  };
}
