import type { VerwijsPakket } from '../../domain/referral/compose-verwijzing.ts';

/** The view-model of the phone card above its form: whom to call, and what to say step by step. */
export function toCallModel({ ontvanger, kanaal, route, belkaart }: VerwijsPakket) {
  return {
    ontvanger,
    nummer: route === 'zelf' ? (kanaal.adres ?? kanaal.alsOnbekend) : null,
    stappen: belkaart ?? [],
  };
}
