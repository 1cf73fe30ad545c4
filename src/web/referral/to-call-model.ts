import type { VerwijsPakket } from '../../domain/referral/compose-verwijzing.ts';

/** The view-model of the phone card above its form: whom to call, and what to say step by step. */
export function toCallModel({ tafel, ontvanger, kanaal, route, belkaart }: VerwijsPakket) {
  return {
    ontvanger,
    // Who may not refer calls somebody who may, and asks to call the table.
    vraagTeBellen: route === 'via' ? tafel.inZin : null,
    nummer: route === 'zelf' ? (kanaal.adres ?? kanaal.alsOnbekend) : null,
    stappen: belkaart ?? [],
  };
}
