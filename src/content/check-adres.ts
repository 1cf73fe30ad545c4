import { z } from 'zod';
import type { Adres } from './list-adressen.ts';

const NUMMER = /^(0\d{9}|0800\d{4}(\d{3})?|0900\d{4}(\d{3})?|14\d{3,4}|112|113)$/;
const E_MAIL = z.email();
/** A host with at least two parts, the last of letters only. */
const HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** What is wrong with the form of an address, as a sentence with its remedy; null when nothing is. Looks nothing up. */
export function checkAdres({ soort, waarde }: Pick<Adres, 'soort' | 'waarde'>): string | null {
  if (waarde === null) return null;
  if (soort === 'e-mail')
    return E_MAIL.safeParse(waarde).success ? null : 'Dit is geen e-mailadres. Verbeter het.';
  if (soort === 'telefoon') return checkNummer(waarde);
  return checkWebadres(waarde);
}

function checkNummer(waarde: string): string | null {
  const cijfers = waarde.replace(/^\+31/, '0').replaceAll(/[ -]/g, '');
  return NUMMER.test(cijfers)
    ? null
    : 'Dit is geen Nederlands telefoonnummer. Een gewoon nummer heeft tien cijfers.';
}

function checkWebadres(waarde: string): string | null {
  const adres = waarde.startsWith('www.') ? `https://${waarde}` : waarde;
  if (!URL.canParse(adres)) return 'Dit is geen webadres. Begin met https://.';
  const { protocol, hostname, username, password } = new URL(adres);
  if (protocol !== 'https:') return 'Dit webadres is niet beveiligd. Gebruik https://.';
  if (username !== '' || password !== '')
    return 'In dit webadres staat een naam of wachtwoord. Haal dat weg.';
  return HOST.test(hostname) ? null : 'De naam van deze site klopt niet. Controleer het webadres.';
}
