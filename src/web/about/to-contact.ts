/** A contact of the operator as a link: an address to mail to, or a page. Null when there is none. */
export function toContact(adres: string | null): { href: string; tekst: string } | null {
  return adres === null ? null : { href: adres, tekst: adres.replace(/^mailto:/, '') };
}
