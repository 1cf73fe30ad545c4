import { ACUUT_GEVAAR, BUITEN_TWENTE, GEMEENTE } from '../../model/routing-facts.ts';
import type { Diagram } from '../diagram/store.ts';
import { breachWhere, type ContentProof, isEarly, isUitkomst, type Law } from './law.ts';

/** Where the advice names a table: in a list, or as near to fitting. */
function namesTable({ operations: { or, not, is }, advies }: ContentProof): Diagram<boolean> {
  return or(
    ...[...advies.tafels.values()].flatMap(({ lijst, bijna }) => [
      not(is(lijst, null)),
      not(is(bijna, null)),
    ]),
  );
}

/** What comes before every table. */
export const EARLY_LAWS: readonly Law[] = [
  {
    id: 'direct-gevaar',
    tekst: 'Bij direct gevaar is het advies altijd: bel nu. Er wordt geen tafel genoemd.',
    findBreaches(proof) {
      const { and, or, not } = proof.operations;
      return breachWhere(
        proof,
        'er is direct gevaar, maar het advies is niet alleen: bel nu',
        and(
          proof.advies.answers.is(ACUUT_GEVAAR, 'ja'),
          or(not(isUitkomst(proof, 'belNu')), namesTable(proof)),
        ),
      );
    },
  },
  {
    id: 'buiten-twente',
    tekst: 'Buiten Twente wordt nooit een tafel genoemd.',
    findBreaches(proof) {
      const { and, or, not } = proof.operations;
      return breachWhere(
        proof,
        'de persoon woont buiten Twente, maar het advies gaat over een tafel van Twente',
        and(proof.advies.answers.is(GEMEENTE, BUITEN_TWENTE), or(not(isEarly(proof)), namesTable(proof))),
      );
    },
  },
];
