import type { Vondst } from './find-personal-data.ts';

const WHAT: Record<Vondst['soort'], { een: string; haalWeg: string }> = {
  bsn: { een: 'een burgerservicenummer (BSN)', haalWeg: 'het nummer' },
  geboortedatum: { een: 'een geboortedatum', haalWeg: 'de datum' },
  'e-mail': { een: 'een e-mailadres', haalWeg: 'het adres' },
  telefoon: { een: 'een telefoonnummer', haalWeg: 'het nummer' },
  adres: { een: 'een adres', haalWeg: 'het adres' },
  naam: { een: 'een naam', haalWeg: 'de naam' },
  kenteken: { een: 'een kenteken', haalWeg: 'het kenteken' },
};
const MAX_QUOTE = 60;

/** Says in Dutch what was found, in which field and where, and what the user can do; a BSN itself is not repeated. */
export function describeVondst(vondst: Vondst, veldNaam: string): string {
  const { een, haalWeg } = WHAT[vondst.soort];
  const place = `teken ${vondst.begin + 1} tot en met ${vondst.eind}`;
  if (vondst.ernst === 'weigeren') {
    return `In het veld ‘${veldNaam}’ staat ${een}: ${place}. Haal ${haalWeg} weg, dan kunt u verder.`;
  }
  return (
    `In het veld ‘${veldNaam}’ staat misschien ${een}: ‘${quote(vondst.tekst)}’ (${place}). ` +
    `Haal ${haalWeg} weg, of bevestig dat dit geen persoonsgegeven van de cliënt is.`
  );
}

function quote(tekst: string): string {
  const line = tekst.replace(/\s{1,9}/g, ' ');
  return line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE - 1)}…` : line;
}
