import type { VerwijsPakket } from '../referral/compose-verwijzing.ts';
import type { Say } from '../texts.ts';

/** The part before the @: the characters that RFC 5322 allows without quotes. */
const NAME = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*$/i;

/** A checked address of a sender, or what is wrong with it in Dutch. */
type ParsedSender = { readonly adres: string } | { readonly fout: string };

/** Whether a text is one plain e-mail address: nothing in it can become a second recipient or a header. */
export function isEmailAddress(tekst: string): boolean {
  const [naam = '', domain = '', ...rest] = tekst.split('@');
  return rest.length === 0 && tekst.length <= 254 && naam.length <= 64 && NAME.test(naam) && isDomain(domain);
}

/** Whether a text is the name of a domain, such as `gemeente.example`. */
export function isDomain(tekst: string): boolean {
  return tekst.length <= 253 && DOMAIN.test(tekst);
}

/** Reads the work address of a sender; its domain must be one of `domains` (lower case), and no part of one. */
export function readSender(say: Say, waarde: string, domains: readonly string[]): ParsedSender {
  const adres = waarde.trim();
  if (adres === '') return { fout: say('versturen.afzender-leeg') };
  if (!isEmailAddress(adres)) return { fout: say('versturen.afzender-vorm') };
  const [, domain = ''] = adres.toLowerCase().split('@');
  if (!domains.includes(domain))
    return { fout: say('versturen.afzender-domein', { domeinen: domains.join(', ') }) };
  return { adres };
}

/** What tells one sender from another: lower case, and without what comes after a plus sign. */
export function toSenderKey(adres: string): string {
  return adres.toLowerCase().replace(/\+[^@]*@/, '@');
}

/** Why the server does not send a referral: by its channel, the role of the user, or what is missing in it. */
type Objection = 'kanaal' | 'rol' | 'concept' | 'naam';

/** Why the server may not send this referral, or null. It sends complete mails only, to the own address of a table. */
export function findObjection({
  kanaal,
  route,
  status,
  mail,
  aanmelderNaam,
}: VerwijsPakket): Objection | null {
  if (route !== 'zelf') return 'rol';
  if (kanaal.soort !== 'e-mail' || kanaal.adres === null || mail.aan.join() !== kanaal.adres) return 'kanaal';
  if (status !== 'gereed') return 'concept';
  // In a mail that somebody sends, that place is left open to fill in.
  return aanmelderNaam ? null : 'naam';
}
