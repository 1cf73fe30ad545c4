import type { VerwijsPakket } from '../referral/compose-verwijzing.ts';

/** Why the server does not send a referral: by its channel, the role of the user, or what is missing in it. */
export type Bezwaar = 'kanaal' | 'rol' | 'concept' | 'naam';

/** Why the server may not send this referral, or null. It sends complete mails only, to the own address of a table. */
export function findBezwaar({ kanaal, route, status, mail, aanmelderNaam }: VerwijsPakket): Bezwaar | null {
  if (route !== 'zelf') return 'rol';
  if (kanaal.soort !== 'e-mail' || kanaal.adres === null || mail.aan.join() !== kanaal.adres) return 'kanaal';
  if (status !== 'gereed') return 'concept';
  // In a mail that somebody sends, that place is left open to fill in.
  return aanmelderNaam ? null : 'naam';
}
